import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ReturnSettingsPage() {
  return (
    <Page title="Settings" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
