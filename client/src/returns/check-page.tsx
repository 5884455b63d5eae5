import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function CheckPage() {
  return (
    <Page title="Check" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
