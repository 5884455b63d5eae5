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

/** Of those who review, or hardly ever needed: they come after the page. */
const Queue = lazy(async () => ({ default: (await import('./waiting-queue.tsx')).WaitingQueue }))
const KeptWork = lazy(async () => ({ default: (await import('./kept-work.tsx')).KeptWork }))
const FailedChecks = lazy(async () => ({ default: (await import('./failed-checks.tsx')).FailedChecks }))
const Nothing = lazy(async () => ({ default: (await import('./nothing.tsx')).Nothing }))

export function HomePage() {
  const { data: home } = useSuspenseQuery(homeQuery)
  const { returns, accepted, reports, queue, failedChecks, toDecide } = home
  const isFiler = returns.length + reports.length > 0
  const nothing = [returns, accepted, reports, queue, failedChecks, toDecide].every((of) => of.length === 0)
  return (
    <Page title="Your work">
      <Suspense>{isFiler && <KeptWork returns={returns} reports={reports} />}</Suspense>
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
        {failedChecks.length > 0 && <FailedChecks failed={failedChecks} />}
        {nothing && <Nothing runOut={home.runOut} />}
      </Suspense>
      {toDecide.map(({ words, path }) => (
        <p key={path} className="govuk-body">
          <Link href={path}>{words}</Link>
        </p>
      ))}
      {queue.length > 0 && (
        <Suspense>
          <Queue queue={queue} />
        </Suspense>
      )}
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
