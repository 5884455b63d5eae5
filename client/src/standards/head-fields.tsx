import { periodLabel, type PeriodId } from '@inclusion/shared/periods'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'

/** The id of the field in which a part of an edition is typed. */
export const headField = (field: string): string => `edition-${field}`

type Head = { name: string; summary: string; effectiveFrom: PeriodId }

type HeadFieldsProps = {
  head: Head
  periods: readonly PeriodId[]
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<Head>) => void
}

/** Name, purpose and first period of an edition. */
export function HeadFields({ head, periods, errorOf, onChange }: HeadFieldsProps) {
  return (
    <>
      <TextInput
        id={headField('name')}
        label="Name"
        width={20}
        value={head.name}
        error={errorOf('name')}
        onChange={(name) => onChange({ name })}
      />
      <Textarea
        id={headField('summary')}
        label="What it is for (optional)"
        hint="Shown to everybody at the top of the standard."
        rows={3}
        value={head.summary}
        error={errorOf('summary')}
        onChange={(summary) => onChange({ summary })}
      />
      <Select
        id={headField('effectiveFrom')}
        label="For returns from"
        hint="Periods whose returns are open already cannot be chosen."
        value={head.effectiveFrom}
        error={errorOf('effectiveFrom')}
        options={periods.map((period) => ({ value: period, label: periodLabel(period) }))}
        onChange={(effectiveFrom) => onChange({ effectiveFrom })}
      />
    </>
  )
}
