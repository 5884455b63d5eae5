import { useSuspenseQuery } from '@tanstack/react-query'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { periodLabel } from '@inclusion/shared/periods'
import { useRouteParam } from '../routing/use-route-param.ts'
import { Page } from '../ui/page.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { sheetRows } from './definition-rows.tsx'
import { indicatorQuery } from './queries.ts'

export function IndicatorPage() {
  const { data } = useSuspenseQuery(indicatorQuery(useRouteParam('code')))
  const [latest, ...earlier] = data.editions
  if (!latest) return null
  return (
    <Page title={latest.label} caption={latest.indicator} width="two-thirds">
      <Edition definition={latest} />
      {earlier.length > 0 && <h2 className="govuk-heading-m">Earlier editions</h2>}
      {earlier.map((definition) => (
        <Edition key={definition.edition} definition={definition} />
      ))}
    </Page>
  )
}

/** One edition of the definition: its sheet in plain words, then how it is counted and added up. */
function Edition({ definition }: { definition: IndicatorDefinition }) {
  const { edition, effectiveFrom } = definition
  return (
    <section aria-labelledby={`edition-${edition}`}>
      <h2 className="govuk-heading-m" id={`edition-${edition}`}>
        Edition {edition}
        <span className="govuk-caption-m">From {periodLabel(effectiveFrom)}</span>
      </h2>
      <SummaryList rows={sheetRows(definition)} />
    </section>
  )
}
