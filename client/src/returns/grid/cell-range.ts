/** A range of cells of a table: from the field where it began to the field it reaches. */
import { fieldSelector, spotsIn } from './field-moves.ts'
import { columnsOfCell } from './field-moves.ts'

/** The ids of the fields at its corners. */
export type CellRange = { anchor: string; head: string }

/** Rows of cells; a place without a cell is left out. */
export type Cells = HTMLTableCellElement[][]

/** The cells within a range, row by row: the rows of figures that can be seen, closed or not, as a paste lands on them. */
export function cellsWithin(table: HTMLTableElement, { anchor, head }: CellRange): Cells {
  const spots = spotsIn(table)
  const corners = spots.filter(({ field }) => field.id === anchor || field.id === head)
  if (corners.length === 0) return []
  const rows = [...table.rows].filter((row) => !row.hidden && row.querySelector('th[scope="row"]'))
  const at = corners.map(({ row }) => rows.indexOf(row))
  const from = Math.min(...corners.map((corner) => corner.from))
  const to = Math.max(...corners.map((corner) => corner.to))
  return rows.slice(Math.min(...at), Math.max(...at) + 1).map((row) =>
    [...row.querySelectorAll('td')].filter((cell) => {
      const columns = columnsOfCell(cell)
      return columns.from <= to && from <= columns.to
    }),
  )
}

/** "3 rows, 2 columns selected". */
export function rangeWords(cells: Cells): string {
  const columns = Math.max(0, ...cells.map((row) => row.length))
  const rows = `${cells.length} ${cells.length === 1 ? 'row' : 'rows'}`
  return `${rows}, ${columns} ${columns === 1 ? 'column' : 'columns'}`
}

/** What a cell says: its figure, the reason for none, or what is only shown there. */
export function textOfCell(cell: HTMLTableCellElement): string {
  const typed = cell.querySelector<HTMLInputElement>(fieldSelector)?.value ?? ''
  if (typed.trim() !== '') return typed
  const reason = cell.querySelector('select')?.value ?? ''
  return reason === ''
    ? (cell.querySelector('.app-number')?.firstChild?.textContent ?? '').replace('–', '')
    : reason
}
