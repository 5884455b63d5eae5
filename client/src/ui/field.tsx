import type { ReactNode } from 'react'

/** What every field has: a label, perhaps a hint, and when it needs mending the same words as the summary. */
export type FieldProps = {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** For the only question of a page the label is its heading. */
  labelSize?: 's' | 'm' | 'l'
}

/** What the input inside a field must carry, so that its hint and error are read with it. */
export type InputAttributes = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type WrapperProps = FieldProps & { children: (attributes: InputAttributes) => ReactNode }

/** Label, hint and error around one input. */
export function Field({ id, label, hint, error, labelSize, children }: WrapperProps) {
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label className={`govuk-label${labelSize ? ` govuk-label--${labelSize}` : ''}`} htmlFor={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children({
        id,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  )
}

type HintAndErrorProps = { id: string; hint?: string | undefined; error?: string | undefined }

export function HintAndError({ id, hint, error }: HintAndErrorProps) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  )
}

/** The ids of what describes an input: undefined when nothing does. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
