/** Figures as the statistics take them: an amount of a size, in units that are counted one by one. */
import type { Figure } from '../figures.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import { periodOf, type PeriodId } from '../periods.ts'
import type { Family, Observation } from '../statistics/dispersion.ts'
import type { CheckInput, PastPeriod } from './check-input.ts'
import type { PeerSummary } from './peers.ts'

type Numbers = Pick<Figure, 'value' | 'numerator' | 'denominator'>

/**
 * How an indicator's figures are distributed, or null where nothing is said of them: means, numbers and
 * texts, people counted once over a longer time, and what nobody types.
 */
export function peerFamilyOf(definition: IndicatorDefinition): PeerSummary['family'] | null {
  const { measure, overTime, derivation, collectedFrom } = definition
  if (overTime === 'distinct' || collectedFrom === 'derived') return null
  if (derivation !== null && derivation.kind !== 'attendance') return null
  if (measure === 'proportion' || measure === 'rate') return measure
  return measure === 'count' || measure === 'hours' || measure === 'money' ? 'count' : null
}

export const familyOf = (family: PeerSummary['family']): Family =>
  family === 'proportion' ? 'share' : 'count'

/** A stored number in the unit people count in: money in pounds, not pence. */
export const inUnits = (number: number, { measure }: Pick<IndicatorDefinition, 'measure'>): number =>
  measure === 'money' ? number / 100 : number

/** One figure of one period; null where it is not there, or not one that could be. */
export function observationOf(
  definition: IndicatorDefinition,
  figure: Numbers | undefined,
  periodId: PeriodId,
): Observation | null {
  const family = peerFamilyOf(definition)
  if (family === null || !figure) return null
  const season = periodOf(periodId).ordinal
  const { value, numerator, denominator } = figure
  if (family === 'count') {
    return value === null || !(value >= 0) ? null : { amount: inUnits(value, definition), size: 1, season }
  }
  if (numerator === null || denominator === null || !(numerator >= 0 && denominator > 0)) return null
  if (family === 'proportion' && numerator > denominator) return null
  return { amount: numerator, size: denominator, season }
}

/** The edition at which an indicator's series began, by indicator; edition 1 where it is not named. */
export type SeriesFrom = Record<string, number>

/**
 * Whether the figures of an earlier period continue the series of a definition: no major change lies
 * between, neither that of the edition asked nor one before it.
 */
export function isSameSeries(
  definition: IndicatorDefinition,
  past: Pick<PastPeriod, 'definitions'>,
  seriesFrom: SeriesFrom,
): boolean {
  const { indicator, edition, changeClass } = definition
  const then = past.definitions[indicator] ?? edition
  return (
    then === edition || then >= Math.max(seriesFrom[indicator] ?? 1, changeClass === 'major' ? edition : 1)
  )
}

/** Earlier periods as far back as the series goes, latest first. */
export function sameSeries(
  definition: IndicatorDefinition,
  { history, seriesFrom }: Pick<CheckInput, 'history' | 'seriesFrom'>,
): PastPeriod[] {
  const end = history.findIndex((past) => !isSameSeries(definition, past, seriesFrom))
  return history.slice(0, end === -1 ? history.length : end)
}
