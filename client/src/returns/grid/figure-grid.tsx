import { useId } from 'react'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { columnsOf } from './columns.ts'
import { useGrid } from './grid-context.ts'
import { IndicatorRows } from './indicator-rows.tsx'
import { Spreadsheet } from './spreadsheet.tsx'

type FigureGridProps = {
  caption: string
  definitions: readonly IndicatorDefinition[]
  /** Where a figure that is not typed here comes from; null for one that is. */
  computed?: (definition: IndicatorDefinition) => string | null
  /** Further words on where a figure comes from, and what to do about it. */
  origin?: (definition: IndicatorDefinition) => React.ReactNode
}

/** Figures down, their numbers and what to hold them against across: a real table of real fields. */
export function FigureGrid({ caption, definitions, computed = () => null, origin }: FigureGridProps) {
  const grid = useGrid()
  const captionId = useId()
  const columns = columnsOf(definitions, { ...grid, periodId: grid.entry.input.periodId })
  if (definitions.length === 0) return null
  return (
    <Spreadsheet
      name={caption}
      sheet={async (now) => {
        const { figureSheet } = await import('../paste/figure-sheet.ts')
        return figureSheet({ grid: now, definitions, columns, computed })
      }}
    >
      <table className="app-grid" aria-labelledby={captionId}>
        <caption className="govuk-visually-hidden" id={captionId}>
          {caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            {columns.map(({ name, header }) => (
              <th key={name} scope="col" className={`app-grid__cell--${name}`}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        {definitions.map((definition) => (
          <IndicatorRows
            key={definition.indicator}
            {...{ definition, columns }}
            computed={computed(definition)}
            origin={origin?.(definition)}
          />
        ))}
      </table>
    </Spreadsheet>
  )
}
