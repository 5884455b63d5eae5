import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { HomeView } from '@inclusion/server/home/routes'
import { longDate } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { ReportTasks } from '../setting-reports/report-tasks.tsx'
import { sessionQuery } from '../shell/session.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { DueTag } from './due-tag.tsx'
import { holderLine, nextStep } from './home-words.ts'
import { homeQuery } from './queries.ts'

type QueueLine = HomeView['queue'][number]
type AcceptedLine = HomeView['accepted'][number]

const acceptedColumns: Column<AcceptedLine>[] = [
  { header: 'Period', cell: ({ id, period }) => <Link href={paths.return(id)}>{period.label}</Link> },
  { header: 'Programme', cell: ({ programme }) => programme.name },
  { header: 'Borough', cell: ({ authority }) => authority.name },
  {
    header: 'Receipt',
    cell: ({ id, period }) => (
      <Link href={paths.returnReceipt(id)} about={`for ${period.label}`}>
        Receipt
      </Link>
    ),
  },
]

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

/** Hardly ever needed: they wait until they are. */
const FailedChecks = lazy(async () => ({ default: (await import('./failed-checks.tsx')).FailedChecks }))
const Nothing = lazy(async () => ({ default: (await import('./nothing.tsx')).Nothing }))

export function HomePage() {
  const { data: home } = useSuspenseQuery(homeQuery)
  const { returns, accepted, reports, queue } = home
  const forStaff = home.failedChecks.length + home.toDecide.length
  const nothing = returns.length + accepted.length + reports.length + queue.length + forStaff === 0
  return (
    <Page title="Your work">
      {returns.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Returns, by due date</h2>
          <ReturnTasks returns={returns} />
        </>
      )}
      {reports.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Reports of your settings</h2>
          <ReportTasks reports={reports.filter(isCurrent)} />
          <p className="govuk-body">
            <Link href={paths.settingReports()}>All your reports</Link>
          </p>
        </>
      )}
      <Suspense>
        {home.failedChecks.length > 0 && <FailedChecks failed={home.failedChecks} />}
        {nothing && <Nothing runOut={home.runOut} />}
      </Suspense>
      {home.toDecide.map(({ words, path }) => (
        <p key={path} className="govuk-body">
          <Link href={path}>{words}</Link>
        </p>
      ))}
      {queue.length > 0 && <Queue queue={queue} />}
      {accepted.length > 0 && (
        <Table
          stacks
          caption="Accepted"
          captionSize="m"
          columns={acceptedColumns}
          rows={accepted.slice(0, 12)}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  )
}

/** A report still to be given, or signed off in a return that is still open. */
const isCurrent = ({ returnStatus }: HomeView['reports'][number]): boolean =>
  !['submitted', 'accepted'].includes(returnStatus)

function ReturnTasks({ returns }: { returns: HomeView['returns'] }) {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const reader = session?.capabilities.includes('return.edit') ? 'lead' : 'certifier'
  return (
    <TaskList
      tasks={returns.map((line) => ({
        title: `${line.programme.name}, ${line.authority.name}, ${line.period.label}`,
        href: paths.return(line.id),
        hint: `${holderLine(line)}. ${nextStep(line, reader)} Due ${longDate(line.dueOn)}${line.extendedFrom ? ', extended' : ''}.`,
        status: (
          <>
            <StatusTag status={line.status} />
            <div className="app-status">
              <DueTag daysLeft={line.daysLeft} />
            </div>
          </>
        ),
      }))}
    />
  )
}

function Queue({ queue }: { queue: readonly QueueLine[] }) {
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
