/** A day typed in one field, where a table has many of them. Pure. */
import { monthName, shortDate, type LocalDate } from '@inclusion/shared/time'
import { isDate } from '../ui/typed-date.ts'

const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase())

/** `2027-01-31` as `31 January 2027`; what is no day stays as it is. */
export const dayText = (day: string): string => (isDate(day) ? shortDate(day) : day)

/** Reads `31/1/2027`, `31 1 2027`, `31 January 2027`, `31 Jan 2027` or `2027-01-31`; null for anything else. */
export function readDay(text: string): LocalDate | null {
  const typed = text.trim().toLowerCase()
  if (isDate(typed)) return typed
  const [day = '', month = '', year = '', ...rest] = typed.split(/[\s/.,-]+/)
  if (rest.length > 0 || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return null
  const number = monthOf(month)
  if (number === null) return null
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : null
}

function monthOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const found = months.findIndex((name) => text.length >= 3 && name.startsWith(text))
  return found === -1 ? null : found + 1
}

export const dayHint = 'For example 31 1 2027'
