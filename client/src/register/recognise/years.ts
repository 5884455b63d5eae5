import { addDays, type LocalDate } from '@inclusion/shared/time'
import type { DateOrder } from '../layout.ts'
import type { Sheet } from '../sheet.ts'
import type { HeadingCell } from './heading-cells.ts'
import { dateIn, readMoment, weekdayOf } from './moment.ts'
import { wordsOf } from './words.ts'

/** The days of headings, in their order; null where one is no day. */
export type Days = { days: (LocalDate | null)[]; why: string | null }

const academicYear = /\b(20\d{2})\s*[-/–]\s*(?:20)?(\d{2})\b/
const anyDate = /\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}/gi

/** The title rows above the headings, and the name of the sheet. */
export function titleOf(sheet: Sheet, firstHeading: number): string {
  const cells = [sheet.name ?? '', ...sheet.rows.slice(0, firstHeading).flat()]
  return [...new Set(cells.map((cell) => wordsOf(cell)))].join(' | ')
}

/** The dates in a title, in their order. */
export function titleDates(title: string, order: DateOrder): LocalDate[] {
  const moments = (title.match(anyDate) ?? []).map((text) => readMoment(text, order))
  return moments.flatMap((moment) => (moment ? (dateIn(moment) ?? []) : []))
}

/** The years that the titles let a first heading be in, best first. */
function titleYears(title: string, month: number, order: DateOrder): number[] {
  const years: number[] = []
  const start = titleDates(title, order)[0]
  if (start) years.push(Number(start.slice(0, 4)) + (month < Number(start.slice(5, 7)) ? 1 : 0))
  const pair = academicYear.exec(title)
  if (pair && Number(pair[2]) === (Number(pair[1]) + 1) % 100) {
    years.push(Number(pair[1]) + (month >= 8 ? 0 : 1))
  }
  for (const year of title.match(/\b20\d{2}\b/g) ?? []) years.push(Number(year))
  return [...new Set(years)]
}

/** A weekday under the Monday of its week is a day of that week; any other must be the date's own. */
function onWeekday(day: LocalDate | null, { moment, weekday }: HeadingCell): LocalDate | null {
  if (day === null || weekday === null || weekdayOf(day) === weekday) return day
  const isOfWeek = moment?.weekday === null && weekdayOf(day) === 0
  return isOfWeek ? addDays(day, weekday) : null
}

/** Days in turn from a first year: the year turns where the months go back (December to January). */
function inTurn(cells: readonly HeadingCell[], firstYear: number): (LocalDate | null)[] {
  let year = firstYear
  let month = cells[0]?.moment?.month ?? 1
  return cells.map((cell) => {
    if (!cell.moment) return null
    if (cell.moment.year === null) {
      if (month - cell.moment.month > 6) year++
      if (cell.moment.month - month > 6) year--
    }
    month = cell.moment.month
    return onWeekday(dateIn(cell.moment, cell.moment.year ?? year), cell)
  })
}

const wrongWeekdays =
  'The weekdays in the headings are not those of their dates. Correct the headings in the file, and drop it again.'

/** Each heading's day: in its own year, else in one she gave, else in one that the titles name. */
export function daysOf(
  cells: readonly HeadingCell[],
  title: string,
  { order, firstYear }: { order: DateOrder; firstYear: number | undefined },
): Days {
  const first = cells.find(({ moment }) => moment?.year === null)?.moment
  if (!first) {
    const days = inTurn(cells, 0)
    return { days, why: days.includes(null) ? wrongWeekdays : null }
  }
  const years = firstYear === undefined ? titleYears(title, first.month, order) : [firstYear]
  for (const year of years) {
    const days = inTurn(cells, year)
    if (!days.includes(null)) return { days, why: null }
  }
  const why =
    firstYear === undefined
      ? 'The dates in the headings name no year. Say which year the first of them is in.'
      : `The weekdays in the headings are not those of ${firstYear}. Say which year the first date is in.`
  return { days: cells.map(() => null), why }
}
