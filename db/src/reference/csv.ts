/** Reads the public files kept beside the reference data. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** The rows of a file in `reference/data`, keyed by its header. `bom`: DfE files often begin with one. */
export function readCsv(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')
  return parse<Record<string, string>>(text, { columns: true, bom: true, skip_empty_lines: true })
}

/** A column that must be there. Throws when the file has no such column. */
export function column(row: Record<string, string>, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`The file has no column ${name}`)
  return value
}
