import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ReturnsPage() {
  return (
    <Page title="Returns" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
