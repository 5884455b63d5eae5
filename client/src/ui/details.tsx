import type { ReactNode } from 'react'

type DetailsProps = {
  summary: string
  /** Whether it begins open. */
  open?: boolean
  children: ReactNode
}

/** More, for those who want it. Printed whether it is open or not. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}
