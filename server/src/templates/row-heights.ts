/**
 * How high rows have to be for the text in them: a spreadsheet program that opens a file does not always work it
 * out, and text then lies over the next row.
 */
import type { WriteSheet } from 'hucre/xlsx'
import { font } from './styles.ts'

/** Points a line takes for each point of its font. */
const leading = 1.36
/** Letters of our font that stand in one unit of a column's width, a little fewer than there may be. */
const lettersInUnit = 1.12
/** A column whose width is not given. */
const usualWidth = 8
/** Excel's own limit, in points. */
const highest = 409

/** The sheet with a height for each row whose text is larger, or takes more than one line; none gets lower. */
export function withRowHeights(sheet: WriteSheet): WriteSheet {
  const rowDefs = new Map(sheet.rowDefs)
  for (const [address, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = address.split(',').map(Number)
    if (typeof cell.value !== 'string') continue
    const { width = usualWidth } = sheet.columns?.[column] ?? {}
    const size = cell.style?.font?.size ?? font.size
    const lines = cell.style?.alignment?.wrapText === true ? linesOf(cell.value, width) : 1
    const height = Math.min(highest, lines * size * leading + 2)
    const isHigher = lines > 1 || size > font.size
    if (isHigher && height > (rowDefs.get(row)?.height ?? 0))
      rowDefs.set(row, { ...rowDefs.get(row), height })
  }
  return rowDefs.size === 0 ? sheet : { ...sheet, rowDefs }
}

const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * lettersInUnit))), 0)
