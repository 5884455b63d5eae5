import { Field, type FieldProps } from './field.tsx'
import { PrivacyHint } from './privacy-hint.tsx'

type TextareaProps = FieldProps & {
  name?: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  rows?: number
  /** Checks of the return speak of this text beside it, so that no hint is wanted. */
  isChecked?: boolean
}

/** Several lines of text, and a quiet word under them when they probably name somebody. */
export function Textarea({ name, value, onChange, onBlur, rows = 5, isChecked, ...field }: TextareaProps) {
  return (
    <>
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
      {!isChecked && <PrivacyHint id={field.id} text={value} error={field.error} />}
    </>
  )
}
