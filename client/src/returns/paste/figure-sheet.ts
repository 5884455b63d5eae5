/** The table of a section's figures, as a block of cells is laid over it. */
import { partsOf } from '@inclusion/shared/figure-changes'
import { entryText, type NumberPart } from '@inclusion/shared/figures'
import type { Category, Disaggregation, IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { asksIn } from '@inclusion/shared/framework/tiers'
import { figureLocator, type Locator } from '@inclusion/shared/locators'
import { figureAt, shownEntry } from '../entry/edits.ts'
import { together } from '@inclusion/shared/figure-words'
import { breakdownKey } from '../folding.ts'
import type { ColumnName, GridColumn } from '../grid/columns.ts'
import type { Grid } from '../grid/grid-context.ts'
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts'

export type FigureTable = {
  grid: Grid
  definitions: readonly IndicatorDefinition[]
  columns: readonly GridColumn[]
  /** Where a figure that is not typed here comes from; null for one that is. */
  computed: (definition: IndicatorDefinition) => string | null
}

const otherNames: Readonly<Record<ColumnName, readonly string[]>> = {
  figure: ['number', 'count', 'value', 'numerator'],
  denominator: ['of', 'denominator'],
  people: ['number of people'],
  rate: ['%', 'percent', 'percentage'],
  last: ['last period'],
  baseline: [],
  profile: ['planned', 'target'],
}
const typedColumns: ReadonlySet<ColumnName> = new Set(['figure', 'denominator', 'people'])

export function figureSheet(table: FigureTable): Sheet {
  const columns = table.columns.map(({ name, header }): SheetColumn => ({
    key: name,
    header,
    names: otherNames[name],
    isShownOnly: !typedColumns.has(name),
  }))
  return { columns, rows: table.definitions.flatMap((definition) => rowsOf(table, definition)) }
}

function rowsOf(table: FigureTable, definition: IndicatorDefinition): SheetRow[] {
  const { urn, entry } = table.grid
  const own = [definition.label, definition.indicator]
  const total = { words: definition.label, path: [own], isShown: true }
  if (table.computed(definition) !== null) {
    const shown = { ...total, cells: computedCells(table, definition) }
    if (!definition.alsoFromAuthority || urn !== null) return [shown]
    const outside = ['In no setting (optional)', 'In no setting']
    const cells = typedCells(table, definition, figureLocator(definition.indicator))
    const words = `${definition.label}, in no setting`
    return [shown, { words, path: [own, outside], isShown: true, cells }]
  }
  const asked = definition.disaggregations.filter((each) => asksIn(each.askedFrom, entry.input.tier))
  return [
    { ...total, cells: typedCells(table, definition, figureLocator(definition.indicator, { urn })) },
    ...asked.flatMap((breakdown) =>
      breakdown.categories.map((category) => categoryRow(table, definition, { breakdown, category })),
    ),
  ]
}

type Place = { breakdown: Disaggregation; category: Category }

function categoryRow(
  table: FigureTable,
  definition: IndicatorDefinition,
  { breakdown: { dimension, label }, category }: Place,
): SheetRow {
  const { urn, unfolded } = table.grid
  const locator = figureLocator(definition.indicator, { urn, dimension, category: category.code })
  const { people: _, ...cells } = typedCells(table, definition, locator)
  return {
    words: `${definition.label}, ${label}: ${category.label}`,
    path: [
      [definition.label, definition.indicator],
      [label, dimension, `By ${label}`],
      [category.label, category.code, ...category.aliases],
    ],
    isShown: unfolded.has(breakdownKey(definition.indicator, dimension)),
    cells,
  }
}

const columnOf = (part: NumberPart): ColumnName =>
  part === 'numerator' || part === 'value' ? 'figure' : part

function typedCells(
  { grid }: FigureTable,
  definition: IndicatorDefinition,
  locator: Locator,
): Record<string, SheetCell> {
  const { entry, isOpen, whyLocked } = grid
  const figure = figureAt(entry.input, locator)
  const { input, state } = entry
  const closed = isOpen(locator) ? null : (whyLocked ?? 'This figure cannot be typed here.')
  const cells = partsOf(definition).map((part): [string, SheetCell] => {
    const measure = part === 'people' ? 'count' : definition.measure
    const shown = { input, edits: state.edits, locator, part }
    const now = shownEntry(shown, figure[part], definition.measure)
    return [columnOf(part), { locator, part, measure, now, missing: figure.missing, closed }]
  })
  return Object.fromEntries(cells)
}

function computedCells(
  { grid: { entry, urn } }: FigureTable,
  definition: IndicatorDefinition,
): Record<string, SheetCell> {
  const amounts = together(definition, entry.input.figures)
  const closed =
    definition.collectedFrom === 'setting'
      ? 'Added up from the reports of your settings.'
      : 'Worked out for you.'
  const cells = partsOf(definition).map((part): [string, SheetCell] => {
    const measure = part === 'people' ? 'count' : definition.measure
    const now = entryText(amounts[part], measure)
    const locator = figureLocator(definition.indicator, { urn })
    return [columnOf(part), { locator, part, measure, now, missing: null, closed }]
  })
  return Object.fromEntries(cells)
}
