/**
 * A spreadsheet that came back, as it was read: texts in cells. What is in a file beside texts and numbers (formulas,
 * pictures, macros, links) never gets this far.
 */
export type FileFormat = 'xlsx' | 'ods' | 'csv'

/** Where a cell is: the sheet by its name, row and column from 0. */
export type CellPlace = { sheet: string; row: number; column: number }

/**
 * One sheet. Each cell is the text that a person would have typed there: '' for a blank one, a number in plain
 * digits with a point and without an exponent. Rows may be of different lengths.
 */
export type FilledSheet = { name: string; rows: readonly (readonly string[])[] }

/** `names`: the defined names of a workbook that lead to one cell; empty for ODS and CSV, which carry none. */
export type FilledFile = {
  format: FileFormat
  sheets: readonly FilledSheet[]
  names: Readonly<Record<string, CellPlace>>
  /** What parts the cells of a CSV. */
  separator?: string
}
