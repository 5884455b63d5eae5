import type { DateOrder } from '../layout.ts'
import { dateIn, readMoment, weekdayOf } from './moment.ts'

type Evidence = {
  dayFirst: boolean
  monthFirst: boolean
  /** Days that no row should have, were this the order: weekends, or all but Mondays where weeks begin. */
  unlikelyDayFirst: number
  unlikelyMonthFirst: number
}

function weigh(text: string, lastLikely: number, evidence: Evidence): boolean {
  const british = readMoment(text, 'day-first')
  const american = readMoment(text, 'month-first')
  if (!british && !american) return false
  if (!american) evidence.dayFirst = true
  if (!british) evidence.monthFirst = true
  if (!british || !american || british.day === american.day) return false
  const asDayFirst = dateIn(british)
  const asMonthFirst = dateIn(american)
  if (asDayFirst === null || asMonthFirst === null) return true
  const [weekday, other] = [weekdayOf(asDayFirst), weekdayOf(asMonthFirst)]
  if (british.weekday !== null && weekday !== other) {
    if (british.weekday === weekday) evidence.dayFirst = true
    if (british.weekday === other) evidence.monthFirst = true
  }
  if (weekday > lastLikely) evidence.unlikelyDayFirst++
  if (other > lastLikely) evidence.unlikelyMonthFirst++
  return true
}

/**
 * Whether the day or the month stands first in a sheet's dates. British unless a date proves otherwise.
 * Certain where no date can be read both ways, where one cannot be read the other way or names its weekday,
 * or where month-first would have pupils at school at weekends (or weeks begin on other days than Monday)
 * and day-first would not.
 */
export function dateOrderOf(
  texts: Iterable<string>,
  areWeeks = false,
): { order: DateOrder; isCertain: boolean } {
  const evidence: Evidence = {
    dayFirst: false,
    monthFirst: false,
    unlikelyDayFirst: 0,
    unlikelyMonthFirst: 0,
  }
  let isOpen = false
  for (const text of texts) isOpen = weigh(text, areWeeks ? 0 : 4, evidence) || isOpen
  const isProved = evidence.dayFirst !== evidence.monthFirst
  const order = isProved && evidence.monthFirst ? 'month-first' : 'day-first'
  const byLikelihood = evidence.unlikelyDayFirst === 0 && evidence.unlikelyMonthFirst > 0
  const isTorn = evidence.dayFirst && evidence.monthFirst
  return { order, isCertain: (!isOpen && !isTorn) || isProved || (!evidence.monthFirst && byLikelihood) }
}
