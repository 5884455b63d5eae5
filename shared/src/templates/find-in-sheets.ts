/** The cells of a workbook: by the key of their line and the heading above them, and by their names where there is none. */
import { readCell } from '../cell-text.ts'
import { findHeadings, isOwnHeading, partIn, type EntryColumn, type FoundColumns } from './columns.ts'
import type { FilledFile, FilledSheet } from './filled-file.ts'
import type { Found, FoundCell } from './found-cell.ts'
import { namedCells } from './named-cells.ts'
import { placeInWords, type IgnoredCell } from './outcome.ts'
import type { Template, TemplateLine } from './template.ts'

/** Where several cells are of one figure, the first counts: those that have their names, then the others. */
export function findInSheets(file: FilledFile, { lines }: Template): Found {
  const { alone, agreed, moved, ignored } = namedCells(file)
  const byKey = new Map(lines.map((line) => [line.key, line]))
  const keyed = file.sheets.map((sheet) => findKeyed(file, sheet, byKey))
  const [named, beside] = parted(
    keyed.flatMap(({ cells }) => cells),
    agreed,
  )
  return {
    cells: [...named, ...beside, ...alone],
    ignored: [...keyed.flatMap((each) => each.ignored), ...ignored],
    moved,
  }
}

function parted(cells: readonly FoundCell[], agreed: ReadonlySet<string>): [FoundCell[], FoundCell[]] {
  return [cells.filter(({ at }) => agreed.has(at)), cells.filter(({ at }) => !agreed.has(at))]
}

type Row = { line: TemplateLine | undefined; key: string; texts: readonly string[]; row: number }

/** The lines of one sheet under its headings, each found by its key. */
function findKeyed(file: FilledFile, sheet: FilledSheet, byKey: ReadonlyMap<string, TemplateLine>): Found {
  const found: Found = { cells: [], ignored: [], moved: false }
  const headings = findHeadings(sheet.rows)
  if (!headings) return found
  found.ignored.push(...unreadColumns(file, sheet, { headings, byKey }))
  for (const [index, texts] of sheet.rows.slice(headings.header + 1).entries()) {
    const key = (texts[headings.key] ?? '').trim()
    const row = { line: byKey.get(key), key, texts, row: headings.header + 1 + index }
    for (const each of headings.columns) addCell(found, { file, sheet, headings }, row, each)
  }
  return found
}

type Keyed = { headings: FoundColumns; byKey: ReadonlyMap<string, TemplateLine> }

/** Columns beside lines of the return that are none of the template's, and say something: a heading was written over. */
function unreadColumns(
  { format, names }: FilledFile,
  { name, rows }: FilledSheet,
  { headings: { header, key, columns }, byKey }: Keyed,
): IgnoredCell[] {
  const named = Object.values(names).flatMap(({ sheet, column }) => (sheet === name ? [column] : []))
  const read = new Set([key, ...columns.map(([, column]) => column), ...named])
  const lines = rows.slice(header + 1).filter((row) => byKey.has((row[key] ?? '').trim()))
  const width = Math.max(0, ...lines.map(({ length }) => length))
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const heading = rows[header]?.[column] ?? ''
    if (read.has(column) || isOwnHeading(heading)) return []
    if (lines.every((row) => readCell(row[column] ?? '').kind === 'blank')) return []
    const at = placeInWords(format, { sheet: name, row: header, column }, heading)
    return [{ at, text: heading, why: unreadColumn }]
  })
}

function addCell(
  { cells, ignored }: Found,
  { file, sheet }: { file: FilledFile; sheet: FilledSheet; headings: FoundColumns },
  { line, key, texts, row }: Row,
  [entryColumn, column]: [EntryColumn, number],
): void {
  const text = texts[column] ?? ''
  const at = placeInWords(file.format, { sheet: sheet.name, row, column }, entryColumn)
  const part = line ? partIn(entryColumn, line) : null
  if (part) cells.push({ key, part, text, at, revision: null, edition: null })
  else if (readCell(text).kind !== 'blank')
    ignored.push({
      at,
      text: key === '' ? '' : text,
      why: whyNoPart(line, key),
      ...(line && { of: { key, part: null } }),
    })
}

function whyNoPart(line: TemplateLine | undefined, key: string): string {
  if (line) return 'This figure has nothing to give in this column.'
  return key === '' ? 'This line has no key, so it is not known which figure it is.' : notAsked
}

export const unreadColumn =
  'Nothing in this column was read: the template has no column of this name, or another one has it.'

export const notAsked = 'This return does not ask for this figure.'
