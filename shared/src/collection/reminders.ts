/** On which days people are reminded of a return, and when in the day. Pure: the clock is an argument. */
import { atLondonTime, londonDate, type Instant, type LocalDate } from '../time.ts'
import { addWorkingDays, isWorkingDay } from '../working-days.ts'

/** The hours in London in which the service reminds by itself. A round that comes first in them does it. */
const from = '08:00'
const until = '18:00'

/** Whether the service may remind now: on a working day, in working hours, by London's clock. */
export function isReminderTime(now: Instant): boolean {
  const on = londonDate(now)
  return isWorkingDay(on) && now >= atLondonTime(on, from) && now < atLondonTime(on, until)
}

/**
 * The day of a reminder: so many working days after the due day or, if negative, so many before it. Before a due day
 * that is none, the last working day until then counts as it: 0 is that day.
 */
export function reminderDay(dueOn: LocalDate, workingDays: number): LocalDate {
  const isFrom = workingDays > 0 || isWorkingDay(dueOn)
  return addWorkingDays(isFrom ? dueOn : addWorkingDays(dueOn, -1), workingDays)
}

/** Whether a return that is due on a day is to be reminded of today, by the rows of days. */
export function isReminderDay(dueOn: LocalDate, on: LocalDate, days: readonly number[]): boolean {
  return days.some((workingDays) => reminderDay(dueOn, workingDays) === on)
}
