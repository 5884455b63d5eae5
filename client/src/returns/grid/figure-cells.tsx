import { partsOf } from '@inclusion/shared/figure-changes'
import { isAnswered, showRatio, type Figure, type NumberPart } from '@inclusion/shared/figures'
import { isPair, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { partName } from '@inclusion/shared/standards/words'
import { figureAt } from '../entry/edits.ts'
import {
  figureWords,
  lastPeriod,
  levelWords,
  profileWords,
  together,
  soFarWords,
  yearToDate,
} from '@inclusion/shared/figure-words'
import type { ColumnName, GridColumn } from './columns.ts'
import { useGrid } from './grid-context.ts'
import { MissingSelect } from './missing-select.tsx'
import { NumberField } from './number-field.tsx'

type FigureCellsProps = {
  definition: IndicatorDefinition
  locator: Locator
  /** What the row is about, to complete the name of each field. */
  about: string
  columns: readonly GridColumn[]
  /** A category: the words beside its fields are those of its total. */
  quiet?: boolean
}

/** The cells of one figure that is typed: its numbers, its rate, and what to hold it against. */
export function FigureCells({ definition, locator, about, columns, quiet = false }: FigureCellsProps) {
  const { entry, isOpen } = useGrid()
  const figure = figureAt(entry.input, locator)
  const parts = partsOf(definition)
  const place = readLocator(locator)
  const isCategory = place.kind === 'figure' && place.dimension !== null
  const isGiven = isAnswered({ ...figure, missing: null })
  const field = (part: NumberPart) => {
    const own = definition.parts[part] ?? partName(definition, part)
    return (
      parts.includes(part) && (
        <NumberField
          {...{ locator, part, about, quiet, label: own, measure: definition.measure }}
          number={figure[part]}
        />
      )
    )
  }
  const cells: Partial<Record<ColumnName, React.ReactNode>> = {
    figure: (
      <>
        {field(parts[0] === 'numerator' ? 'numerator' : 'value')}
        {(!quiet || figure.missing) && (isOpen(locator) || figure.missing) && (
          <MissingSelect {...{ locator, about }} missing={figure.missing} isGiven={isGiven} />
        )}
      </>
    ),
    denominator: field('denominator'),
    people: isCategory ? null : field('people'),
    rate: <RateCell definition={definition} figure={figure} />,
    last: <LastCell definition={definition} locator={locator} />,
    ...(!quiet && comparisons(definition)),
  }
  return <Cells columns={columns} cells={cells} />
}

const comparisons = (definition: IndicatorDefinition) => ({
  baseline: <BaselineCell definition={definition} />,
  profile: <ProfileCell definition={definition} />,
})

/** The cells of a figure that is not typed here: settings' figures together, or one that is worked out. */
export function ComputedCells({ definition, columns }: Pick<FigureCellsProps, 'definition' | 'columns'>) {
  const { entry } = useGrid()
  const amounts = together(definition, entry.input.figures)
  const { measure, parts } = definition
  const cells: Partial<Record<ColumnName, React.ReactNode>> = {
    figure: (
      <Fixed label={parts.numerator ?? parts.value ?? ''} number={amounts.numerator ?? amounts.value} />
    ),
    denominator: isPair(measure) && <Fixed label={parts.denominator ?? ''} number={amounts.denominator} />,
    people: definition.people === 'beside' && <Fixed label={parts.people ?? ''} number={amounts.people} />,
    rate: <output className="app-number">{showRatio(amounts, measure) ?? '–'}</output>,
    last: levelWords(definition, together(definition, lastPeriod(entry.input)?.figures ?? {})) ?? '–',
    ...comparisons(definition),
  }
  return <Cells columns={columns} cells={cells} />
}

function Fixed({ label, number }: { label: string; number: number | null }) {
  return (
    <div className="app-grid__field">
      <span className="app-grid__label">{label}</span>
      <span className="app-number">{number === null ? '–' : number.toLocaleString('en-GB')}</span>
    </div>
  )
}

function Cells({
  columns,
  cells,
}: {
  columns: readonly GridColumn[]
  cells: Partial<Record<ColumnName, React.ReactNode>>
}) {
  return columns.map(({ name, header }) => (
    <td key={name} className={`app-grid__cell app-grid__cell--${name}`} data-header={header}>
      {cells[name]}
    </td>
  ))
}

function RateCell({ definition, figure }: { definition: IndicatorDefinition; figure: Figure }) {
  if (!isPair(definition.measure)) return null
  return <output className="app-number">{showRatio(figure, definition.measure) ?? '–'}</output>
}

/** What was accepted for the period before, whole where there is room and as a level beside the rate. */
function LastCell({ definition, locator }: { definition: IndicatorDefinition; locator: Locator }) {
  const { entry } = useGrid()
  const last = lastPeriod(entry.input)
  const isTotal = readLocator(locator).kind === 'figure'
  if (!last || !isTotal) return '–'
  const figure = last.figures[locator]
  const level = levelWords(definition, figure)
  const whole = figureWords(definition, figure)
  if (level === null || !isPair(definition.measure)) return <span className="app-number">{whole ?? '–'}</span>
  return (
    <span className="app-number">
      {level}
      <span className="app-grid__small">{whole?.replace(/ \(.*/, '')}</span>
    </span>
  )
}

function BaselineCell({ definition }: { definition: IndicatorDefinition }) {
  const { baselines, urn } = useGrid()
  const baseline = baselines.find((each) => each.indicator === definition.indicator && each.urn === urn)
  return <span className="app-number">{levelWords(definition, baseline) ?? '–'}</span>
}

/** The profile of the grant, and for what adds up over the year how far it has come. */
function ProfileCell({ definition }: { definition: IndicatorDefinition }) {
  const { profile, entry } = useGrid()
  const planned = profile[definition.indicator]
  if (planned === undefined) return '–'
  const soFar =
    definition.overTime === 'sum' ? levelWords(definition, yearToDate(definition, entry.input)) : null
  return (
    <span className="app-number">
      {profileWords(definition, planned)}
      {definition.overTime === 'sum' && (
        <span className="app-grid__small">
          {soFar ?? 'none'} {soFarWords(definition, entry.input)}
        </span>
      )}
    </span>
  )
}
