import { addDays, type LocalDate } from '@inclusion/shared/time'
import type { DateOrder } from '../layout.ts'
import type { HeadingCell } from './heading-cells.ts'
import { dateIn, weekdayOf } from './moment.ts'
import { titleYear } from './title.ts'

/** The days of headings, in their order; null where one is no day. */
export type Days = { days: (LocalDate | null)[]; why: string | null }

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
  const year = firstYear ?? titleYear(title, first, order)
  const days = year === null ? [] : inTurn(cells, year)
  if (year !== null && !days.includes(null)) return { days, why: null }
  const why =
    firstYear === undefined
      ? 'The dates in the headings name no year. Say which year the first of them is in.'
      : `The weekdays in the headings are not those of ${firstYear}. Say which year the first date is in.`
  return { days: cells.map(() => null), why }
}
