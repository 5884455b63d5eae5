/** What the page is shown of the sheets and their register. */
import type { Correction, Recognised } from './layout.ts'
import type { Reading, SheetReading, Understood } from './protocol.ts'
import { dateOf, type Register } from './register.ts'
import type { Sheet } from './sheet.ts'

export type KnownSheet = { sheet: Sheet; correction: Correction; recognised: Recognised }

/** Rows among which the headings are looked for by eye. */
const rowsShown = 12
const valuesShown = 3

export function readingOf(
  sheets: readonly KnownSheet[],
  unread: Reading['unread'],
  register: Register | null,
): Reading {
  return { sheets: sheets.map(sheetReading), unread: [...unread], register: register && understood(register) }
}

function sheetReading({ sheet, correction, recognised }: KnownSheet): SheetReading {
  const { layout } = recognised
  const first = layout?.firstRow ?? 0
  const rows = sheet.rows.slice(first, first + valuesShown)
  const samples = (layout?.columns ?? []).map(({ index }): [number, string[]] => [
    index,
    rows.map((row) => row[index] ?? ''),
  ])
  return {
    file: sheet.file,
    name: sheet.name,
    rows: rowsFrom(sheet, first),
    why: recognised.isRegister ? null : recognised.why,
    layout,
    correction,
    samples: Object.fromEntries(samples),
    firstRows: sheet.rows.slice(0, rowsShown).map(rowWords),
  }
}

function rowsFrom({ rows }: Sheet, first: number): number {
  let count = 0
  for (let at = first; at < rows.length; at++) if (rows[at]!.some((cell) => cell.trim() !== '')) count++
  return count
}

const rowWords = (row: readonly string[]): string => {
  const words = row
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(', ')
  return words.length > 70 ? `${words.slice(0, 69)}…` : words
}

function understood({ marks, pupils, blanks, leftOut, sheets, identifierColumns }: Register): Understood {
  let first = Infinity
  let last = -Infinity
  for (let index = 0; index < marks.length; index += 1) {
    const day = marks.day[index]!
    if (day < first) first = day
    if (day > last) last = day
  }
  return {
    pupils: pupils.length,
    marks: marks.length,
    blanks,
    identifierColumns,
    firstDay: marks.length === 0 ? null : dateOf(first),
    lastDay: marks.length === 0 ? null : dateOf(last),
    leftOut: leftOut.map(({ why, rows, sheet, firstRow }) => ({
      why,
      rows,
      where: `${sheets[sheet]?.name ?? sheets[sheet]?.file ?? ''}, row ${firstRow + 1}`,
    })),
  }
}
