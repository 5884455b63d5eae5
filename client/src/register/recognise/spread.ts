import type { DateOrder } from '../layout.ts'
import { readMoment, readMonth, readSession, readWeekday } from './moment.ts'

const isDay = (words: string, order: DateOrder) =>
  readMoment(words, order) !== null || readWeekday(words) !== null || readMonth(words)

/** What may stand under a day or a month that spans it: a session, a weekday, a day of the month. */
const isUnder = (words: string, order: DateOrder) =>
  readSession(words) !== null || isDay(words, order) || /^\d{1,2}$/.test(words)

/**
 * A day that stands once over its columns, as a merged cell leaves it in a text, is repeated: over columns
 * that have a session or weekday of their own, or over the one blank heading beside it.
 */
export function spread(rows: readonly string[][], row: number, order: DateOrder): void {
  const cells = rows[row] ?? []
  let day = ''
  let blanks = 0
  for (let column = 0; column < cells.length; column++) {
    const words = cells[column] ?? ''
    if (words !== '') {
      day = isDay(words, order) ? words : ''
      blanks = 0
      continue
    }
    const others = rows.map((other) => other[column] ?? '').filter((other) => other !== '')
    if (others.length === 0) blanks++
    const isOfDay = others.length === 0 ? blanks < 2 : others.every((other) => isUnder(other, order))
    if (!isOfDay) day = ''
    cells[column] = day
  }
}
