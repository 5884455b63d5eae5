import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReturnLine } from '@inclusion/server/returns/view'
import type { QueueLine } from '@inclusion/server/reviews/queue'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { hasErrors, OutcomeNotice, useOutcome, type Told } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { queueQuery, reopenAskedQuery } from './queries.ts'
import { TakeButton } from './take-button.tsx'

type QueueRow = Pick<Told, 'onRefused'> & { line: QueueLine; onTaken: () => void }

// The number and its word stay on one line.
const days = (count: number) => (count === 1 ? '1\u00a0day' : `${count}\u00a0days`)

const columns: Column<QueueRow>[] = [
  { header: 'Return', cell: ({ line }) => <ReturnName {...line} /> },
  { header: 'Submitted', cell: ({ line }) => shortDate(londonDate(line.submittedAt)) },
  { header: 'Age', numeric: true, cell: ({ line }) => days(line.age) },
  { header: 'Version', numeric: true, cell: ({ line }) => line.version },
  { header: 'Explained', numeric: true, cell: ({ line }) => line.explained },
  { header: 'Notes', numeric: true, cell: ({ line }) => line.notes },
  { header: 'Held by', cell: ({ line }) => line.evaluator ?? 'Nobody yet' },
  { header: 'Review', cell: (row) => <NextStep {...row} /> },
]

const askedColumns: Column<ReturnLine>[] = [
  { header: 'Return', cell: (line) => <ReturnName {...line} /> },
  { header: 'Open again', cell: ({ id }) => <Link href={paths.review(id)}>Read the request</Link> },
]

export function ReviewsPage() {
  const { data: queue } = useSuspenseQuery(queueQuery)
  const { data: asked } = useSuspenseQuery(reopenAskedQuery)
  const { outcome, onRefused } = useOutcome()
  const navigate = useNavigate()
  return (
    <Page title="Review" hasErrors={hasErrors(outcome)}>
      <OutcomeNotice {...outcome} />
      <Table
        caption="Submitted, the oldest first"
        captionSize="m"
        columns={columns}
        rows={queue.map((line) => ({
          line,
          onRefused,
          onTaken: () => void navigate({ href: paths.review(line.id) }),
        }))}
        rowKey={({ line }) => line.id}
        empty="Nothing waits for review."
      />
      {asked.length > 0 && (
        <Table
          caption="Accepted, and asked to be opened again"
          captionSize="m"
          columns={askedColumns}
          rows={asked}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  )
}

function ReturnName({ id, authority, programme, period }: ReturnLine) {
  return (
    <>
      <Link href={paths.review(id)} about={`${programme.name}, ${period.label}`}>
        {authority.name}
      </Link>
      <p className="app-reason" aria-hidden="true">
        {programme.name}, {period.label}
      </p>
    </>
  )
}

function NextStep({ line, onTaken, onRefused }: QueueRow) {
  if (!line.mayTake) return <Link href={paths.review(line.id)}>Open</Link>
  const about = `${line.authority.name}, ${line.programme.name}`
  return <TakeButton returnId={line.id} words="Take" about={about} onDone={onTaken} onRefused={onRefused} />
}
