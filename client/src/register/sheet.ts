/** A sheet of a dropped file, as text. It lives in the page's worker and nowhere else. */
export type Sheet = {
  /** The name of the file; shown, never sent. */
  file: string
  /** The name of the sheet in a workbook; null for a text file. */
  name: string | null
  /** Cells as written; a cell that the workbook knows to be a date is `YYYY-MM-DD`. Rows may differ in length. */
  rows: readonly (readonly string[])[]
}
