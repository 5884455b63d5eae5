/**
 * How high rows have to be for the text in them: a spreadsheet program that opens a file does not always work it
 * out, and text then lies over the next row.
 */
import type { WriteSheet } from 'hucre/xlsx'

/** Points a line takes in the file's font, and at its size in a title. */
const lineHeight = 15
/** Letters of our font that stand in one unit of a column's width, a little fewer than there may be. */
const lettersInUnit = 1.05
/** A column whose width is not given. */
const usualWidth = 8
/** Excel's own limit, in points. */
const highest = 409

/** The sheet with a height for each row whose text takes more than one line. */
export function withRowHeights(sheet: WriteSheet): WriteSheet {
  const rowDefs = new Map(sheet.rowDefs)
  for (const [address, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = address.split(',').map(Number)
    if (typeof cell.value !== 'string' || cell.style?.alignment?.wrapText !== true) continue
    const { width = usualWidth } = sheet.columns?.[column] ?? {}
    const lines = linesOf(cell.value, width)
    const height = Math.min(highest, lines * lineHeight + 2)
    if (lines > 1 && height > (rowDefs.get(row)?.height ?? 0))
      rowDefs.set(row, { ...rowDefs.get(row), height })
  }
  return rowDefs.size === 0 ? sheet : { ...sheet, rowDefs }
}

const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * lettersInUnit))), 0)
