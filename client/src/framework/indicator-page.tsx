import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'

export function IndicatorPage() {
  return (
    <Page title="Indicator" width="two-thirds">
      <InsetText>There is nothing here yet.</InsetText>
    </Page>
  )
}
