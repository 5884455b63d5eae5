import Papa from 'papaparse'
import { delimiterOf } from './delimiter.ts'
import { limits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type OnProgress = (share: number) => void

const tooMany =
  `This file has more than ${limits.rows.toLocaleString('en-GB')} rows. ` +
  'Export a shorter time, and drop the parts together.'

/** No register holds it, so that no cell begins with it. */
const noQuote = '\u0001'

/** A number as a formula, ="003456", which keeps its zeros in a spreadsheet. */
const withoutFormula = (cell: string) => (cell.startsWith('="') ? cell.replace(/^="(.*)"$/s, '$1') : cell)

function parse(text: string, quoteChar: string, onProgress: OnProgress) {
  const rows: string[][] = []
  let isOpen = false
  const config = {
    delimiter: delimiterOf(text),
    quoteChar,
    chunkSize: 2_000_000,
    chunk({ data, errors, meta }: Papa.ParseResult<string[]>) {
      if (rows.length + data.length > limits.rows) throw new UnreadableFile(tooMany)
      for (const row of data)
        rows.push(row.some((cell) => cell.startsWith('=')) ? row.map(withoutFormula) : row)
      isOpen ||= errors.some((error) => error.code === 'MissingQuotes')
      onProgress(Math.min(1, meta.cursor / text.length))
    },
  }
  Papa.parse<string[]>(text, config)
  return { rows, isOpen }
}

/**
 * The rows of a text with separated cells. Where a quotation mark is never closed, so that one cell would
 * swallow the rest of the file, quotation marks are taken as letters.
 */
export function textRows(text: string, onProgress: OnProgress): string[][] {
  const quoted = parse(text, '"', onProgress)
  const { rows } = quoted.isOpen ? parse(text, noQuote, onProgress) : quoted
  if (/^sep=/i.test(rows[0]?.[0] ?? '')) rows.shift()
  return rows
}
