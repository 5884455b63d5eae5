import type { AuditChoices } from '@inclusion/server/trust/view'
import { Select } from '../ui/select.tsx'

type Field = {
  id: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

type ReturnFieldsProps = { choices: AuditChoices; field: (name: string) => Field }

const any = { value: '', label: 'Any' }

/** Which return: all three name one. */
export function ReturnFields({ choices, field }: ReturnFieldsProps) {
  const { programmes, authorities, periods } = choices
  return (
    <>
      <Select
        {...field('programme')}
        label="Return: programme"
        options={[any, ...programmes.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <Select
        {...field('gssCode')}
        label="Return: authority"
        options={[any, ...authorities.map(({ gssCode, name }) => ({ value: gssCode, label: name }))]}
      />
      <Select
        {...field('period')}
        label="Return: period"
        options={[any, ...periods.map(({ id, label }) => ({ value: id, label }))]}
      />
    </>
  )
}
