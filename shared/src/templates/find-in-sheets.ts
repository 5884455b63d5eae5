/** The cells of a workbook: by their names, and by the key column where names are lost or were never there. */
import { readCell } from '../cell-text.ts'
import { readCellName } from './cell-names.ts'
import { columnOf, findHeadings, partIn, type EntryColumn, type FoundColumns } from './columns.ts'
import type { FilledFile, FilledSheet } from './filled-file.ts'
import type { Found, FoundCell } from './found-cell.ts'
import { cellKey } from './identity.ts'
import { placeInWords } from './outcome.ts'
import type { Template, TemplateLine } from './template.ts'

export function findInSheets(file: FilledFile, { lines }: Template): Found {
  const named = findNamed(file)
  const known = new Set(named.map(({ key, part }) => cellKey(key, part)))
  const byKey = new Map(lines.map((line) => [line.key, line]))
  const keyed = file.sheets.map((sheet) => findKeyed(file, sheet, byKey))
  const beside = keyed.flatMap(({ cells }) => cells).filter(({ key, part }) => !known.has(cellKey(key, part)))
  return { cells: [...named, ...beside], ignored: keyed.flatMap(({ ignored }) => ignored) }
}

function findNamed({ format, sheets, names }: FilledFile): FoundCell[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  return Object.entries(names).flatMap(([name, place]): FoundCell[] => {
    const named = readCellName(name)
    const sheet = byName.get(place.sheet)
    if (!named || !sheet) return []
    const text = sheet.rows[place.row]?.[place.column] ?? ''
    const at = placeInWords(format, place, columnOf(named.part))
    return [{ key: named.locator, part: named.part, text, at, revision: null, edition: null }]
  })
}

type Row = { line: TemplateLine | undefined; key: string; texts: readonly string[]; row: number }

/** The lines of one sheet under its headings, each found by its key. */
function findKeyed(file: FilledFile, sheet: FilledSheet, byKey: ReadonlyMap<string, TemplateLine>): Found {
  const found: Found = { cells: [], ignored: [] }
  const headings = findHeadings(sheet.rows)
  if (!headings) return found
  for (const [index, texts] of sheet.rows.slice(headings.header + 1).entries()) {
    const key = (texts[headings.key] ?? '').trim()
    const row = { line: byKey.get(key), key, texts, row: headings.header + 1 + index }
    for (const each of headings.columns) addCell(found, { file, sheet, headings }, row, each)
  }
  return found
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
  else if (readCell(text).kind !== 'blank') ignored.push({ at, text, why: whyNoPart(line, key) })
}

function whyNoPart(line: TemplateLine | undefined, key: string): string {
  if (line) return 'This figure has nothing to give in this column.'
  return key === '' ? 'This line has no key, so it is not known which figure it is.' : notAsked
}

export const notAsked = 'This return does not ask for this figure.'
