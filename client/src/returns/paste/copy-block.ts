/** Cells as a spreadsheet takes them from the clipboard: text with tabs, and a table in HTML. Pure. */
import { guarded } from '@inclusion/shared/templates/formula-guard'
import type { Sheet, SheetRow } from './sheet.ts'

type Rows = readonly (readonly string[])[]

/** A text that holds a tab, a line break or a quote is quoted, as spreadsheets do. */
const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const toTsv = (rows: Rows): string =>
  rows.map((row) => row.map((text) => quoted(guarded(text))).join('\t')).join('\r\n')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => entities[letter]!)

const cellsOf = (row: readonly string[]) => row.map((text) => `<td>${escaped(guarded(text))}</td>`).join('')

export const toHtml = (rows: Rows): string =>
  `<table>${rows.map((row) => `<tr>${cellsOf(row)}</tr>`).join('')}</table>`

/** A whole table with its names and headings: what is pasted back from it matches by name. */
export function blockOf({ columns, rows }: Sheet): string[][] {
  const typed = columns.filter(({ isShownOnly }) => !isShownOnly)
  return [
    ['Measure', 'Breakdown', ...typed.map(({ header }) => header)],
    ...rows.map((row) => [...namesOf(row), ...typed.map(({ key }) => textAt(row, key, typed[0]?.key))]),
  ]
}

function namesOf({ path }: SheetRow): [string, string] {
  const [measure, ...within] = path.map((names) => names[0] ?? '')
  return [measure ?? '', within.join(': ')]
}

/** What stands in a cell; the reason for none once a row, in its first column. */
function textAt({ cells }: SheetRow, key: string, first: string | undefined): string {
  const cell = cells[key]
  if (!cell) return ''
  return cell.missing ? (key === first ? cell.missing : '') : cell.now
}
