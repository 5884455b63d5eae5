import type { ColumnRole, Shape } from '../layout.ts'
import { isDayColumn, isWeekdayColumn, type HeadingCell } from './heading-cells.ts'
import { isPair, shareOf } from './samples.ts'

/** The shape that headings and roles make together; null where they make none. */
export function shapeOf(cells: readonly HeadingCell[], roles: readonly ColumnRole[]): Shape | null {
  const has = (...those: ColumnRole[]) => roles.some((role) => those.includes(role))
  const days = cells.filter(isDayColumn).length
  if (days > 0 && !(days < 3 && has('date', 'week'))) return 'pupil-a-row'
  if (cells.filter(isWeekdayColumn).length > 1) return has('week', 'date') ? 'week-a-row' : 'pupil-a-row'
  if ((has('week') && has('mark', 'marks')) || (has('date') && has('marks'))) return 'week-a-row'
  if (!has('date')) return null
  if (has('am', 'pm')) return 'day-a-row'
  if (!has('mark')) return null
  if (has('session')) return 'session-a-row'
  const marks = cells.find(({ index }) => roles[index] === 'mark')
  return shareOf(marks?.samples ?? [], isPair) > 0.5 ? 'day-a-row' : 'session-a-row'
}
