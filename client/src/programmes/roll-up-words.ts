/** How an indicator is rolled up, and how its figures read, in words. */
import { isSmallCohort } from '@inclusion/shared/attendance/small-cohort'
import { profileWords as plannedWords } from '@inclusion/shared/figure-words'
import { showNumber } from '@inclusion/shared/figures'
import { isPair } from '@inclusion/shared/framework/indicators'
import { periodOf, yearLabel } from '@inclusion/shared/periods'
import { peopleOf } from '@inclusion/shared/ratings'
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
  countedOnce,
}: Pick<IndicatorEvidence, 'overTime' | 'overPlace' | 'countedOnce'>): string {
  const alsoRatio = overPlace === 'ratio' && time !== 'ratio' && time !== 'rate'
  const words = alsoRatio ? `${overTime[time]}; ratio of sums over boroughs` : overTime[time]
  return countedOnce > 0 ? `${words}; each setting once` : words
}

/** Why a KPI of all boroughs together is less than their sum; null where no setting reports to several. */
export function countedOnceWords(
  indicators: readonly Pick<IndicatorEvidence, 'countedOnce'>[],
): string | null {
  const most = Math.max(0, ...indicators.map(({ countedOnce }) => countedOnce))
  if (most === 0) return null
  const who = most === 1 ? 'One setting serves' : `${most} settings serve`
  const its = most === 1 ? 'reports its' : 'report their'
  return `“Each setting once”: ${who} several boroughs, and ${its} whole roll to each of them. Here its pupils count once, in the period, the year and the series; each borough’s own figures have them in full, so those add up to more.`
}

/** Whether few people (1 to 5) stand behind a figure, where its definition counts them. */
export function isSmall(
  evidence: Pick<IndicatorEvidence, 'people' | 'measure'>,
  amounts: IndicatorEvidence['period'],
): boolean {
  const people = peopleOf(evidence, amounts)
  return people !== null && isSmallCohort(people)
}

/** What stands beside such a figure. */
export const smallWords = 'Small cohort: 1 to 5 people. Never shown alone outside.'

/** From when a year is told in which a definition had a major change. */
export const sinceWords = ({ label }: { label: string }): string =>
  `Since ${label}: before, it was counted another way`

/** A profile in the unit of its indicator: a share as per cent, money in pounds. */
export function profileWords({ measure, profile }: Pick<IndicatorEvidence, 'measure' | 'profile'>): string {
  return profile === null ? 'None set' : plannedWords({ measure }, profile)
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
