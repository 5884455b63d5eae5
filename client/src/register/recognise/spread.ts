import type { DateOrder } from '../layout.ts'
import { readMoment, readMonth, readSession, readWeekday } from './moment.ts'

const isDay = (words: string, order: DateOrder) =>
  readMoment(words, order) !== null || readWeekday(words) !== null || readMonth(words)

/** What may stand under a day or a month that spans it: a session, a weekday, a day of the month. */
const isUnder = (words: string, order: DateOrder) =>
  readSession(words) !== null || isDay(words, order) || /^\d{1,2}$/.test(words)

/** Whether each day of a row of headings has one blank heading beside it, over marks. */
function arePairs(cells: readonly string[], isBlank: (column: number) => boolean, order: DateOrder): boolean {
  const days = [...cells.keys()].filter((column) => isDay(cells[column] ?? '', order))
  return days.length > 0 && days.every((column) => isBlank(column + 1) && !isBlank(column + 2))
}

/**
 * A day that stands once over its columns, as a merged cell leaves it in a text, is repeated: over columns
 * that have a session or weekday of their own, or, where every day is so, over the one blank beside it.
 * `hasMarks` says whether anything stands below a column.
 */
export function spread(
  rows: readonly string[][],
  row: number,
  order: DateOrder,
  hasMarks: (column: number) => boolean,
): void {
  const cells = rows[row] ?? []
  const others = (column: number) => rows.map((other) => other[column] ?? '').filter((words) => words !== '')
  const isBlank = (column: number) => column < cells.length && others(column).length === 0 && hasMarks(column)
  const inPairs = arePairs(cells, isBlank, order)
  let day = ''
  for (let column = 0; column < cells.length; column++) {
    const words = cells[column] ?? ''
    if (words !== '') {
      day = isDay(words, order) ? words : ''
      continue
    }
    const under = others(column)
    const isOfDay =
      under.length === 0 ? inPairs && isBlank(column) : under.every((other) => isUnder(other, order))
    if (!isOfDay) day = ''
    cells[column] = day
  }
}
