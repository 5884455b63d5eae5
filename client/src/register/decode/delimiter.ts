import Papa from 'papaparse'
import { headedColumns } from '../recognise/heading-rows.ts'

const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * How evenly a text parts into columns: the share of rows with the commonest number of cells, weighed by
 * that number, so that a comma in every name does not win over eleven semicolons in ragged rows.
 */
function evenness(rows: readonly (readonly string[])[]): number {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const lengths = new Map<number, number>()
  for (const row of filled) lengths.set(row.length, (lengths.get(row.length) ?? 0) + 1)
  return Math.max(0, ...[...lengths].map(([length, count]) => (count / filled.length) * Math.log2(length)))
}

/** The most headings that a row has, and then how even the rows are. */
function worth(text: string, delimiter: Delimiter): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 80 })
  const headed = Math.max(0, ...data.map((row) => headedColumns(row)))
  return (headed > 1 ? headed * 100 : 0) + evenness(data)
}

/** What parts the cells of a text, from its first rows; Excel's own line "sep=;" is believed. */
export function delimiterOf(text: string): Delimiter {
  const said = /^sep=([,;|\t])\r?\n/i.exec(text)?.[1]
  if (said) return said as Delimiter
  const start = text.slice(0, 200_000)
  const worths = delimiters.map((delimiter) => worth(start, delimiter))
  return delimiters[worths.indexOf(Math.max(...worths))] ?? ','
}
