/** When periods are collected: proposed from the windows that a programme has, in the same distance from the end. */
import {
  financialQuarterId,
  nextPeriod,
  periodOf,
  schoolTermId,
  type Calendar,
  type PeriodId,
} from '../periods.ts'
import { addDays, daysBetween, type LocalDate } from '../time.ts'
import type { DraftWindow } from './amendment.ts'

/** The period of a calendar that a day lies in. */
export function periodAt(calendar: Calendar, day: LocalDate): PeriodId {
  const year = Number(day.slice(0, 4)) - 1
  let id = calendar === 'financial-quarters' ? financialQuarterId(year, 1) : schoolTermId(year, 1)
  while (periodOf(id).endsBefore <= day) id = nextPeriod(id)
  return id
}

/** Every period of a calendar that some dates touch, first to last. */
export function periodsWithin(
  calendar: Calendar,
  { startsOn, endsBefore }: { startsOn: LocalDate; endsBefore: LocalDate },
): PeriodId[] {
  const periods: PeriodId[] = []
  for (
    let id = periodAt(calendar, startsOn);
    periodOf(id).startsOn < endsBefore && periods.length < 100;
    id = nextPeriod(id)
  )
    periods.push(id)
  return periods
}

/**
 * The window of a period, in the distance from its end that the latest window of the same quarter (or term) has, or
 * else the latest of all. Without any: it opens on the day after the period ends and is due at the end of that month.
 */
export function proposeWindow(periodId: PeriodId, known: readonly DraftWindow[]): DraftWindow {
  const { endsBefore, ordinal } = periodOf(periodId)
  const latestFirst = known.toSorted((left, right) =>
    periodOf(right.periodId).startsOn.localeCompare(periodOf(left.periodId).startsOn),
  )
  const like = latestFirst.find((window) => periodOf(window.periodId).ordinal === ordinal) ?? latestFirst[0]
  if (!like) return { periodId, opensOn: endsBefore, dueOn: endOfMonth(endsBefore) }
  const { endsBefore: end } = periodOf(like.periodId)
  return {
    periodId,
    opensOn: addDays(endsBefore, daysBetween(end, like.opensOn)),
    dueOn: addDays(endsBefore, daysBetween(end, like.dueOn)),
  }
}

function endOfMonth(date: LocalDate): LocalDate {
  const inNext = addDays(`${date.slice(0, 7)}-28`, 4)
  return addDays(`${inNext.slice(0, 7)}-01`, -1)
}
