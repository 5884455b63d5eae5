import type { ReactNode } from 'react'
import { Link } from './link.tsx'

export type SummaryRow = {
  key: string
  value: ReactNode
  /** `about` completes the words of the link for those who hear it out of its place. */
  action?: { href: string; words: string; about: string }
}

type SummaryListProps = { rows: readonly SummaryRow[]; borders?: boolean }

/** Names and values, each perhaps with a way to change it. */
export function SummaryList({ rows, borders = true }: SummaryListProps) {
  const anyAction = rows.some(({ action }) => action)
  return (
    <dl className={`govuk-summary-list${borders ? '' : ' govuk-summary-list--no-border'}`}>
      {rows.map(({ key, value, action }) => (
        <div
          key={key}
          className={`govuk-summary-list__row${anyAction && !action ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {action && (
            <dd className="govuk-summary-list__actions">
              <Link href={action.href} about={action.about}>
                {action.words}
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
