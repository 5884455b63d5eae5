import type { ColumnRole, Correction } from '../layout.ts'
import { isDayColumn, isWeekdayColumn, type HeadingCell } from './heading-cells.ts'
import { readHalf, readMoment, readSerial, weekStart } from './moment.ts'
import { isMark, isPair, isWeek, shareOf } from './samples.ts'

type Roles = (ColumnRole | null)[]
type Test = (cell: string) => boolean

const isDate: Test = (cell) =>
  readMoment(cell, 'day-first') !== null ||
  readMoment(cell, 'month-first') !== null ||
  readSerial(cell) !== null
const isWeekDate: Test = (cell) => isDate(weekStart(cell))
const isSession: Test = (cell) => readHalf(cell) !== null
const isMarkOrPair: Test = (cell) => isMark(cell) || isPair(cell)

/** What a heading promises, where the cells below keep it: "Period" or "Day" may be over anything. */
function keptRole({ role, samples }: HeadingCell): ColumnRole | null {
  if (samples.length === 0) return role
  const mostly = (test: Test) => shareOf(samples, test) >= 0.5
  if (role === 'date' || role === 'week') {
    if (mostly(role === 'week' ? isWeekDate : isDate)) return role
    return mostly(isWeek) ? 'marks' : 'ignored'
  }
  // Lessons 1 to 6 of a day are no sessions, though two of them would read so.
  if (role === 'session' && shareOf(samples, isSession) < 0.9)
    return mostly(isMarkOrPair) ? 'mark' : 'ignored'
  if (role === 'mark' && mostly(isWeek)) return 'marks'
  if (role === 'marks' && !mostly(isWeek) && mostly(isMarkOrPair)) return 'mark'
  return role
}

/** Of several columns that promise the same, the one whose cells are most like it stays. */
function keepBest(roles: Roles, cells: readonly HeadingCell[], role: ColumnRole, isLike: Test): void {
  const rivals = cells.filter(({ index }) => roles[index] === role)
  if (rivals.length < 2) return
  const likeness = rivals.map(({ samples }) => shareOf(samples, isLike))
  const best = rivals[likeness.indexOf(Math.max(...likeness))]
  for (const { index } of rivals) if (index !== best?.index) roles[index] = 'ignored'
}

/** Marks without a heading that says so: the column whose cells are marks. */
function findMarks(roles: Roles, cells: readonly HeadingCell[]): void {
  const taken = ['mark', 'marks', 'am', 'pm']
  if (roles.some((role) => role !== null && taken.includes(role))) return
  for (const [role, isLike] of [
    ['marks', isWeek],
    ['mark', isMarkOrPair],
  ] as const) {
    const likeness = cells.map(({ index, samples }) => (roles[index] === null ? shareOf(samples, isLike) : 0))
    const most = Math.max(0, ...likeness)
    if (most < 0.5) continue
    roles[likeness.indexOf(most)] = role
    return
  }
}

/** What a column can no longer be where she says what another is: each of these says the same thing. */
const rivals: Partial<Record<ColumnRole, readonly ColumnRole[]>> = {
  date: ['date', 'week'],
  week: ['week', 'date'],
  session: ['session'],
  mark: ['mark', 'marks', 'am', 'pm'],
  marks: ['marks', 'mark'],
  am: ['am', 'mark'],
  pm: ['pm', 'mark'],
}

/** What each column is: as she says, else by its heading and its cells together. */
export function rolesOf(cells: readonly HeadingCell[], said: Correction['roles'] = {}): ColumnRole[] {
  const roles: Roles = cells.map((cell) => (said[cell.index] ? null : keptRole(cell)))
  keepBest(roles, cells, 'mark', isMarkOrPair)
  keepBest(roles, cells, 'marks', isWeek)
  keepBest(roles, cells, 'date', isDate)
  keepBest(roles, cells, 'week', isWeekDate)
  // A column of times beside one of AM and PM may say when a mark was made.
  keepBest(roles, cells, 'session', (cell) => isSession(cell) && !cell.includes(':'))
  keepBest(roles, cells, 'am', isMark)
  keepBest(roles, cells, 'pm', isMark)
  const ousted = new Set(Object.values(said).flatMap((role) => rivals[role] ?? []))
  for (const [at, role] of roles.entries()) if (role !== null && ousted.has(role)) roles[at] = 'ignored'
  for (const { index } of cells) roles[index] = said[index] ?? roles[index] ?? null
  const underDays = cells.filter((cell) => isDayColumn(cell) || isWeekdayColumn(cell))
  if (underDays.length < 2) findMarks(roles, cells)
  return roles.map((role) => role ?? 'ignored')
}
