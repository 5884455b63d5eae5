import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator, type Locator } from '@inclusion/shared/locators'
import { figureWords } from '@inclusion/shared/figure-words'
import { FigureLink } from '../provenance/figure-link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { useReview } from './review-context.ts'

type Row = { returnId: string; locator: Locator; name: string; now: string; before: string; baseline: string }

const columns: Column<Row>[] = [
  { header: 'Setting', cell: ({ name }) => name },
  {
    header: 'This period',
    cell: ({ returnId, locator, name, now }) => (
      <FigureLink {...{ returnId, locator, name }}>{now}</FigureLink>
    ),
  },
  { header: 'Last period', cell: ({ before }) => before },
  { header: 'Baseline', cell: ({ baseline }) => baseline },
]
/** One indicator as each setting reported it: what the ratio of sums above is made of. */
export function SettingFigures({ definition }: { definition: IndicatorDefinition }) {
  const { view } = useReview()
  const { indicator, alsoFromAuthority } = definition
  const own = view.checkInput.figures[indicator] !== undefined && alsoFromAuthority
  const places = [
    ...view.reports.map(({ urn, name, missingReason }) => ({
      urn,
      name: missingReason === null ? name : `${name} (no report; a reason is on record)`,
    })),
    ...(own ? [{ urn: null, name: 'In no setting' }] : []),
  ]
  const rows = places.map(({ urn, name }): Row => {
    const locator = figureLocator(indicator, { urn })
    const baseline = view.baselines.find((known) => known.indicator === indicator && known.urn === urn)
    return {
      returnId: view.id,
      locator,
      name,
      now: figureWords(definition, view.checkInput.figures[locator]) ?? 'Blank',
      before: figureWords(definition, view.checkInput.history[0]?.figures[locator]) ?? 'None',
      baseline: figureWords(definition, baseline) ?? 'None',
    }
  })
  return (
    <Table
      caption={`${definition.label} by setting`}
      captionSize="hidden"
      columns={columns}
      rows={rows}
      rowKey={({ locator }) => locator}
      empty="No setting takes part."
    />
  )
}
