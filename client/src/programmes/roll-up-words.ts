/** How an indicator is rolled up, and how its figures read, in words. */
import { showNumber, showRatio } from '@inclusion/shared/figures'
import { isPair } from '@inclusion/shared/framework/indicators'
import { periodOf, yearLabel } from '@inclusion/shared/periods'
import type { IndicatorEvidence } from '@inclusion/server/programmes/view'

const overTime: Record<IndicatorEvidence['overTime'], string> = {
  sum: 'Sum',
  ratio: 'Ratio of sums',
  last: 'Latest',
  first: 'First of the year',
  distinct: 'Latest, each counted once',
  rate: 'Sum of events over the latest count, each counted once',
  none: 'Not rolled up',
}

/** The rule by which periods and boroughs are put together: "Latest, ratio of sums over boroughs". */
export function rollUpWords({
  overTime: time,
  overPlace,
}: Pick<IndicatorEvidence, 'overTime' | 'overPlace'>): string {
  const alsoRatio = overPlace === 'ratio' && time !== 'ratio' && time !== 'rate'
  return alsoRatio ? `${overTime[time]}; ratio of sums over boroughs` : overTime[time]
}

/** A profile in the unit of its indicator: a share as per cent, money in pounds. */
export function profileWords({ measure, profile }: Pick<IndicatorEvidence, 'measure' | 'profile'>): string {
  if (profile === null) return 'None set'
  if (!isPair(measure)) return showNumber(Math.round(profile * 100) / 100, measure)
  return showRatio({ numerator: profile, denominator: 1 }, measure) ?? 'None set'
}

/** What a rate stands on: "1,204 of 1,466, 38 people"; nothing for an amount. */
export function baseWords(
  { measure }: Pick<IndicatorEvidence, 'measure'>,
  { numerator, denominator, people }: IndicatorEvidence['period'],
): string | null {
  if (!isPair(measure) || numerator === null || denominator === null) return null
  const behind = people === null ? '' : `, ${showNumber(people, 'count')} people`
  return `${showNumber(numerator, measure)} of ${showNumber(denominator, measure)}${behind}`
}

/** `FY2025-26-Q3` as `2025-26 Q3`, for the foot of a chart. */
export function shortPeriod(id: string): string {
  const { year, calendar, ordinal } = periodOf(id)
  const part = calendar === 'financial-quarters' ? `Q${ordinal}` : id.slice(id.lastIndexOf('-') + 1)
  return `${yearLabel(year)} ${part}`
}
