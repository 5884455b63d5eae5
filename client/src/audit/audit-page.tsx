import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { shortMoment } from '@inclusion/shared/time'
import type { AuditPage as AuditEvents } from '@inclusion/server/trust/view'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { actWords } from './act-words.ts'
import { auditQuery, type AuditPlace } from './queries.ts'
import { SubjectFilter } from './subject-filter.tsx'

type AuditEvent = AuditEvents['events'][number]

const columns: Column<AuditEvent>[] = [
  { header: 'Number', cell: ({ position }) => position.toLocaleString('en-GB') },
  { header: 'When', cell: ({ at }) => <time dateTime={at}>{shortMoment(at)}</time> },
  { header: 'Who', cell: ({ by }) => by ?? 'The service' },
  { header: 'Did what', cell: ({ action }) => actWords(action) },
  {
    header: 'To what',
    cell: ({ subject }) => (
      <Link href={paths.audit({ subject })}>
        <span className="app-break">{subject}</span>
      </Link>
    ),
  },
  { header: 'Seal', cell: ({ hash }) => <code title={hash}>{hash.slice(0, 8)}</code> },
]

export function AuditPage() {
  // The events before stay on the page, and the focus where it is, until the next ones have come.
  const place: AuditPlace = useDeferredValue(useSearch({ strict: false }))
  const subject = place.subject ?? ''
  const { data } = useSuspenseQuery(auditQuery(place))
  const caption = subject ? `What was done to ${subject}` : 'What was done'
  return (
    <Page title="Audit trail">
      <p className="govuk-body govuk-!-width-two-thirds">
        Every change to the service, latest first. Events are only ever added. The seal of each is worked out
        from the event and the seal before it, so nothing can be changed or taken out without a trace.
      </p>
      <SubjectFilter subject={subject} />
      <output className="govuk-visually-hidden">
        {caption}: {data.events.length} events
      </output>
      <Table
        caption={caption}
        columns={columns}
        rows={data.events}
        rowKey={({ position }) => String(position)}
        empty={subject ? 'Nothing on record was done to this.' : 'Nothing is on record yet.'}
      />
      <AuditPaging {...place} older={data.before} />
    </Page>
  )
}

function AuditPaging({ subject = '', before, older }: AuditPlace & { older: number | null }) {
  if (!before && older === null) return null
  return (
    <nav className="govuk-button-group" aria-label="Pages of the trail">
      {older !== null && <Link href={paths.audit({ subject, before: older })}>Older events</Link>}
      {before && <Link href={paths.audit({ subject })}>Back to the latest events</Link>}
    </nav>
  )
}
