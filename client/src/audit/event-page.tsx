import { useSuspenseQuery } from '@tanstack/react-query'
import type { AuditEventView } from '@inclusion/server/trust/view'
import { shortMoment } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { actWords } from './act-words.ts'
import { detailRows, savedLines } from './event-words.ts'
import { auditEventQuery } from './queries.ts'

/** One event of the trail, in words, and as it is stored. */
export function EventPage() {
  const { data: event } = useSuspenseQuery(auditEventQuery(useRouteParam('position')))
  const detail = JSON.parse(event.detail) as Record<string, unknown>
  return (
    <Page
      title={actWords(event.action)}
      caption={`Event ${event.position.toLocaleString('en-GB')} of the audit trail`}
      before={<BackLink href={paths.audit()}>Audit trail</BackLink>}
      width="two-thirds"
    >
      <SummaryList rows={[...headRows(event), ...detailRows(detail, event.names)]} />
      <Figures lines={savedLines(detail)} />
      <p className="govuk-body">
        No text that a person typed is kept here: those stand where they were typed.
      </p>
      <Details summary="The event as it is stored">
        <pre className="app-json">{JSON.stringify(storedOf(event, detail), null, 2)}</pre>
      </Details>
      <Neighbours {...event} />
    </Page>
  )
}

const headRows = ({ at, by, personId, subject, hash }: AuditEventView) => [
  { key: 'When', value: <time dateTime={at}>{shortMoment(at)}</time> },
  {
    key: 'Who',
    value: personId ? <Link href={paths.audit({ person: personId })}>{by ?? personId}</Link> : 'The service',
  },
  {
    key: 'To what',
    value: (
      <Link href={paths.audit({ subject })}>
        <span className="app-break">{subject}</span>
      </Link>
    ),
  },
  { key: 'Seal', value: <code className="app-break">{hash}</code> },
]

/** As the export has it, but for the detail, which is laid out here. */
function storedOf(event: AuditEventView, detail: Record<string, unknown>) {
  const { position, id, at, personId, action, subject, previousHash, hash } = event
  return { position, id, at, personId, action, subject, detail, previousHash, hash }
}

const few = 10

function Figures({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  const list = (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line} className="app-break">
          {line}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <h2 className="govuk-heading-m">Figures saved</h2>
      {lines.length <= few ? list : <Details summary={`The ${lines.length} figures`}>{list}</Details>}
    </>
  )
}

function Neighbours({ earlier, later }: AuditEventView) {
  return (
    <nav className="govuk-button-group" aria-label="Events beside this one">
      {earlier !== null && <Link href={staffPaths.auditEvent(earlier)}>The event before</Link>}
      {later !== null && <Link href={staffPaths.auditEvent(later)}>The event after</Link>}
    </nav>
  )
}
