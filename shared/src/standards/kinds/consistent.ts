/** Clause 4, Consistent: figures of one return agree with each other. Identities: `identities.ts`. */
import type { NumberPart } from '../../figures.ts'
import { isPair, type Disaggregation, type IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import {
  differs,
  mainParts,
  soundPart,
  totalOf,
  type Cell,
  type Fault,
  type PreparedInput,
} from '../prepared-input.ts'
import {
  countWords,
  inSentence,
  listWords,
  numberWords,
  partName,
  placeWords,
  seenPart,
  seenParts,
} from '../words.ts'
import { swappedDigits } from '../digits.ts'
import type { RuleOf } from './rule-of.ts'

/** 4.1: a numerator is more than its denominator, where the measure is a proportion. 0 below is 3.4's. */
export function numeratorOverDenominator(prepared: PreparedInput): Fault[] {
  return prepared.cells().flatMap((cell) => {
    const { definition, figure, locator } = cell
    if (definition.measure !== 'proportion' || cell.isDerived) return []
    const numerator = soundPart(definition, figure, 'numerator')
    const denominator = soundPart(definition, figure, 'denominator')
    if (numerator === null || denominator === null || denominator === 0 || numerator <= denominator) return []
    const over = partName(definition, 'numerator')
    const under = inSentence(partName(definition, 'denominator'))
    const place = placeWords(prepared, cell)
    return [
      {
        locator,
        part: 'numerator',
        inputs: seenParts(prepared, cell, ['numerator', 'denominator']),
        message:
          place === ''
            ? `${over} (${countWords(numerator)}) is more than ${under} (${countWords(denominator)}).`
            : `${over}${place} is ${countWords(numerator)}, more than ${under} (${countWords(denominator)}).`,
        fix: 'Check both figures: the first is counted among the second.',
      },
    ]
  })
}

/**
 * 4.2 and 4.3: categories against their total, each half of a pair by itself. One finding a breakdown. Lines
 * of money are 12.4's: pounds are rounded, and only what is certainly wrong blocks.
 */
export function breakdownTotal(prepared: PreparedInput, { choice }: RuleOf<'breakdown-total'>): Fault[] {
  return brokenBreakdowns(prepared, ({ measure }, breakdown) => {
    return breakdown.choice === choice && !(measure === 'money' && choice === 'single')
  })
}

/** Breakdowns that pass, and whose filled categories do not go with their total. */
export function brokenBreakdowns(
  prepared: PreparedInput,
  passes: (definition: IndicatorDefinition, breakdown: Disaggregation) => boolean,
): Fault[] {
  const cells = new Map(prepared.cells().map((cell) => [cell.locator, cell]))
  const filled = new Set(
    prepared.cells().flatMap((cell) => (cell.dimension === null ? [] : [breakdownKey(cell)])),
  )
  return prepared.cells().flatMap((total) => {
    if (total.dimension !== null) return []
    return total.definition.disaggregations.flatMap((breakdown) => {
      const { dimension } = breakdown
      if (!passes(total.definition, breakdown) || !filled.has(breakdownKey({ ...total, dimension })))
        return []
      return breakdownFault(prepared, total, breakdown, cells)
    })
  })
}

const breakdownKey = (cell: Pick<Cell, 'indicator' | 'urn' | 'dimension'>): string =>
  `${totalOf(cell)} ${cell.dimension}`

function breakdownFault(
  prepared: PreparedInput,
  total: Cell,
  breakdown: Disaggregation,
  cells: ReadonlyMap<string, Cell>,
): Fault[] {
  const { indicator, urn } = total
  const { dimension } = breakdown
  const locators = breakdown.categories.map(({ code }) =>
    figureLocator(indicator, { urn, dimension, category: code }),
  )
  const categories = locators.map((locator) => cells.get(locator))
  const broken = mainParts(total.definition.measure).flatMap((part) => {
    const words = partBroken(total, breakdown, part, categories)
    return words === null ? [] : [{ part, words }]
  })
  if (broken.length === 0) return []
  const there = categories.filter((cell) => cell !== undefined)
  const inputs = broken.flatMap(({ part }) => [total, ...there].map((cell) => seenPart(prepared, cell, part)))
  const place = placeWords(prepared, { ...total, dimension: null })
  const message = `${breakdown.label} of ${inSentence(total.definition.label)}${place}: ${broken.map(({ words }) => words).join('; ')}.`
  const fix = `Check the total and each category of ${inSentence(breakdown.label)}.`
  // It stands at the first category, so that two breakdowns of one total can each be explained.
  return [{ locator: locators[0]!, part: broken[0]!.part, inputs, message, fix }]
}

/** ", as if two digits had changed places", where that explains the difference in the total or one category. */
function swapWords(
  vocabulary: Disaggregation['categories'],
  parts: readonly (number | null)[],
  total: number,
  show: (number: number) => string,
): string {
  const together = parts.reduce<number>((sum, number) => sum + (number ?? 0), 0)
  const slip = ', as if two neighbouring digits had changed places'
  if (swappedDigits(total, together)) return slip
  const at = parts.findIndex((part) => part !== null && swappedDigits(part, part + total - together))
  return at === -1 ? '' : `${slip} in ${vocabulary[at]!.label} (${show(parts[at]!)})`
}

/** One part of a category; "not applicable" adds nothing to the sum. */
const countedPart = ({ definition, figure }: Cell, part: NumberPart): number | null =>
  figure.missing === 'z' ? 0 : soundPart(definition, figure, part)

/** What is wrong with one part of a breakdown, in words; null when nothing is, or a figure is blank. */
function partBroken(
  { definition, figure }: Cell,
  { choice, categories: vocabulary }: Disaggregation,
  part: NumberPart,
  categories: readonly (Cell | undefined)[],
): string | null {
  const total = soundPart(definition, figure, part)
  if (total === null) return null
  if (categories.every((cell) => cell?.figure.missing === 'z')) return null
  const parts = categories.map((cell) => (cell ? countedPart(cell, part) : null))
  const of = isPair(definition.measure) ? `${inSentence(partName(definition, part))}, ` : ''
  const show = (number: number): string => numberWords(Number(number.toFixed(6)), definition)
  const all = parts.every((number) => number !== null)
  const together = parts.reduce<number>((sum, number) => sum + (number ?? 0), 0)
  if (choice === 'single') {
    const rounding = definition.measure === 'money' ? 50 * (parts.length + 1) : 0
    if (!all || !differs(together, total) || Math.abs(together - total) <= rounding) return null
    const swap = swapWords(vocabulary, parts, total, show)
    const name = definition.measure === 'money' ? 'lines' : 'categories'
    return `${of}the ${name} come to ${show(together)}, but the total is ${show(total)}${swap}`
  }
  const over = parts.flatMap((number, at) =>
    number !== null && number > total && differs(number, total)
      ? [`${vocabulary[at]!.label} (${show(number)})`]
      : [],
  )
  if (over.length > 0)
    return `${of}${listWords(over)} ${over.length > 1 ? 'are' : 'is'} more than the total (${show(total)})`
  if (!all || together >= total || !differs(together, total)) return null
  return `${of}the categories together come to ${show(together)}, less than the total (${show(total)})`
}
