/** Clause 7, Broken down: who and what a total is made of. Whether groups differ: `group-differs.ts`. */
import { isAnswered } from '../../figures.ts'
import { isPair, type Disaggregation } from '../../framework/indicators.ts'
import { asksIn } from '../../framework/tiers.ts'
import { figureLocator } from '../../locators.ts'
import { mainParts, soundPart, type Cell, type Fault, type PreparedInput } from '../prepared-input.ts'
import { cellName, countWords, inSentence, listWords, numberWords, seenParts } from '../words.ts'
import type { RuleOf } from './rule-of.ts'

const categoryLocators = (
  { indicator, urn }: Cell,
  { dimension, categories }: Disaggregation,
): { locator: string; label: string; code: string }[] =>
  categories.map(({ code, label }) => ({
    code,
    label,
    locator: figureLocator(indicator, { urn, dimension, category: code }),
  }))

/** 7.1: a breakdown asked in this tier of a figure above zero has blank categories. One finding a figure. */
export function breakdownIncomplete(prepared: PreparedInput): Fault[] {
  const { tier } = prepared.input
  return prepared.cells().flatMap((total) => {
    if (total.dimension !== null || !hasSomeone(total)) return []
    const asked = total.definition.disaggregations.filter(({ askedFrom }) => asksIn(askedFrom, tier))
    const gaps = asked.flatMap((breakdown) => gapIn(prepared, total, breakdown))
    if (gaps.length === 0) return []
    return [
      {
        locator: total.locator,
        part: null,
        inputs: [
          ...seenParts(prepared, total, mainParts(total.definition.measure)),
          ...gaps.flatMap(({ inputs }) => inputs),
        ],
        message: `${cellName(prepared, total)} is not fully broken down: ${listWords(gaps.map(({ words }) => words))}.`,
        fix: `Fill in every category: 0 where there were none${unknownWords(gaps.map(({ breakdown }) => breakdown))}.`,
      },
    ]
  })
}

/** Where what is not known is counted: in the breakdowns that have a category for it, and in no other. */
function unknownWords(lacking: readonly Disaggregation[]): string {
  const having = lacking.filter(({ categories }) => categories.some(({ code }) => code === 'unknown'))
  if (having.length === 0) return ''
  const of =
    having.length === lacking.length ? '' : ` of ${listWords(having.map(({ label }) => inSentence(label)))}`
  return `, Unknown${of} where it is not known`
}

/** Whether a total counts anyone or anything: there is nothing to break down in none. */
function hasSomeone({ definition, figure }: Cell): boolean {
  const part = isPair(definition.measure) ? 'denominator' : 'value'
  return (soundPart(definition, figure, part) ?? 0) !== 0 && figure.missing === null
}

function gapIn(prepared: PreparedInput, total: Cell, breakdown: Disaggregation) {
  const figures = prepared.figures()
  const blank = categoryLocators(total, breakdown).filter(
    ({ locator }) => !isAnswered(figures[locator]) && !prepared.drafted().has(locator),
  )
  if (blank.length === 0) return []
  const name = inSentence(breakdown.label)
  const isEmpty = blank.length === breakdown.categories.length
  const words = isEmpty ? `${name} is blank` : `${name} lacks ${listWords(blank.map(({ label }) => label))}`
  const inputs = blank.map(({ locator, label }) => ({ locator, part: 'value', label, value: null }))
  return [{ breakdown, words, inputs }]
}

/** 7.2: one category, such as Unknown, holds more than its share of a breakdown. */
export function unknownShare(prepared: PreparedInput, { category, most }: RuleOf<'unknown-share'>): Fault[] {
  const limit = most[prepared.input.tier]
  return prepared.cells().flatMap((cell) => {
    const breakdown = cell.definition.disaggregations.find(({ dimension }) => dimension === cell.dimension)
    if (cell.category !== category || !breakdown) return []
    const part = isPair(cell.definition.measure) ? 'denominator' : 'value'
    const figures = prepared.figures()
    const places = categoryLocators(cell, breakdown)
    // Until every category is filled in, 7.1 asks for the others, and no share is known.
    if (!places.every(({ locator }) => isAnswered(figures[locator]))) return []
    const counts = places.map(({ locator }) => soundPart(cell.definition, figures[locator], part) ?? 0)
    const all = counts.reduce((sum, count) => sum + count, 0)
    const unknown = soundPart(cell.definition, cell.figure, part)
    if (unknown === null || all <= 0 || unknown / all <= limit + 1e-9) return []
    const show = (count: number) => numberWords(Number(count.toFixed(6)), cell.definition)
    return [
      {
        locator: cell.locator,
        part,
        inputs: [
          ...seenParts(prepared, cell, [part]),
          { locator: cell.locator, part: 'sum', label: `Sum of ${inSentence(breakdown.label)}`, value: all },
        ],
        message: `${cellName(prepared, cell)} is ${show(unknown)} of ${show(all)}, ${countWords(Math.round((unknown / all) * 100))}% of the breakdown and more than ${countWords(Math.round(limit * 100))}%.`,
        fix: 'Ask for what is not known yet, or say why it cannot be known.',
      },
    ]
  })
}
