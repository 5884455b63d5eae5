import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ReviewsPage() {
  return (
    <Page title="Reviews" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
