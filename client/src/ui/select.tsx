import { Field, type FieldProps } from './field.tsx'

type SelectProps = FieldProps & {
  name?: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
}

/** One of many. For fewer than about seven choices use Radios. */
export function Select({ name, value, onChange, options, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <select
          {...attributes}
          className={`govuk-select${field.error ? ' govuk-select--error' : ''}`}
          name={name ?? field.id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
