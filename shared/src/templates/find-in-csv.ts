/** The lines of a CSV: a figure each, by its indicator and its category in whatever spelling is known. */
import { cleanCell, readCell } from '../cell-text.ts'
import { csvColumnOf, csvColumns, type CsvColumn } from './columns.ts'
import type { FilledSheet } from './filled-file.ts'
import { notAsked, unreadColumn } from './find-in-sheets.ts'
import type { Found } from './found-cell.ts'
import { columnLetters, placeInWords, type IgnoredCell } from './outcome.ts'
import { unguarded } from './formula-guard.ts'
import { isNumberPart, templateParts, type Template, type TemplateLine } from './template.ts'

const plain = (text: string | undefined): string =>
  cleanCell(text ?? '')
    .toLowerCase()
    .replace(/\s+/g, ' ')

export type CsvHeader = ReadonlyMap<CsvColumn, number>

/** Where the columns of a CSV stand; null where none is called `indicator`. */
export function csvHeader({ rows: [first] }: FilledSheet): CsvHeader | null {
  const texts = (first ?? []).map(plain)
  const header = new Map(
    csvColumns.flatMap((name) => (texts.includes(name) ? [[name, texts.indexOf(name)]] : [])),
  )
  return header.has('indicator') ? header : null
}

/** Every return that the lines of a CSV name. */
export function returnsIn(sheet: FilledSheet, header: CsvHeader): string[] {
  const column = header.get('return')
  if (column === undefined) return []
  return [...new Set(sheet.rows.slice(1).map((row) => cleanCell(row[column] ?? '')))].filter(
    (id) => id !== '',
  )
}

/** `separator`: what parts the cells of the file. */
export function findInCsv(
  sheet: FilledSheet,
  header: CsvHeader,
  { lines }: Template,
  separator?: string,
): Found {
  const found: Found = { cells: [], ignored: unreadColumns(sheet, header), moved: false }
  const byIndicator = new Map(
    [...Map.groupBy(lines, ({ indicator }) => indicator.toLowerCase())].map(([indicator, of]) => [
      indicator,
      bySpelling(of),
    ]),
  )
  for (const [row, texts] of sheet.rows.entries()) {
    if (row === 0) continue
    const read = (name: CsvColumn) => unguarded(texts[header.get(name) ?? -1] ?? '')
    const line = findLine(byIndicator.get(plain(read('indicator'))), read('category'))
    addLine(found, { row, read, line, sheet: sheet.name, separator, header })
  }
  return found
}

/** Columns that are none of the template's, and say something. */
function unreadColumns({ name, rows: [first = [], ...rows] }: FilledSheet, header: CsvHeader): IgnoredCell[] {
  const read = new Set(header.values())
  const width = Math.max(first.length, ...rows.map(({ length }) => length))
  return Array.from({ length: width }, (_, column) => column).flatMap((column) =>
    !read.has(column) && rows.some((row) => readCell(row[column] ?? '').kind !== 'blank')
      ? [
          {
            at: placeInWords('csv', { sheet: name, row: 0, column }, `column ${columnLetters(column)}`),
            text: first[column] ?? '',
            why: unreadColumn,
          },
        ]
      : [],
  )
}

type CsvLine = {
  header: CsvHeader
  separator: string | undefined
  sheet: string
  row: number
  read: (name: CsvColumn) => string
  line: TemplateLine | string
}

function addLine({ cells, ignored }: Found, { row, read, line, sheet, separator, header }: CsvLine): void {
  for (const part of templateParts) {
    const name = csvColumnOf(part)
    if (!header.has(name)) continue
    const text = read(name)
    const at = placeInWords('csv', { sheet, row, column: 0 }, name)
    const has = typeof line === 'object' && line.cells.some((cell) => cell.part === part)
    if (has && separator === ';' && isNumberPart(part) && twoWays.test(cleanCell(text)))
      ignored.push({ at, text, why: saysTwo(cleanCell(text)), of: { key: line.key, part } })
    else if (has) {
      const [revision, edition] = [whole(read('revision')), whole(read('edition'))]
      cells.push({ key: line.key, part, text, at, revision, edition })
    } else if (readCell(text).kind !== 'blank') {
      const why = typeof line === 'string' ? line : 'This figure has nothing to give in this column.'
      ignored.push({
        at,
        text: plain(read('indicator')) === '' ? '' : text,
        why,
        ...(typeof line === 'object' && { of: { key: line.key, part: null } }),
      })
    }
  }
}

/** Where semicolons part cells, a comma mostly stands before decimals: `1,234` is a thousand to some, and one to others. */
const twoWays = /^[-−–]?\d{1,3}(?:,\d{3})+$|^[-−–]?\d{1,3}\.\d{3}$/

const saysTwo = (text: string): string =>
  `This file has semicolons between its cells, so “${text}” can be read as two numbers. Give it without a comma or a point between thousands.`

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null)

type BySpelling = ReadonlyMap<string, TemplateLine[]>

/** The lines of one indicator by everything their categories may be called. */
function bySpelling(lines: readonly TemplateLine[]): BySpelling {
  const found = new Map<string, TemplateLine[]>()
  for (const line of lines)
    for (const spelling of new Set(spellings(line)))
      found.set(spelling, [...(found.get(spelling) ?? []), line])
  return found
}

/** The line that a category is of, or why there is none. */
function findLine(lines: BySpelling | undefined, category: string): TemplateLine | string {
  if (!lines) return notAsked
  const meant = lines.get(plain(category)) ?? []
  if (meant.length > 1)
    return `Several breakdowns of this figure have “${category}”. Say which, for example “${exampleOf(meant)}”.`
  return meant[0] ?? `No category of this figure is called “${category}”.`
}

const exampleOf = ([first]: readonly TemplateLine[]): string =>
  `${first?.breakdown?.label}: ${first?.category?.label}`

function spellings({ kind, breakdown, category, setting }: TemplateLine): string[] {
  if (kind === 'total') return ['', 'total']
  if (setting !== null) return [plain(setting), plain(`at ${setting}`)]
  if (!breakdown || !category) return ['in no setting']
  const names = [category.code, category.label, ...category.aliases]
  const of = [breakdown.dimension, breakdown.label]
  const full = of.flatMap((dimension) =>
    names.flatMap((name) => [`${dimension}:${name}`, `${dimension}: ${name}`]),
  )
  return [...names, ...full].map(plain)
}
