import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ReturnPage() {
  return (
    <Page title="Return" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
