import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function HistoryPage() {
  return (
    <Page title="History" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
