import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator } from '@inclusion/shared/locators'
import { placeWords } from '@inclusion/shared/standards/words'
import { figureWords } from '@inclusion/shared/figure-words'
import { FigureLink } from '../provenance/figure-link.tsx'
import { Details } from '../ui/details.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { useReview } from './review-context.ts'

type Row = { returnId: string; locator: string; name: string; now: string; before: string }

const columns: Column<Row>[] = [
  { header: 'Category', cell: ({ name }) => name },
  {
    header: 'This period',
    numeric: true,
    cell: ({ returnId, locator, name, now }) => (
      <FigureLink {...{ returnId, locator, name }}>{now}</FigureLink>
    ),
  },
  { header: 'Last period', numeric: true, cell: ({ before }) => before },
]

/** The categories of a figure, folded away: they are read when its total raises a question. */
export function BreakdownFigures({ definition }: { definition: IndicatorDefinition }) {
  const { view, prepared } = useReview()
  const { figures, history } = view.checkInput
  const rows = Object.entries(figures).flatMap(([locator, figure]): Row[] => {
    const place = readLocator(locator)
    if (place.kind !== 'figure' || place.indicator !== definition.indicator || !place.dimension) return []
    const name = placeWords(prepared, { ...place, definition })
      .trim()
      .replaceAll(/[()]/g, '')
    const before = figureWords(definition, history[0]?.figures[locator]) ?? 'None'
    return [{ returnId: view.id, locator, name, now: figureWords(definition, figure) ?? 'Blank', before }]
  })
  if (rows.length === 0) return null
  const dimensions = definition.disaggregations.map(({ label }) => label.toLowerCase())
  return (
    <Details summary={`By ${new Intl.ListFormat('en-GB').format(dimensions)}`}>
      <Table
        caption={`${definition.label}, broken down`}
        captionSize="hidden"
        columns={columns}
        rows={rows}
        rowKey={({ locator }) => locator}
      />
    </Details>
  )
}
