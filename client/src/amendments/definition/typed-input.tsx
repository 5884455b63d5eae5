import { Radios } from '../../ui/radios.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { definitionField, type DraftedDefinition } from './drafted-definition.ts'
import { choicesOf, type FormField } from './definition-form-fields.ts'

type TypedInputProps = {
  of: FormField
  draft: DraftedDefinition
  error?: string | undefined
  onChange: (value: string) => void
}

const fewEnough = 5

/** One field of a definition: as many lines, or as many choices, as it needs. */
export function TypedInput({ of: { field, label, hint, input }, draft, error, onChange }: TypedInputProps) {
  const common = { id: definitionField(field), label, hint, error, value: draft.typed[field], onChange }
  if (input === 'lines') return <Textarea {...common} rows={3} />
  if (input === 'number') return <TextInput {...common} width={5} inputMode="decimal" />
  if (input === 'line') return <TextInput {...common} />
  const options = Object.entries(choicesOf(input, draft) ?? {}).map(([value, label]) => ({ value, label }))
  if (options.length > fewEnough) return <Select {...common} options={options} />
  return <Radios {...common} choices={options} look="small" />
}
