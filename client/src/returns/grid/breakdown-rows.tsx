import type { Disaggregation, IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { isPair } from '@inclusion/shared/framework/indicators'
import { figureLocator } from '@inclusion/shared/locators'
import type { Figures } from '@inclusion/shared/figures'
import { listWords } from '@inclusion/shared/standards/words'
import { breakdownKey } from '../folding.ts'
import type { GridColumn } from './columns.ts'
import { FigureCells } from './figure-cells.tsx'
import { FigureNotes } from './figure-notes.tsx'
import { useGrid } from './grid-context.ts'

type BreakdownRowsProps = {
  definition: IndicatorDefinition
  breakdown: Disaggregation
  columns: readonly GridColumn[]
}

/** One breakdown of a figure: a line that says how far it is, and its categories when it is folded open. */
export function BreakdownRows({ definition, breakdown, columns }: BreakdownRowsProps) {
  const { entry, urn, unfolded, unfold } = useGrid()
  const { dimension, label, categories } = breakdown
  const key = breakdownKey(definition.indicator, dimension)
  const open = unfolded.has(key)
  return (
    <>
      <tr className="app-grid__fold">
        <td colSpan={columns.length + 1}>
          <button
            type="button"
            aria-expanded={open}
            className="app-grid__toggle"
            onClick={() => unfold(key, !open)}
          >
            <span className="app-grid__arrow" aria-hidden="true" /> By {label.toLowerCase()}
            <span className="govuk-visually-hidden">: {definition.label}</span>
          </button>
          <span className="app-grid__small app-grid__sum">
            {sumWords(definition, breakdown, entry.input.figures, urn)}
          </span>
        </td>
      </tr>
      {categories.map((category) => {
        const locator = figureLocator(definition.indicator, { urn, dimension, category: category.code })
        const about = `${definition.label}, ${label}: ${category.label}`
        return (
          <CategoryRow
            key={category.code}
            hidden={!open}
            {...{ definition, locator, about, columns }}
            words={category.label}
          />
        )
      })}
    </>
  )
}

type CategoryRowProps = Omit<BreakdownRowsProps, 'breakdown'> & {
  locator: string
  about: string
  words: string
  hidden: boolean
}

function CategoryRow({ definition, locator, about, words, hidden, columns }: CategoryRowProps) {
  return (
    <>
      <tr className="app-grid__category" hidden={hidden}>
        <th scope="row">{words}</th>
        <FigureCells {...{ definition, locator, about, columns }} quiet />
      </tr>
      {!hidden && <FigureNotes locator={locator} definition={definition} span={columns.length + 1} />}
    </>
  )
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** How a breakdown stands to its total: "24 of 24", "20 of 24: 4 to place", "Unknown and male to give". */
function sumWords(
  { indicator, measure }: Pick<IndicatorDefinition, 'indicator' | 'measure'>,
  { dimension, categories, choice }: Disaggregation,
  figures: Figures,
  urn: string | null,
): string {
  const part = isPair(measure) ? 'denominator' : 'value'
  const scale = measure === 'money' ? 100 : 1
  const counts = categories.map(({ code, label }) => ({
    label,
    count: figures[figureLocator(indicator, { urn, dimension, category: code })]?.[part] ?? null,
  }))
  const given = counts.filter(({ count }) => count !== null)
  if (given.length === 0) return 'not given yet'
  const total = figures[figureLocator(indicator, { urn })]?.[part] ?? null
  const sum = given.reduce((so, { count }) => so + (count ?? 0), 0)
  const ofTotal = total === null ? '' : ` of ${numbers.format(total / scale)}`
  const blank = counts.filter(({ count }) => count === null).map(({ label }) => label)
  const left = blank.length === 0 || blank.length > 3 ? '' : `; ${listWords(blank)} not given`
  if (choice === 'multiple') return `${given.length} of ${categories.length} given`
  const over = total !== null && sum !== total
  const rest = over
    ? `: ${numbers.format(Math.abs(total - sum) / scale)} ${sum > total ? 'too many' : 'to place'}`
    : ''
  return `${numbers.format(sum / scale)}${ofTotal}${rest}${left}`
}
