import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function AuditPage() {
  return (
    <Page title="Audit trail" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
