/**
 * Local dates (`YYYY-MM-DD`) and instants (ISO 8601 UTC) in London time. Pure: the clock is an argument.
 * Half-open ranges everywhere: `startsOn` is inside, `endsBefore` is not.
 */
import * as z from 'zod'

const dayInMilliseconds = 86_400_000

/** What is said of a day that is none. */
export const noRealDate = 'Enter a real date, for example 14 2 2026'

export const LocalDate = z.iso
  .date(noRealDate)
  .meta({ id: 'LocalDate', description: 'A calendar day, YYYY-MM-DD' })
export type LocalDate = z.infer<typeof LocalDate>

export const Instant = z.iso.datetime().meta({ id: 'Instant', description: 'A moment in UTC, ISO 8601' })
export type Instant = z.infer<typeof Instant>

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function partsInLondon(instant: Instant): Record<string, string> {
  const parts = londonParts.formatToParts(new Date(instant))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** The calendar day in London at an instant. */
export function londonDate(instant: Instant): LocalDate {
  const { year, month, day } = partsInLondon(instant)
  return `${year}-${month}-${day}`
}

/** The time of day in London at an instant, as `2:01pm`. */
export function londonTime(instant: Instant): string {
  const { hour, minute } = partsInLondon(instant)
  const hours = Number(hour)
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minute}${hours < 12 ? 'am' : 'pm'}`
}

/** Minutes that London is ahead of UTC at an instant: 0 in winter, 60 in summer. */
export function londonOffset(instant: Instant): number {
  const { year, month, day, hour, minute, second } = partsInLondon(instant)
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`)
  return Math.round((wall - Date.parse(instant)) / 60_000)
}

/** The instant of a London wall-clock time (`HH:MM`) on a day. No return is ever due in the missing hour. */
export function atLondonTime(date: LocalDate, time: string): Instant {
  const asIfUtc = Date.parse(`${date}T${time}:00.000Z`)
  const summer = asIfUtc - 60 * 60_000
  const instant = londonOffset(new Date(summer).toISOString()) === 60 ? summer : asIfUtc
  return new Date(instant).toISOString()
}

/** The first instant that is late: midnight in London after the due day (grant agreement: due at 23:59). */
export function lateFrom(dueOn: LocalDate): Instant {
  return atLondonTime(addDays(dueOn, 1), '00:00')
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMilliseconds).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMilliseconds)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** `2026-01-31` as `Saturday 31 January 2026`. */
export function longDate(date: LocalDate): string {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]
  return `${weekday} ${shortDate(date)}`
}

/** `2026-01-31` as `31 January 2026`. */
export function shortDate(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return `${day} ${months[month - 1]} ${year}`
}

/** An instant as the clock on the wall in London said it: `31 January 2026, 2:01pm`. */
export function shortMoment(instant: Instant): string {
  return `${shortDate(londonDate(instant))}, ${londonTime(instant)}`
}

/** The English name of a month, 1 to 12. */
export function monthName(month: number): string {
  return months[month - 1] ?? ''
}
