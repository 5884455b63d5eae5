/** A table of typed numbers, a row for each borough: how a block from a spreadsheet is laid over it. Pure. */
import { cleanCell, readCell } from '@inclusion/shared/cell-text'
import { landBlock } from '../returns/paste/land-block.ts'
import type { Sheet } from '../returns/paste/sheet.ts'

/** `names`: what else a spreadsheet may call it. */
export type NumberRow = { key: string; name: string; names: readonly string[] }
export type NumberColumn = { key: string; header: string; names: readonly string[] }

export type NumberTableOf = {
  rows: readonly NumberRow[]
  columns: readonly NumberColumn[]
  idOf: (row: string, column: string) => string
  /** What stands there where nothing can be typed; null for a field. */
  closedOf: (row: string, column: string) => string | null
}

/** What is typed, by `row column`. */
export type Numbers = Readonly<Record<string, string>>

export const numberKey = (row: string, column: string): string => `${row} ${column}`

/** A borough as people and spreadsheets call it. */
export const boroughRow = ({ gssCode, name }: { gssCode: string; name: string }): NumberRow => ({
  key: gssCode,
  name,
  names: [gssCode, name.replaceAll(' and ', ' & '), name.replace(/ upon .*$/, '')],
})

export type PastedNumbers = { numbers: Numbers; put: number; lost: string[] }

/** The block laid over the table from a field on, by the names of its rows and columns where it has them. */
export function pasteNumbers(
  block: readonly (readonly string[])[],
  numbers: Numbers,
  { table, at }: { table: NumberTableOf; at: string },
): PastedNumbers {
  const sheet = sheetOf(table)
  const row = sheet.rows.findIndex(({ cells }) => Object.values(cells).some(({ locator }) => locator === at))
  const [column = ''] =
    Object.entries(sheet.rows[row]?.cells ?? {}).find(([, { locator }]) => locator === at) ?? []
  const landing = landBlock(block, sheet, { row: Math.max(0, row), column })
  if (landing.unnamed)
    return { numbers, put: 0, lost: [`Nothing says which column is which: ${landing.unnamed.join('; ')}.`] }
  const next = { ...numbers }
  const lost: string[] = []
  let put = 0
  for (const landed of landing.cells) {
    if (readCell(landed.text).kind === 'blank') continue
    const why = landed.cell ? landed.cell.closed : landed.why
    if (!landed.cell || why !== null) lost.push(`${landed.row}, ${landed.column}: ${why}`)
    else {
      next[keyAt(table, landed.cell.locator)] = cleanCell(landed.text)
      put += 1
    }
  }
  return { numbers: next, put, lost }
}

/** The key under which the field of an id is typed. */
function keyAt({ rows, columns, idOf }: NumberTableOf, id: string): string {
  for (const row of rows)
    for (const column of columns) if (idOf(row.key, column.key) === id) return numberKey(row.key, column.key)
  return ''
}

const sheetOf = ({ rows, columns, idOf, closedOf }: NumberTableOf): Sheet => ({
  columns: columns.map((column) => ({ ...column, isShownOnly: false })),
  rows: rows.map(({ key, name, names }) => ({
    words: name,
    path: [[name, ...names]],
    isShown: true,
    cells: Object.fromEntries(
      columns.map((column) => [
        column.key,
        {
          locator: idOf(key, column.key),
          part: 'value',
          measure: 'number',
          now: '',
          missing: null,
          closed: closedOf(key, column.key) === null ? null : 'It is on record, and stays.',
        },
      ]),
    ),
  })),
})
