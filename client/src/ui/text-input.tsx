import { Field, type FieldProps } from './field.tsx'

type TextInputProps = FieldProps & {
  name?: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** Characters that fit; the full width of its column when left out. */
  width?: 2 | 3 | 4 | 5 | 10 | 20
  /** Numbers keep `type="text"`, so that nothing typed is thrown away. */
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email'
  autoComplete?: string
  /** False where what is typed must stay on this computer: a browser may send it away to be checked. */
  spellCheck?: false
}

/** One line of text, or a number. */
export function TextInput({
  name,
  value,
  onChange,
  onBlur,
  width,
  inputMode,
  autoComplete,
  spellCheck,
  ...field
}: TextInputProps) {
  const widthClass = width ? ` govuk-input--width-${width}` : ''
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          className={`govuk-input${widthClass}${field.error ? ' govuk-input--error' : ''}`}
          type="text"
          name={name ?? field.id}
          value={value}
          inputMode={inputMode}
          autoComplete={autoComplete ?? 'off'}
          spellCheck={inputMode === undefined || inputMode === 'text' ? spellCheck : false}
          autoCorrect={spellCheck === false ? 'off' : undefined}
          autoCapitalize={spellCheck === false ? 'off' : undefined}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </Field>
  )
}
