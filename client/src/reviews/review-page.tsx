import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ReviewPage() {
  return (
    <Page title="Review" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
