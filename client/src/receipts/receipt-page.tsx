import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ReceiptPage() {
  return (
    <Page title="Receipt" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
