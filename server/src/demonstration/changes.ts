/** Invented totals made into changes as somebody would type them, breakdowns included. */
import { entryText, type FigureChange } from '@inclusion/shared/figures'
import type { Disaggregation, IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { asksIn, type Tier } from '@inclusion/shared/framework/tiers'
import { figureLocator } from '@inclusion/shared/locators'
import { invent, overlap, split, splitWithin } from './numbers.ts'
import { evidenceInstead, manyUnknown } from './oddities.ts'

/** What a figure comes to, in stored units: money in pence, hours in hours. */
export type Total =
  | { value: number }
  | { numerator: number; denominator: number }
  | { text: string }
  | { missing: 'z' | 'x'; note: string }

export type Totals = Record<string, Total>

type Of = { tier: Tier; name: string; urn?: string }

/** The changes that fill in every asked figure there is a total for. `name` keeps the splits the same. */
export function changesOf(asked: readonly IndicatorDefinition[], totals: Totals, of: Of): FigureChange[] {
  return asked.flatMap((definition) => {
    const total = totals[definition.indicator]
    if (!total) return []
    const own = { locator: figureLocator(definition.indicator, of), revision: 0, ...typed(definition, total) }
    const isAsked = definition.evidenceAsked.length > 0 && !('missing' in total)
    const evidence = isAsked ? { evidence: evidenceOf(definition, total, of.name) } : {}
    const broken = definition.disaggregations.filter(({ askedFrom }) => asksIn(askedFrom, of.tier))
    return [
      { ...own, ...evidence },
      ...broken.flatMap((dimension) => breakdown(definition, dimension, total, of)),
    ]
  })
}

function typed({ measure }: IndicatorDefinition, total: Total): Partial<FigureChange> {
  if ('text' in total) return { text: total.text }
  if ('missing' in total) return { missing: total.missing, note: total.note }
  if ('value' in total) return { entries: { value: entryText(total.value, measure) } }
  return { entries: { numerator: String(total.numerator), denominator: String(total.denominator) } }
}

const mentoring: Record<string, string> = {
  source: 'Mentors’ case records, counted at the end of the quarter',
  instrument: 'Strengths and Difficulties Questionnaire',
  informant: 'Key worker',
  window: 'The term before mentoring, and the quarter reported',
}

const training: Record<string, string> = {
  source: 'Attendance sheets and feedback forms, collected at each session',
  instrument: 'Four questions on confidence, each from 1 to 5',
  informant: 'The member of staff',
  window: 'Before the first session, and at the end of the last',
  followUpWeeks: '8',
}

/** Of every 100 people asked, this many answered. */
const response = 78

function evidenceOf(
  { evidenceAsked, indicator }: IndicatorDefinition,
  total: Total,
  name: string,
): FigureChange['evidence'] {
  const usual = indicator.startsWith('CPD-') ? training : mentoring
  const given = { ...usual, ...answersTo(total), ...evidenceInstead(name, indicator) }
  return Object.fromEntries(evidenceAsked.map((field) => [field, given[field] ?? '']))
}

/** How many were asked, and answered: those that a share is out of. */
function answersTo(total: Total): Record<string, string> {
  if (!('denominator' in total)) return {}
  const { denominator } = total
  return { asked: String(Math.ceil((denominator * 100) / response)), answered: String(denominator) }
}

function breakdown(
  definition: IndicatorDefinition,
  { dimension, categories, choice }: Disaggregation,
  total: Total,
  { name, urn }: Of,
): FigureChange[] {
  const seed = `${name} ${definition.indicator} ${dimension}`
  const locators = categories.map(({ code }) =>
    figureLocator(definition.indicator, { urn: urn ?? null, dimension, category: code }),
  )
  const parts = (all: number): number[] =>
    choice === 'single'
      ? splitKnown(all, categories, { seed, many: manyUnknown(name, definition.indicator) })
      : overlap(all, categories.length, seed)
  if ('value' in total) {
    const values = parts(total.value)
    return locators.map((locator, index) => ({
      locator,
      revision: 0,
      entries: { value: entryText(values[index]!, definition.measure) },
    }))
  }
  if (!('numerator' in total)) return []
  const denominators = parts(total.denominator)
  const numerators = splitWithin(total.numerator, denominators).map((part, index) =>
    choice === 'single' ? part : Math.min(denominators[index]!, part),
  )
  return locators.map((locator, index) => ({
    locator,
    revision: 0,
    entries: { numerator: String(numerators[index]), denominator: String(denominators[index]) },
  }))
}

/** A total over its categories; few are unknown, or a third where the story has it so. */
function splitKnown(
  total: number,
  categories: Disaggregation['categories'],
  { seed, many }: { seed: string; many: boolean },
): number[] {
  const at = categories.findIndex(({ code }) => code === 'unknown')
  if (at === -1) return split(total, categories.length, seed)
  const unknown = Math.round((total * (many ? 34 : invent(`${seed} unknown`, 0, 9))) / 100)
  return split(total - unknown, categories.length - 1, seed).toSpliced(at, 0, unknown)
}
