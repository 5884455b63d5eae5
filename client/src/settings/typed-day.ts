/** Days typed in the forms of settings. Pure. */
import { addDays, type LocalDate } from '@inclusion/shared/time'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'

export const blankDay: TypedDate = { day: '', month: '', year: '' }

/** A day as the fields show it. */
export function typedDay(date: LocalDate | null): TypedDate {
  if (date === null) return blankDay
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/** What is sent of a day: null where nothing is typed. What is no day is refused in words by the server. */
export const dayOrNull = (typed: TypedDate): LocalDate | null =>
  [typed.day, typed.month, typed.year].every((part) => part.trim() === '') ? null : dateOf(typed)

/** The day after a last day; what is no day goes as it was typed. */
export function endAfter(typed: TypedDate): LocalDate | null {
  const day = dayOrNull(typed)
  return day !== null && isDate(day) ? addDays(day, 1) : day
}
