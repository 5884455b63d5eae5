import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function SettingReportsPage() {
  return (
    <Page title="Setting reports" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
