import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ReceiptCheckPage() {
  return (
    <Page title="Check a receipt" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
