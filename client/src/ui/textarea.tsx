import { Field, type FieldProps } from './field.tsx'

type TextareaProps = FieldProps & {
  name?: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  rows?: number
}

/** Several lines of text. */
export function Textarea({ name, value, onChange, onBlur, rows = 5, ...field }: TextareaProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <textarea
          {...attributes}
          className={`govuk-textarea${field.error ? ' govuk-textarea--error' : ''}`}
          name={name ?? field.id}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </Field>
  )
}
