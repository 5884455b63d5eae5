import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function StandardsPage() {
  return (
    <Page title="Standards" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
