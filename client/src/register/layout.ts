/** How a sheet is laid out: what the reader understood of it, and what a person corrects. */
import type { LocalDate } from '@inclusion/shared/time'

export const shapes = ['session-a-row', 'day-a-row', 'pupil-a-row', 'week-a-row'] as const
/** One row per pupil and session; per pupil and day (AM and PM columns); per pupil; per pupil and week. */
export type Shape = (typeof shapes)[number]

/**
 * `marks` of a week row is its string of marks, or each column of its days; of a pupil row, each column of
 * marks. `mark` of a day row without `am` and `pm` holds both.
 */
export const columnRoles = [
  'pupil',
  'date',
  'session',
  'mark',
  'am',
  'pm',
  'week',
  'marks',
  'ignored',
] as const
export type ColumnRole = (typeof columnRoles)[number]

export type DateOrder = 'day-first' | 'month-first'

export type Column = {
  index: number
  /** Its words above: joined where they stand in several rows or in a merged cell. */
  heading: string
  role: ColumnRole
  /** Of a column of marks in a pupil row: its day, and the session or both ("/\"). */
  day: LocalDate | null
  session: 'am' | 'pm' | 'both' | null
  /** Of a column of marks in a week row: 0 Monday to 6 Sunday; null where it holds the week's string. */
  weekday: number | null
}

export type Layout = {
  shape: Shape
  /** The last row of headings, and the first of data (from 0). */
  headingRow: number
  firstRow: number
  columns: readonly Column[]
  dateOrder: DateOrder
  /** False where the dates could be read either way: she is asked. */
  isOrderCertain: boolean
}

/** What she changes of what was understood; the rest is understood anew with it. */
export type Correction = {
  shape?: Shape
  headingRow?: number
  roles?: Readonly<Record<number, ColumnRole>>
  dateOrder?: DateOrder
  /** For headings like "Mon 6 Oct" that name no year: the calendar year the first of them is in. */
  firstYear?: number
  /** She says that the sheet is none: it is left out, and nothing of it is asked. */
  isNoRegister?: boolean
}

/** What a sheet is understood to be, or why it could not be, in a sentence that says what to do. */
export type Recognised =
  | { isRegister: true; layout: Layout }
  | { isRegister: false; why: string; layout: Layout | null }
