import { daysBetween, type LocalDate } from '@inclusion/shared/time'
import type { DateOrder } from '../layout.ts'
import type { Sheet } from '../sheet.ts'
import { dateIn, readMoment, weekdayOf, type Moment } from './moment.ts'
import { wordsOf } from './words.ts'

const date = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,]+)?(\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4})`
const anyDate = new RegExp(date, 'gi')
const range = new RegExp(`${date}\\s*(?:to|until|till|-|–|—)\\s*${date}`, 'i')
const week = new RegExp(`(?:week (?:beginning|commencing|starting|of)|w/?[cb])[: ]*${date}`, 'i')
const academicYear = /\b(20\d{2})\s*[-/–]\s*(?:20)?(\d{2})\b/

/** The title rows above the headings, and the name of the sheet. */
export function titleOf(sheet: Sheet, firstHeading: number): string {
  const rows = sheet.rows.slice(0, firstHeading).map((row) => {
    const words = row.map((cell) => wordsOf(cell)).filter((cell) => cell !== '')
    return [...new Set(words)].join(' ')
  })
  return [...new Set([sheet.name ?? '', ...rows])].join(' | ')
}

function dayIn(text: string | undefined, order: DateOrder): LocalDate | null {
  const moment = readMoment(text ?? '', order)
  return moment && dateIn(moment)
}

function rangeIn(title: string, order: DateOrder): { from: LocalDate; to: LocalDate } | null {
  const match = range.exec(title)
  const [from, to] = [dayIn(match?.[1], order), dayIn(match?.[2], order)]
  return from && to && from <= to ? { from, to } : null
}

/** The Monday of the one week that a title says the sheet is of; null where it says none. */
export function titleWeek(title: string, order: DateOrder): LocalDate | null {
  const whole = rangeIn(title, order)
  const ofRange = whole && daysBetween(whole.from, whole.to) < 7 ? whole.from : null
  const monday = dayIn(week.exec(title)?.[1], order) ?? ofRange
  return monday && weekdayOf(monday) === 0 ? monday : null
}

/** Of an academic year the calendar year that a month is in. */
const inAcademicYear = (start: number, month: number) => (month >= 8 ? start : start + 1)

/**
 * A year without a term fits any month; with one, only the term's. An academic year that is called by one
 * year may be called by its first or its last, so that only its autumn is known.
 */
function inTerm(title: string, year: number, month: number): number | null {
  if (month < 8 && /\b(?:academic|school) year\b|\bAY\b/i.test(title)) return null
  const isAutumn = /autumn|michaelmas/i.test(title)
  const isLater = /spring|summer|easter/i.test(title)
  if (isAutumn === isLater) return year
  return isAutumn === month >= 8 ? year : null
}

/**
 * The year that a title puts a first heading in: within the dates from which to which it says it is; else in
 * its academic year; else its one year. The day of printing says nothing. Null where it says none.
 */
export function titleYear(title: string, first: Moment, order: DateOrder): number | null {
  const whole = rangeIn(title, order)
  if (whole) {
    const years = [whole.from, whole.to].map((day) => Number(day.slice(0, 4)))
    const isInside = (day: LocalDate | null) => day !== null && day >= whole.from && day <= whole.to
    return years.find((year) => isInside(dateIn(first, year))) ?? null
  }
  const undated = title.replaceAll(anyDate, ' ')
  const pair = academicYear.exec(undated)
  if (pair && Number(pair[2]) === (Number(pair[1]) + 1) % 100) {
    return inAcademicYear(Number(pair[1]), first.month)
  }
  const years = [...new Set((undated.match(/\b20\d{2}\b/g) ?? []).map(Number))].toSorted(
    (one, other) => one - other,
  )
  const [year, next] = years
  if (year === undefined || years.length > 2) return null
  if (next === undefined) return inTerm(undated, year, first.month)
  return next === year + 1 ? inAcademicYear(year, first.month) : null
}
