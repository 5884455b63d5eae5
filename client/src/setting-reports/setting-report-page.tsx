import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function SettingReportPage() {
  return (
    <Page title="Report" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
