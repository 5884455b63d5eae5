import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function SignOffPage() {
  return (
    <Page title="Sign off" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
