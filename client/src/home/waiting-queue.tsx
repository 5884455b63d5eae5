import type { HomeView } from '@inclusion/server/home/routes'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'

type QueueLine = HomeView['queue'][number]

const queueColumns: Column<QueueLine>[] = [
  {
    header: 'Return',
    cell: ({ id, authority, programme }) => (
      <Link href={paths.review(id)}>{`${authority.name}, ${programme.name}`}</Link>
    ),
  },
  { header: 'Period', cell: ({ period }) => period.label },
  { header: 'Working days', cell: ({ waited }) => waited, numeric: true },
  { header: 'Evaluator', cell: ({ stands }) => stands },
]

const shownOfQueue = 8

/** The first returns that wait for an evaluator, and the way to all of them. */
export function WaitingQueue({ queue }: { queue: readonly QueueLine[] }) {
  return (
    <>
      <Table
        stacks
        caption="Waiting for RMEL"
        captionSize="m"
        columns={queueColumns}
        rows={queue.slice(0, shownOfQueue)}
        rowKey={({ id }) => id}
      />
      <p className="govuk-body">
        <Link href={paths.reviews()}>
          {queue.length > shownOfQueue ? `The whole queue of ${queue.length}` : 'The review queue'}
        </Link>
      </p>
    </>
  )
}
