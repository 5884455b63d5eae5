import type { ReactNode } from 'react'

type RowCheckboxProps = {
  id: string
  checked: boolean
  onChange: () => void
  /** What is selected; hidden from sight where the row says it. */
  children: ReactNode
}

/** Selects a row of a table for an act on several. */
export function RowCheckbox({ id, checked, onChange, children }: RowCheckboxProps) {
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={id}
          type="checkbox"
          checked={checked}
          onChange={onChange}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {children}
        </label>
      </div>
    </div>
  )
}
