import { wordsOf } from '../recognise/words.ts'
import { identifierColumns, identityOf, isNameAlone, isNobody, type IdentifierColumn } from './identity.ts'
import type { NamedPupil } from './joiner.ts'
import type { Reason } from './left-out.ts'
import { headsAgain } from './other-headings.ts'
import type { SheetWithLayout } from './read-register.ts'
import { noPupil } from './row-kind.ts'

/** What the first reading of a sheet finds: who is named in it, and on which rows. */
export type PupilRows = {
  columns: readonly IdentifierColumn[]
  named: readonly Omit<NamedPupil, 'sheet'>[]
  /** For each row of data the number in `named`, or, below 0, why it is not read. */
  rows: Int32Array
  /** `rows` of -1 is the first of these. */
  reasons: readonly Reason[]
  /** Names that two rows have where a pupil has one, and that nothing else tells apart. */
  sharedNames: readonly string[]
}

const cellsOf = (columns: readonly IdentifierColumn[], row: readonly string[] | undefined): string[] =>
  columns.map(({ index }) => wordsOf(row?.[index]))

/**
 * Whether a column numbers the rows and not the pupils: no number comes twice, though pupils do. A sheet of
 * one row for each pupil cannot tell.
 */
function numbersRows(
  { sheet, layout }: SheetWithLayout,
  columns: readonly IdentifierColumn[],
  column: IdentifierColumn,
): boolean {
  const others = columns.filter(({ kind }) => kind !== 'other')
  if (column.kind !== 'other' || others.length === 0 || layout.shape === 'pupil-a-row') return false
  const numbers = new Set<string>()
  const pupils = new Set<string>()
  for (const row of sheet.rows.slice(layout.firstRow)) {
    const number = wordsOf(row[column.index])
    if (number === '') continue
    if (numbers.has(number)) return false
    numbers.add(number)
    pupils.add(cellsOf(others, row).join('\u0001'))
  }
  return pupils.size * 2 <= numbers.size
}

function sharedNames(
  named: readonly Omit<NamedPupil, 'sheet' | 'isApart'>[],
  rowsOf: ReadonlyMap<number, number>,
): string[] {
  const rows = new Map<string, number>()
  for (const [number, count] of rowsOf) {
    const identity = named[number]?.identity
    if (identity && isNameAlone(identity)) rows.set(identity.name, (rows.get(identity.name) ?? 0) + count)
  }
  return [...rows].flatMap(([name, count]) => (count > 1 ? [name] : []))
}

/** Of those named otherwise, but by one name, those that have rows of one time: they are not one pupil. */
function apartByTime(
  { sheet, layout }: SheetWithLayout,
  named: readonly Pick<NamedPupil, 'identity'>[],
  rows: Int32Array,
): ReadonlySet<number> {
  const times = layout.columns.filter(({ role }) => role === 'date' || role === 'session' || role === 'week')
  const namings = new Map<string, number>()
  for (const { identity } of named) namings.set(identity.name, (namings.get(identity.name) ?? 0) + 1)
  const firsts = new Map<string, number>()
  const apart = new Set<number>()
  for (const [at, number] of rows.entries()) {
    const name = named[number]?.identity.name ?? ''
    if (name === '' || (namings.get(name) ?? 0) < 2) continue
    const cells = sheet.rows[layout.firstRow + at] ?? []
    const time = [name, ...times.map(({ index }) => wordsOf(cells[index]))].join('\u0001')
    const first = firsts.get(time) ?? number
    firsts.set(time, first)
    if (first !== number) apart.add(first).add(number)
  }
  return apart
}

/** Reads who each row of data names; each different set of identifiers is judged once. */
export function pupilRows({ sheet, layout }: SheetWithLayout): PupilRows {
  const all = identifierColumns(layout.columns)
  const columns = all.filter((column) => !numbersRows({ sheet, layout }, all, column))
  const named: Omit<NamedPupil, 'sheet' | 'isApart'>[] = []
  const reasons: Reason[] = ['otherDays']
  const known = new Map<string, number>()
  const rows = new Int32Array(Math.max(0, sheet.rows.length - layout.firstRow))
  const judge = (cells: readonly string[]): number => {
    const identity = identityOf(columns, cells, layout.dateOrder)
    const reason = noPupil(columns, cells) ?? (isNobody(identity) ? 'nobody' : null)
    if (reason) return -reasons.push(reason)
    return named.push({ identity, cells: new Map(columns.map(({ key }, at) => [key, cells[at] ?? ''])) }) - 1
  }
  const rowsOf = new Map<number, number>()
  let isOther = false
  for (let at = 0; at < rows.length; at++) {
    const row = sheet.rows[layout.firstRow + at] ?? []
    const cells = cellsOf(columns, row)
    const together = cells.join('\u0001')
    const number = known.get(together) ?? judge(cells)
    known.set(together, number)
    if (number < 0) {
      const again = headsAgain(layout, row)
      if (again !== 'no') isOther = again === 'other'
    } else if (!isOther) rowsOf.set(number, (rowsOf.get(number) ?? 0) + 1)
    rows[at] = number >= 0 && isOther ? -1 : number
  }
  const isOnePerRow = layout.shape === 'pupil-a-row'
  const apart = isOnePerRow ? null : apartByTime({ sheet, layout }, named, rows)
  return {
    columns,
    rows,
    reasons,
    sharedNames: isOnePerRow ? sharedNames(named, rowsOf) : [],
    named: named.map((one, at) => ({ ...one, isApart: apart?.has(at) ?? true })),
  }
}
