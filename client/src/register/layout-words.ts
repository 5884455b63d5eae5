/** How a sheet is laid out, in the words of the page. */
import { shortDate } from '@inclusion/shared/time'
import type { Column, ColumnRole, Layout, Shape } from './layout.ts'

export const shapeWords: Record<Shape, string> = {
  'session-a-row': 'One row for each pupil and session',
  'day-a-row': 'One row for each pupil and day, with morning and afternoon beside each other',
  'pupil-a-row': 'One row for each pupil, with a column for each session or day',
  'week-a-row': 'One row for each pupil and week',
}

export const roleWords: Record<ColumnRole, string> = {
  pupil: 'Says who the pupil is',
  date: 'Date',
  session: 'Session',
  mark: 'Mark',
  am: 'Morning mark',
  pm: 'Afternoon mark',
  week: 'Week',
  marks: 'Marks',
  ignored: 'Not needed',
}

const rolesOf: Record<Shape, readonly ColumnRole[]> = {
  'session-a-row': ['pupil', 'date', 'session', 'mark', 'ignored'],
  'day-a-row': ['pupil', 'date', 'am', 'pm', 'ignored'],
  'pupil-a-row': ['pupil', 'marks', 'ignored'],
  'week-a-row': ['pupil', 'week', 'marks', 'am', 'pm', 'ignored'],
}

/** What a column of a sheet laid out so can be: a day's row without columns of its sessions has both in one mark. */
export function rolesIn({ shape, columns }: Pick<Layout, 'shape' | 'columns'>): readonly ColumnRole[] {
  const isPair = shape === 'day-a-row' && !columns.some(({ role }) => role === 'am' || role === 'pm')
  return isPair ? ['pupil', 'date', 'mark', 'am', 'pm', 'ignored'] : rolesOf[shape]
}

const sessionWords = { am: 'morning', pm: 'afternoon', both: 'both sessions' }

/** `Mon 6 Oct AM` with the day that was understood of it: `6 October 2025, morning`. */
export function columnDay({ day, session }: Column): string | null {
  if (day === null) return null
  return session === null ? shortDate(day) : `${shortDate(day)}, ${sessionWords[session]}`
}

export const thousands = (count: number): string => count.toLocaleString('en-GB')

/** `1 pupil`, `2 pupils`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${thousands(count)} ${count === 1 ? one : many}`
