/** Reads a text with separated cells (CSV): by its byte order mark, else as UTF-8 where it is, else windows-1252. */
import Papa from 'papaparse'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import { limits } from './limits.ts'
import { withoutBlankEnd } from './sheet-of.ts'
import { UnreadableFile } from './unreadable-file.ts'

const delimiters = [',', ';', '\t'] as const

/** No text holds it, so that no cell begins with it. */
const noQuote = '\u0001'

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** How evenly a text parts into columns: the share of rows with the commonest number of cells, weighed by it. */
function evenness(rows: readonly (readonly string[])[]): number {
  const lengths = new Map<number, number>()
  for (const { length } of rows) lengths.set(length, (lengths.get(length) ?? 0) + 1)
  return Math.max(0, ...[...lengths].map(([length, count]) => (count / rows.length) * Math.log2(length)))
}

/** What parts the cells, from the first rows; Excel's own line "sep=;" is believed. */
function delimiterOf(text: string): string {
  const said = /^sep=([,;\t])\r?\n/i.exec(text)?.[1]
  if (said) return said
  const worths = delimiters.map((delimiter) =>
    evenness(Papa.parse<string[]>(text.slice(0, 100_000), { delimiter, preview: 50 }).data),
  )
  return delimiters[worths.indexOf(Math.max(...worths))] ?? ','
}

/** A text as a formula, ="003456", which keeps its zeros in a spreadsheet. */
const withoutFormula = (cell: string) => (cell.startsWith('="') ? cell.replace(/^="(.*)"$/s, '$1') : cell)

/** Throws `UnreadableFile` for more rows than the limit: they are not even read to their end. */
export function readSeparatedText(bytes: Uint8Array): FilledFile {
  const text = textOf(bytes)
  const given = { delimiter: delimiterOf(text), preview: limits.rows + 1 }
  let parsed = Papa.parse<string[]>(text, given)
  // A quotation mark that is never closed would swallow the rest of the file: then it is taken as a letter.
  if (parsed.errors.some(({ code }) => code === 'MissingQuotes'))
    parsed = Papa.parse<string[]>(text, { ...given, quoteChar: noQuote })
  if (parsed.data.length > limits.rows) {
    throw new UnreadableFile(
      `This file has more than ${limits.rows.toLocaleString('en-GB')} rows. Download the template again and copy only your figures into it.`,
    )
  }
  const rows = parsed.data.map((row) => withoutBlankEnd(row.map(withoutFormula), (cell) => cell === ''))
  if (/^sep=/i.test(rows[0]?.[0] ?? '')) rows.shift()
  return {
    format: 'csv',
    sheets: [{ name: '', rows: withoutBlankEnd(rows, (row) => row.length === 0) }],
    names: {},
    separator: given.delimiter,
  }
}
