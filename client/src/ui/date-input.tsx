import { HintAndError, describedBy, type FieldProps } from './field.tsx'
import type { TypedDate } from './typed-date.ts'

type DateInputProps = FieldProps & { value: TypedDate; onChange: (part: Partial<TypedDate>) => void }

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/** A day in three fields. The first carries the id of the field, so that an error summary can lead to it. */
export function DateInput({ id, label, hint, error, value, onChange }: DateInputProps) {
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(id, hint, error)}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        <HintAndError id={id} hint={hint} error={error} />
        <div className="govuk-date-input">
          {parts.map(({ part, label: words, width }) => (
            <div key={part} className="govuk-date-input__item">
              <label className="govuk-label govuk-date-input__label" htmlFor={fieldOf(id, part)}>
                {words}
              </label>
              <input
                id={fieldOf(id, part)}
                className={`govuk-input govuk-date-input__input govuk-input--width-${width}${error ? ' govuk-input--error' : ''}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                value={value[part]}
                onChange={(event) => onChange({ [part]: event.target.value })}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

const fieldOf = (id: string, part: keyof TypedDate): string => (part === 'day' ? id : `${id}-${part}`)
