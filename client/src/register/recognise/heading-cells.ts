import type { ColumnRole, DateOrder } from '../layout.ts'
import type { Sheet } from '../sheet.ts'
import { headingRole } from './heading-role.ts'
import type { HeadingRows } from './heading-rows.ts'
import { readMoment, readSerialMoment, readSession, readWeekday, type Moment } from './moment.ts'
import { areFigures, samplesOf } from './samples.ts'
import { spread } from './spread.ts'
import { wordsOf } from './words.ts'

/** What stands above one column, in all rows of headings, and some of what stands below. */
export type HeadingCell = {
  index: number
  heading: string
  role: ColumnRole | null
  moment: Moment | null
  /** Named beside the date or under it: 0 Monday to 6 Sunday. */
  weekday: number | null
  session: 'am' | 'pm' | null
  samples: string[]
}

/** A workbook may have 16,384 columns; three years of sessions are 1,140. */
const widest = 2000

function widthOf(sheet: Sheet): number {
  let width = 0
  for (const row of sheet.rows) width = Math.max(width, row.length)
  return Math.min(width, widest)
}

function firstOf<Found>(words: readonly string[], read: (word: string) => Found | null): Found | null {
  for (const word of words) {
    const found = read(word)
    if (found !== null) return found
  }
  return null
}

/** The lowest row of headings says most; where none is a date by itself, they may be one together. */
function cellOf(words: readonly string[], index: number, order: DateOrder): Omit<HeadingCell, 'samples'> {
  const whole = [...new Set(words)].join(' ')
  const upwards = words.toReversed()
  const role = headingRole(whole) ?? firstOf(upwards, headingRole)
  // A title over all columns is no part of the heading "Name" below it.
  const own = headingRole(whole) === null ? upwards.find((word) => headingRole(word) === 'pupil') : undefined
  const heading = own ?? whole
  const named = firstOf(upwards, readWeekday)
  const together = [whole, upwards.join(' ')]
  const moment =
    firstOf([...upwards, ...together], (word) => readMoment(word, order)) ?? firstOf(words, readSerialMoment)
  return {
    index,
    heading,
    role,
    moment,
    weekday: named?.weekday ?? moment?.weekday ?? null,
    session: firstOf(upwards, readSession) ?? named?.session ?? moment?.session ?? null,
  }
}

/** What each column's headings say together. */
export function headingCells(sheet: Sheet, { first, last }: HeadingRows, order: DateOrder): HeadingCell[] {
  const width = widthOf(sheet)
  const rows = sheet.rows
    .slice(first, last + 1)
    .map((row) => Array.from({ length: width }, (_, column) => wordsOf(row[column])))
  const samples = Array.from({ length: width }, (_, column) => samplesOf(sheet, column, last + 1))
  const hasMarks = (column: number) => (samples[column] ?? []).length > 0
  for (const row of rows.keys()) spread(rows, row, order, hasMarks)
  return Array.from({ length: width }, (_, index) => {
    const words = rows.map((row) => row[index] ?? '').filter((word) => word !== '')
    return { ...cellOf(words, index, order), samples: samples[index] ?? [] }
  })
}

const notOfDays: readonly (ColumnRole | null)[] = ['pupil', 'ignored', 'date', 'week', 'mark', 'marks']

/** A column under a date, unless figures stand in it. */
export const isDayColumn = (cell: HeadingCell) => isUnderDate(cell) && !areFigures(cell.samples)

/** A column under a date, whatever stands in it. */
export const isUnderDate = ({ role, moment }: HeadingCell) => moment !== null && !notOfDays.includes(role)

/** A column under a day of any week: "Mon AM", or "AM" under "Monday". */
export const isWeekdayColumn = ({ role, moment, weekday }: HeadingCell) =>
  weekday !== null && moment === null && !notOfDays.includes(role)
