import { useSuspenseQuery } from '@tanstack/react-query'
import { Page } from '../ui/page.tsx'
import { settingReportsQuery } from './queries.ts'
import { ReportTasks } from './report-tasks.tsx'

export function SettingReportsPage() {
  const { data: reports } = useSuspenseQuery(settingReportsQuery)
  return (
    <Page title="Reports of your settings" width="two-thirds">
      <ReportTasks reports={reports} />
    </Page>
  )
}
