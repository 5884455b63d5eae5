import type { ReportListItem } from '@inclusion/server/setting-reports/access'
import { longDate } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Tag } from '../ui/tag.tsx'
import { TaskList } from '../ui/task-list.tsx'

/** Reports to give, each with its setting and period. */
export function ReportTasks({ reports }: { reports: readonly ReportListItem[] }) {
  if (reports.length === 0) return <InsetText>No report is open just now.</InsetText>
  return (
    <TaskList
      tasks={reports.map((report) => ({
        title: `${report.setting}, ${report.period}`,
        href: paths.settingReport(report.returnId, report.urn),
        hint: `${report.programme}, ${report.authority}. Due ${longDate(report.dueOn)}.`,
        status: <ReportState report={report} />,
      }))}
    />
  )
}

/** Where a report stands, in words. */
function ReportState({ report: { status, returnStatus, questions } }: { report: ReportListItem }) {
  if (questions > 0)
    return <Tag colour="orange">{questions === 1 ? '1 question' : `${questions} questions`}</Tag>
  if (status === 'signed-off') return 'Signed off'
  if (['submitted', 'accepted'].includes(returnStatus)) return 'Closed, not signed off'
  return status === 'in-progress' ? (
    <Tag colour="blue">In progress</Tag>
  ) : (
    <Tag colour="grey">Not started</Tag>
  )
}
