import { breakdownsAsked } from '@inclusion/shared/figure-origin'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator, type Locator } from '@inclusion/shared/locators'
import { AboutPlace } from './about-place.tsx'
import { BreakdownRows } from './breakdown-rows.tsx'
import type { GridColumn } from './columns.ts'
import { ComputedCells, FigureCells } from './figure-cells.tsx'
import { FigureNotes } from './figure-notes.tsx'
import { useGrid } from './grid-context.ts'
import { NoteAndEvidence } from './note-and-evidence.tsx'

type IndicatorRowsProps = {
  definition: IndicatorDefinition
  columns: readonly GridColumn[]
  /** Said of a figure that is not typed here: where it comes from. */
  computed: string | null
  /** Further words on where it comes from, and what to do about it. */
  origin?: React.ReactNode
}

/** One indicator: its figure, what is said of it, and its breakdowns. */
export function IndicatorRows({ definition, columns, computed, origin }: IndicatorRowsProps) {
  const { entry, urn, isOpen, whyLocked } = useGrid()
  const locator = figureLocator(definition.indicator, { urn })
  const locked = whyLocked !== null && computed === null && !isOpen(locator)
  const breakdowns = computed !== null ? [] : breakdownsAsked(definition, entry.input.tier)
  return (
    <tbody className="app-grid__group">
      <tr
        className={`app-grid__total${computed === null && isOpen(locator) ? '' : ' app-grid__total--computed'}`}
      >
        <th scope="row" id={`row-${definition.indicator}`} tabIndex={-1}>
          <span className="app-grid__name">{definition.label}</span>
          <span className="app-grid__hint">{definition.hint}</span>
          {computed && <span className="app-grid__hint">{computed}</span>}
          {origin}
          {locked && <span className="app-grid__hint">{whyLocked}</span>}
        </th>
        {computed !== null ? (
          <ComputedCells definition={definition} columns={columns} />
        ) : (
          <FigureCells {...{ definition, locator, columns }} about={definition.label} />
        )}
      </tr>
      {computed !== null && definition.alsoFromAuthority && urn === null && (
        <OwnRow definition={definition} columns={columns} />
      )}
      <FigureNotes locator={locator} definition={definition} span={columns.length + 1} />
      {breakdowns.map((breakdown) => (
        <BreakdownRows key={breakdown.dimension} {...{ definition, breakdown, columns }} />
      ))}
      <MoreRow {...{ definition, locator }} span={columns.length + 1} isTyped={computed === null} />
    </tbody>
  )
}

/** What the authority may give beside its settings: for those who are in none of them. */
function OwnRow({ definition, columns }: Pick<IndicatorRowsProps, 'definition' | 'columns'>) {
  const locator = figureLocator(definition.indicator)
  return (
    <tr className="app-grid__category">
      <th scope="row">In no setting (optional)</th>
      <FigureCells {...{ definition, locator, columns }} about={`${definition.label}, in no setting`} quiet />
    </tr>
  )
}

type MoreRowProps = { definition: IndicatorDefinition; locator: Locator; span: number; isTyped: boolean }

/** The reference sheet, and the note and evidence: there for who wants them, out of the way of who types. */
function MoreRow({ definition, locator, span, isTyped }: MoreRowProps) {
  return (
    <tr className="app-grid__more">
      <td colSpan={span}>
        <div className="app-grid__details">
          <AboutPlace definition={definition} locator={locator} />
          {isTyped && <NoteAndEvidence definition={definition} locator={locator} />}
        </div>
      </td>
    </tr>
  )
}
