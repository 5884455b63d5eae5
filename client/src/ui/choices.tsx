import type { ReactNode } from 'react'
import { describedBy, HintAndError, type FieldProps } from './field.tsx'

/** One choice of Radios or Checkboxes; `reveals` is asked only when it is chosen. */
export type Choice<Value extends string = string> = {
  value: Value
  label: string
  hint?: string
  reveals?: ReactNode
}

type ChoicesProps = FieldProps & {
  kind: 'radios' | 'checkboxes'
  look?: 'inline' | 'small'
  children: ReactNode
}

/** The fieldset around choices. */
export function Choices({ id, label, hint, error, labelSize, kind, look, children }: ChoicesProps) {
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(id, hint, error)}>
        <legend
          className={`govuk-fieldset__legend${labelSize ? ` govuk-fieldset__legend--${labelSize}` : ''}`}
        >
          {label}
        </legend>
        <HintAndError id={id} hint={hint} error={error} />
        <div className={`govuk-${kind}${look ? ` govuk-${kind}--${look}` : ''}`}>{children}</div>
      </fieldset>
    </div>
  )
}

type ChoiceItemProps = {
  id: string
  name: string
  kind: 'radios' | 'checkboxes'
  choice: Choice
  checked: boolean
  onChange: (checked: boolean) => void
}

/** One radio or checkbox, its hint, and what it reveals. */
export function ChoiceItem({ id, name, kind, choice, checked, onChange }: ChoiceItemProps) {
  const hintId = `${id}-item-hint`
  return (
    <>
      <div className={`govuk-${kind}__item`}>
        <input
          className={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          checked={checked}
          aria-describedby={choice.hint ? hintId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
          {choice.label}
        </label>
        {choice.hint && (
          <div id={hintId} className={`govuk-hint govuk-${kind}__hint`}>
            {choice.hint}
          </div>
        )}
      </div>
      {choice.reveals && checked && <div className={`govuk-${kind}__conditional`}>{choice.reveals}</div>}
    </>
  )
}
