import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function SectionPage() {
  return (
    <Page title="Section" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
