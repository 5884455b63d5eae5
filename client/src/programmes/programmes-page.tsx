import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function ProgrammesPage() {
  return (
    <Page title="Programmes" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
