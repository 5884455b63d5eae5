import { memo, useId, type ComponentProps } from 'react'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { columnsOf } from './columns.ts'
import { GridContext, useGrid, type Grid } from './grid-context.ts'
import { IndicatorRows } from './indicator-rows.tsx'
import { signaturesOf } from './row-signature.ts'

type FigureGridProps = {
  caption: string
  definitions: readonly IndicatorDefinition[]
  /** Where a figure that is not typed here comes from; null for one that is. */
  computed?: (definition: IndicatorDefinition) => string | null
}

/** Figures down, their numbers and what to hold them against across: a real table of real fields. */
export function FigureGrid({ caption, definitions, computed = () => null }: FigureGridProps) {
  const grid = useGrid()
  const captionId = useId()
  const columns = columnsOf(definitions, { ...grid, periodId: grid.entry.input.periodId })
  if (definitions.length === 0) return null
  const signatures = signaturesOf(grid, definitions)
  return (
    <div className="app-grid-box">
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
          <SteadyRows
            key={definition.indicator}
            {...{ definition, columns, grid }}
            signature={signatures.get(definition.indicator) ?? ''}
            computed={computed(definition)}
          />
        ))}
      </table>
    </div>
  )
}

type SteadyRowsProps = ComponentProps<typeof IndicatorRows> & { grid: Grid; signature: string }

/** The rows of one indicator, drawn again only when something of theirs changed; they keep the grid they saw. */
const SteadyRows = memo(function SteadyRows({ grid, signature: _, ...rows }: SteadyRowsProps) {
  return (
    <GridContext value={grid}>
      <IndicatorRows {...rows} />
    </GridContext>
  )
}, isUnchanged)

function isUnchanged(before: SteadyRowsProps, after: SteadyRowsProps): boolean {
  const { entry: was, ...then } = before.grid
  const { entry: is, ...now } = after.grid
  return (
    before.signature === after.signature &&
    before.computed === after.computed &&
    before.definition === after.definition &&
    before.columns.length === after.columns.length &&
    was.saver === is.saver &&
    was.input.history === is.input.history &&
    was.input.settings === is.input.settings &&
    then.urn === now.urn &&
    then.whyLocked === now.whyLocked &&
    then.baselines === now.baselines &&
    then.profile === now.profile &&
    then.queries === now.queries &&
    then.answers === now.answers &&
    Boolean(then.answer) === Boolean(now.answer) &&
    Boolean(then.explain) === Boolean(now.explain)
  )
}
