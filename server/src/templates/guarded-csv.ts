/** Lines of CSV in which no cell runs as a formula. A file begins with a mark, or Excel does not read it as UTF-8. */
import { writeCsv } from 'hucre/csv'
import { guarded } from '@inclusion/shared/templates/formula-guard'

const mark = '\uFEFF'

/** Rows as lines, each ended, so that further ones can follow. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `${writeCsv(rows.map((row) => row.map(guarded)))}\r\n`

/** The beginning of a file: its header. */
export const csvHeader = (columns: readonly string[]): string => mark + csvLines([columns])
