import { wordsOf } from '../recognise/words.ts'
import { identifierColumns, identityOf, type IdentifierColumn } from './identity.ts'
import type { NamedPupil } from './join-pupils.ts'
import type { Reason } from './left-out.ts'
import type { SheetWithLayout } from './read-register.ts'
import { noPupil } from './row-kind.ts'

/** What the first reading of a sheet finds: who is named in it, and on which rows. */
export type PupilRows = {
  columns: readonly IdentifierColumn[]
  named: readonly NamedPupil[]
  /** For each row of data the number in `named`, or, below 0, why it names none. */
  rows: Int32Array
  /** `rows` of -1 is the first of these. */
  reasons: readonly Reason[]
}

/** Reads who each row of data names; each different set of identifiers is judged once. */
export function pupilRows({ sheet, layout }: SheetWithLayout): PupilRows {
  const columns = identifierColumns(layout.columns)
  const named: NamedPupil[] = []
  const reasons: Reason[] = []
  const known = new Map<string, number>()
  const rows = new Int32Array(Math.max(0, sheet.rows.length - layout.firstRow))
  const judge = (cells: readonly string[]): number => {
    const reason = noPupil(columns, cells)
    if (reason) return -reasons.push(reason)
    const byKey = new Map(columns.map(({ key }, at) => [key, cells[at] ?? '']))
    return named.push({ identity: identityOf(columns, cells, layout.dateOrder), cells: byKey }) - 1
  }
  for (let at = 0; at < rows.length; at++) {
    const row = sheet.rows[layout.firstRow + at] ?? []
    const cells = columns.map(({ index }) => wordsOf(row[index]))
    const together = cells.join('\u0001')
    const number = known.get(together) ?? judge(cells)
    known.set(together, number)
    rows[at] = number
  }
  return { columns, named, rows, reasons }
}
