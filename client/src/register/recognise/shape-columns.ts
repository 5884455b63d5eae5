import { addDays } from '@inclusion/shared/time'
import type { Column, ColumnRole, Correction, DateOrder, Shape } from '../layout.ts'
import { dayColumns } from './day-columns.ts'
import { isDayColumn, isUnderDate, isWeekdayColumn, type HeadingCell } from './heading-cells.ts'
import { titleWeek } from './title.ts'
import { daysOf } from './years.ts'

export type ShapeColumns = { columns: Column[]; why: string | null }

type Around = { title: string; order: DateOrder; correction: Correction }

/** The roles that each shape has a use for. */
const uses: Record<Shape, readonly ColumnRole[]> = {
  'session-a-row': ['pupil', 'date', 'session', 'mark'],
  'day-a-row': ['pupil', 'date', 'am', 'pm', 'mark'],
  'pupil-a-row': ['pupil', 'marks'],
  'week-a-row': ['pupil', 'week', 'marks'],
}

const plainColumn = ({ index, heading }: HeadingCell, role: ColumnRole): Column => ({
  index,
  heading,
  role,
  day: null,
  session: null,
  weekday: null,
})

/** In rows of weeks a date is the week's, and a mark is its string. */
function inWeeks(roles: readonly ColumnRole[]): ColumnRole[] {
  const hasWeek = roles.includes('week')
  const hasMarks = roles.includes('marks')
  return roles.map((role) => {
    if (role === 'date' && !hasWeek) return 'week'
    return role === 'mark' && !hasMarks ? 'marks' : role
  })
}

function underDates(cells: readonly HeadingCell[], around: Around): ShapeColumns {
  const { days, why } = daysOf(cells, around.title, {
    order: around.order,
    firstYear: around.correction.firstYear,
  })
  const made = dayColumns(cells.map((cell, at) => ({ cell, day: days[at] ?? null })))
  return { columns: made.columns, why: why ?? made.why }
}

const noMonday =
  'The columns are days of a week, and nothing says which. Choose the column that says when each week begins.'

function underWeekdays(cells: readonly HeadingCell[], around: Around): ShapeColumns {
  if (cells.length === 0) return { columns: [], why: null }
  const monday = titleWeek(around.title, around.order)
  const made = dayColumns(
    cells.map((cell) => ({ cell, day: monday === null ? null : addDays(monday, cell.weekday ?? 0) })),
  )
  return { columns: made.columns, why: made.why ?? (monday === null ? noMonday : null) }
}

/** Columns of marks that their headings date, in rows of pupils or of weeks. */
function dayColumnsOf(shape: Shape, cells: readonly HeadingCell[], around: Around): ShapeColumns {
  const said = around.correction.roles ?? {}
  const free = cells.filter(({ index }) => said[index] === undefined || said[index] === 'marks')
  const dated = free.filter((cell) => (said[cell.index] ? isUnderDate(cell) : isDayColumn(cell)))
  const weekdays = free.filter(isWeekdayColumn)
  if (shape === 'pupil-a-row')
    return dated.length > 0 ? underDates(dated, around) : underWeekdays(weekdays, around)
  if (shape !== 'week-a-row' || weekdays.length < 2) return { columns: [], why: null }
  return dayColumns(weekdays.map((cell) => ({ cell, day: null })))
}

/** Each column of a sheet in a shape, and why it cannot be read so, where it cannot. */
export function shapeColumns(
  shape: Shape,
  cells: readonly HeadingCell[],
  roles: readonly ColumnRole[],
  around: Around,
): ShapeColumns {
  const { columns: days, why } = dayColumnsOf(shape, cells, around)
  const ofDays = new Map(days.map((column) => [column.index, column]))
  const found = shape === 'week-a-row' ? inWeeks(roles) : roles
  const columns = cells.map((cell, at) => {
    const role = found[at] ?? 'ignored'
    const isUseful = uses[shape].includes(role) && !(role === 'marks' && days.length > 0)
    const isSaid = around.correction.roles?.[cell.index] !== undefined
    return ofDays.get(cell.index) ?? plainColumn(cell, isUseful || isSaid ? role : 'ignored')
  })
  return { columns, why }
}
