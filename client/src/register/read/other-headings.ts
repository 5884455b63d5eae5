import type { Layout } from '../layout.ts'
import { readMoment } from '../recognise/moment.ts'
import { wordsOf } from '../recognise/words.ts'

/**
 * Whether a row of a sheet of pupils heads its columns again: with the same days, with others, or not. A
 * report printed page by page may have other days on its later pages: their marks are never put on the
 * days of the first.
 */
export function headsAgain(
  { columns, dateOrder, shape }: Layout,
  row: readonly string[],
): 'same' | 'other' | 'no' {
  let again: 'same' | 'no' = 'no'
  if (shape !== 'pupil-a-row') return again
  for (const { index, role, day } of columns) {
    const moment = role === 'marks' && day !== null ? readMoment(wordsOf(row[index]), dateOrder) : null
    if (!moment || !day) continue
    const [year, month, date] = day.split('-').map(Number)
    const isYear = moment.year === null || moment.year === year
    if (!isYear || moment.month !== month || moment.day !== date) return 'other'
    again = 'same'
  }
  return again
}
