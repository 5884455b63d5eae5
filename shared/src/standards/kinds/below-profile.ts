/** 6.3, Measured: a shortfall against profile is answered by a sentence in the figure's note. */
import { showNumber, showRatio } from '../../figures.ts'
import { isPair, type IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import { comparePeriods, periodOf, previousPeriod, type PeriodId } from '../../periods.ts'
import { amountOf, peopleOf, rate, ratingNames, type Rating } from '../../ratings.ts'
import { mainParts, type Fault, type PreparedInput } from '../prepared-input.ts'
import { amountsIn, amountsOver, grantOnly, periodsOfYear, thisPeriod } from './reporting-year.ts'
import type { RuleOf } from './rule-of.ts'

type Rule = RuleOf<'below-profile-unexplained'>
type Rated = { rating: Rating; actual: number; profile: number }

/**
 * Red now, or amber now and in the periods just before, each against its own profile; and no note says why.
 * What is summed is judged on the year so far, whatever else on the figure itself.
 */
export function belowProfileUnexplained(prepared: PreparedInput, rule: Rule): Fault[] {
  if (!grantOnly(prepared)) return []
  return prepared.input.asked.flatMap((definition) => {
    if (definition.polarity === 'none' || hasNote(prepared, definition, rule.characters)) return []
    const now = ratedAt(prepared, definition, prepared.input.periodId, rule)
    if (now?.rating === 'red') return [faultOf(prepared, definition, now, 1)]
    return now?.rating === 'amber' && wasBelow(prepared, definition, rule)
      ? [faultOf(prepared, definition, now, rule.ambers)]
      : []
  })
}

/** A note on the authority's figure, or on one of its settings'. */
function hasNote(prepared: PreparedInput, { indicator }: IndicatorDefinition, characters: number): boolean {
  const places = [null, ...prepared.input.settings.map(({ urn }) => urn)]
  return places.some((urn) => {
    const note = prepared.figures()[figureLocator(indicator, { urn })]?.note ?? ''
    return note.trim().length >= characters
  })
}

function wasBelow(prepared: PreparedInput, definition: IndicatorDefinition, rule: Rule): boolean {
  let id = prepared.input.periodId
  for (let back = 1; back < rule.ambers; back++) {
    id = previousPeriod(id)
    const rating = ratedAt(prepared, definition, id, rule)?.rating
    if (rating !== 'amber' && rating !== 'red') return false
  }
  return true
}

/** The rating of one period against its profile; null where either is not wholly on record. */
function ratedAt(
  prepared: PreparedInput,
  definition: IndicatorDefinition,
  id: PeriodId,
  { thresholds }: Rule,
): Rated | null {
  const profile = prepared.input.profiles[id]?.[definition.indicator]
  if (typeof profile !== 'number') return null
  const periods = periodsJudged(prepared, definition, id)
  const amounts = periods && amountsOver(prepared, definition, periods)
  const actual = amounts && amountOf(definition, amounts)
  if (!amounts || actual === null) return null
  const people = peopleOf(definition, amounts)
  return { rating: rate(definition, { actual, profile, people }, thresholds), actual, profile }
}

function periodsJudged(prepared: PreparedInput, { overTime }: IndicatorDefinition, id: PeriodId) {
  if (overTime === 'sum')
    return (
      periodsOfYear(prepared, periodOf(id).year)?.filter(
        ({ periodId }) => comparePeriods(periodId, id) <= 0,
      ) ?? null
    )
  if (id === prepared.input.periodId) return [thisPeriod(prepared)]
  const past = prepared.input.history.find(({ periodId }) => periodId === id)
  return past ? [past] : null
}

const timesRunning = ['', '', ', for the second period running', ', for the third period running']

function faultOf(
  prepared: PreparedInput,
  definition: IndicatorDefinition,
  { rating, actual, profile }: Rated,
  running: number,
): Fault {
  const { indicator, label, measure, overTime } = definition
  const locator = figureLocator(indicator)
  const now = amountsIn(prepared, definition, thisPeriod(prepared))
  const soFar = overTime === 'sum' ? ' so far this year' : ''
  const times = timesRunning[running] ?? `, for ${running} periods running`
  return {
    locator,
    part: null,
    inputs: [
      ...mainParts(measure).map((part) => ({ locator, part, label, value: now?.[part] ?? null })),
      { locator, part: 'actual', label: `${label}${soFar}`, value: actual },
      { locator, part: 'profile', label: `Profile of ${label}`, value: profile },
    ],
    message: `${label} is ${shown(definition, actual)}${soFar}, where ${shown(definition, profile)} was planned: ${ratingNames[rating].toLowerCase()}${times}. Its note does not say why.`,
    fix: 'Write in its note why, and what comes next; or explain it beside the figure.',
  }
}

function shown({ measure }: IndicatorDefinition, amount: number): string {
  if (!isPair(measure)) return showNumber(amount, measure)
  return showRatio({ numerator: amount, denominator: 1 }, measure) ?? ''
}
