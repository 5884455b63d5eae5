import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function PeoplePage() {
  return (
    <Page title="People" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
