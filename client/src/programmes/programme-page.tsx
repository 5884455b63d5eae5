import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ProgrammePage() {
  return (
    <Page title="Programme" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
