import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function HomePage() {
  return (
    <Page title="Your work" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
