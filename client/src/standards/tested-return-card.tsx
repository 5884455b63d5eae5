import type { TestedReturn } from '@inclusion/server/standards/back-test-view'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { severityNames } from './severity-names.ts'

const whatWords = { added: 'Newly', gone: 'No more', moved: 'Other severity', same: 'As before' }

/** One past return, and what both editions say of it. */
export function TestedReturnCard({ tested }: { tested: TestedReturn }) {
  const { returnId, label, period, tier, changes } = tested
  return (
    <div className="app-card">
      <h3 className="govuk-heading-s">
        <Link href={paths.review(returnId)}>
          {label}, {period}
        </Link>
      </h3>
      <p className="govuk-body-s">In the {tier} tier</p>
      <ul className="govuk-list">
        {changes.map(({ check, locator, what, present, draft, message }) => (
          <li key={`${check} ${locator} ${what}`}>
            <strong>{whatWords[what]}</strong>: {check} {severityWords(present, draft)}. {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

const nameOf = (severity: string): string =>
  (severityNames[severity as keyof typeof severityNames] ?? severity).toLowerCase()

function severityWords(present: string | null, draft: string | null): string {
  if (present !== null && draft !== null && present !== draft)
    return `${nameOf(draft)}, was ${nameOf(present)}`
  return nameOf(draft ?? present ?? '')
}
