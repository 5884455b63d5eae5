import type { CheckKind } from '@inclusion/shared/standards/check'
import { parametersOf } from '@inclusion/shared/standards/kinds/catalogue'
import type { Parameter } from '@inclusion/shared/standards/kinds/catalogue/entry'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { Radios } from '../ui/radios.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { checkField } from './drafted-check.ts'

type RuleFieldsProps = {
  kind: CheckKind
  typed: Readonly<Record<string, string>>
  errorOf: (field: string) => string | undefined
  onType: (typed: Record<string, string>) => void
}

/** The parameters of a kind, each asked in the way the catalogue says. */
export function RuleFields({ kind, typed, errorOf, onType }: RuleFieldsProps) {
  const parameters = parametersOf(kind)
  if (parameters.length === 0)
    return <p className="govuk-body">This kind of check has no thresholds: what it looks for is fixed.</p>
  return parameters.map(([name, parameter]) => (
    <ParameterField
      key={name}
      name={name}
      parameter={parameter}
      typed={typed}
      errorOf={errorOf}
      onType={onType}
    />
  ))
}

type ParameterFieldProps = Omit<RuleFieldsProps, 'kind'> & { name: string; parameter: Parameter }

function ParameterField({ name, parameter, typed, errorOf, onType }: ParameterFieldProps) {
  const { label, hint } = parameter
  const value = typed[name] ?? ''
  const change = (text: string) => onType({ [name]: text })
  const field = { id: checkField(`rule.${name}`), label, hint, error: errorOf(`rule.${name}`) }
  switch (parameter.input) {
    case 'yes-no':
      return (
        <Radios
          {...field}
          look="small"
          value={value}
          onChange={change}
          choices={[
            { value: 'yes', label: parameter.yes },
            { value: 'no', label: parameter.no },
          ]}
        />
      )
    case 'choice':
      return (
        <Radios
          {...field}
          look="small"
          value={value}
          onChange={change}
          choices={choicesOf(parameter.options)}
        />
      )
    case 'choices':
      return (
        <Checkboxes
          {...field}
          look="small"
          values={value.split('\n').filter((each) => each !== '')}
          onChange={(values) => change(values.join('\n'))}
          choices={choicesOf(parameter.options)}
        />
      )
    case 'numbers':
    case 'phrases':
      return <Textarea {...field} value={value} rows={value.split('\n').length + 1} onChange={change} />
    case 'shares':
      return <ShareFields {...{ name, parameter, typed, errorOf, onType }} names={parameter.names} />
    case 'number':
    case 'whole-number':
    case 'share':
      return (
        <TextInput
          {...field}
          label={withUnit(label, parameter.unit)}
          inputMode="decimal"
          width={5}
          value={value}
          onChange={change}
        />
      )
    case 'text':
      return <TextInput {...field} width={10} value={value} onChange={change} />
  }
}

type ShareFieldsProps = ParameterFieldProps & { names: Record<string, string> }

/** Several percentages under one question. */
function ShareFields({ name, parameter, names, typed, errorOf, onType }: ShareFieldsProps) {
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend">{parameter.label}</legend>
      <div className="govuk-hint">{parameter.hint}</div>
      {Object.entries(names).map(([part, label]) => (
        <TextInput
          key={part}
          id={checkField(`rule.${name}.${part}`)}
          label={withUnit(label, '%')}
          inputMode="decimal"
          width={5}
          value={typed[`${name}.${part}`] ?? ''}
          error={errorOf(`rule.${name}.${part}`)}
          onChange={(text) => onType({ [`${name}.${part}`]: text })}
        />
      ))}
    </fieldset>
  )
}

const withUnit = (label: string, unit: string): string =>
  unit === '' ? label : `${label}, in ${unit === '%' ? 'per cent' : unit}`

const choicesOf = (options: Record<string, string>) =>
  Object.entries(options).map(([value, label]) => ({ value, label }))
