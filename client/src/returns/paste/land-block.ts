/** Where the cells of a pasted block land in a table: by the names at the head of its rows, or by place. Pure. */
import { cleanCell, readCell } from '@inclusion/shared/cell-text'
import { readEntry } from '@inclusion/shared/figures'
import { rowMatcher, type RowMatcher } from './match-row.ts'
import { plainName, type Sheet, type SheetCell, type SheetColumn, type SheetRow } from './sheet.ts'

/** One cell that says something, and the cell of the table it falls on, or why it falls on none. */
export type Landed = { row: string; column: string; text: string } & (
  | { cell: SheetCell }
  | { cell: null; why: string }
)

export type Landing = {
  way: 'names' | 'place'
  /** The first row of the block was read as the names of its columns. */
  hasHeader: boolean
  /** What its columns might be called, where nothing says which of them is meant: none of it lands. */
  unnamed: string[] | null
  cells: Landed[]
}

/** The field that a block was pasted into: its row, and the key of its column. */
export type Start = { row: number; column: string }

type Block = readonly (readonly string[])[]

export function landBlock(block: Block, sheet: Sheet, start: Start): Landing {
  const matcher = rowMatcher(sheet.rows, start.row)
  const hasHeader = isHeader(block, sheet.columns, matcher)
  const body = hasHeader ? block.slice(1) : block
  const named = hasHeader ? block[0]!.map((text) => columnNamed(sheet.columns, text)) : []
  const columns = named.some((column) => column !== null) ? named : null
  const labels = labelColumns(body, matcher)
  if (labels === 0)
    return { way: 'place', hasHeader, unnamed: null, cells: landByPlace(body, sheet, start, columns) }
  const isUnclear = columns === null && isUnnamed(block, labels, matcher)
  const across = isUnclear
    ? null
    : (columns ?? inOrder(sheet.columns, labels)).map((column, at) => (at < labels ? null : column))
  const typed = sheet.columns.filter(({ isShownOnly }) => !isShownOnly)
  return {
    way: 'names',
    hasHeader,
    unnamed: isUnclear ? typed.map(({ header }) => header) : null,
    cells: landByNames({ body, sheet, matcher, labels, across }),
  }
}

/**
 * Whether the first row names columns: one of them by a name of ours, or all in words that name no row; or, over
 * rows with names, in anything but figures: "2024-25 Q3".
 */
function isHeader(
  [first = [], ...others]: Block,
  columns: readonly SheetColumn[],
  matcher: RowMatcher,
): boolean {
  const { isName } = matcher
  const [corner = '', ...heads] = first
  const isOurs = corner.trim() !== '' && isName(corner)
  if (!isOurs && heads.some((text) => !isFigure(text)) && labelColumns(others, matcher) > 0) return true
  if (first.some((text) => readEntry(text, 'money').kind === 'number')) return false
  if (first.some((text) => columnNamed(columns, text) !== null)) return true
  const said = first.filter((text) => text.trim() !== '')
  return others.length > 0 && said.length > 0 && said.every((text) => isWords(text) && !isName(text))
}

/**
 * Whether the first row is no row of the table, and names none of its columns, of which there are several: months,
 * say. In their order an earlier one would be put in, or two of them as one figure.
 */
function isUnnamed(block: Block, labels: number, { isName }: RowMatcher): boolean {
  const heads = (block[0] ?? []).slice(0, labels).filter((text) => text.trim() !== '')
  const isOurs = heads.length > 0 && heads.every(isName)
  return !isOurs && block.some((row) => row.slice(labels + 1).some((text) => text.trim() !== ''))
}

/** A number, the reason for none, or nothing. */
function isFigure(text: string): boolean {
  const read = readCell(text)
  return read.kind !== 'entry' || readEntry(read.entered, 'money').kind === 'number'
}

function columnNamed(columns: readonly SheetColumn[], text: string): SheetColumn | null {
  const name = plainName(text)
  if (name === '') return null
  return (
    columns.find(({ header, names }) => [header, ...names].some((each) => plainName(each) === name)) ?? null
  )
}

/** Without names the columns are those that are typed, in their order. */
const inOrder = (columns: readonly SheetColumn[], labels: number): (SheetColumn | null)[] => [
  ...Array.from({ length: labels }, () => null),
  ...columns,
]

/** How many columns at the front hold names and no figure. */
function labelColumns(body: Block, { isName }: RowMatcher): number {
  const width = Math.max(0, ...body.map((row) => row.length))
  let labels = 0
  while (
    labels < width &&
    isLabels(
      body.flatMap((row) => row[labels] ?? []),
      isName,
    )
  )
    labels += 1
  return labels
}

function isLabels(texts: readonly string[], isName: RowMatcher['isName']): boolean {
  const said = texts.filter((text) => text.trim() !== '')
  return (
    said.some((text) => isName(text) || isWords(text)) && said.every((text) => isName(text) || isWords(text))
  )
}

/** Words, and not a figure written oddly. */
function isWords(text: string): boolean {
  const read = readCell(text)
  return (
    read.kind === 'entry' &&
    readEntry(read.entered, 'money').kind === 'unreadable' &&
    /\p{L}{2}/u.test(text) &&
    !/^\D{0,9}\d/.test(text)
  )
}

type ByNames = {
  body: Block
  sheet: Sheet
  matcher: RowMatcher
  labels: number
  /** The column that each stands under; null where nothing says so. */
  across: (SheetColumn | null)[] | null
}

function landByNames({ body, sheet, matcher, labels, across }: ByNames): Landed[] {
  return body.flatMap((row) => {
    const words = row.slice(0, labels).filter((text) => text.trim() !== '')
    const said = saidIn(row).filter(({ at }) => at >= labels)
    const name = words.join(', ')
    if (words.length === 0) return said.map((each) => lost(each, '(no name)', 'This row has no name.'))
    const named = matcher.match(words)
    if (named.kind === 'several') return said.map((each) => lost(each, name, severalWords))
    if (named.kind === 'unknown')
      return said.map((each) => lost(each, name, 'Nothing in this table has that name.'))
    const found = sheet.rows[named.at]!
    return said.map((each) =>
      across
        ? land(each, found, across[each.at])
        : lost(each, found.words, 'Nothing says which column this is.'),
    )
  })
}

const severalWords =
  'More than one row has that name. Put the name of its measure, or of its breakdown, before it.'

/** Down the rows that can be seen, closed or not: so they stand in the sheet that the block comes from. */
function landByPlace(
  body: Block,
  sheet: Sheet,
  start: Start,
  named: (SheetColumn | null)[] | null,
): Landed[] {
  const rows = sheet.rows.filter(({ isShown }, at) => at >= start.row && isShown)
  const across = named ?? sheet.columns.slice(sheet.columns.findIndex(({ key }) => key === start.column))
  return body.flatMap((texts, down) =>
    saidIn(texts).map((each) => {
      const row = rows[down]
      if (!row) return lost(each, `Row ${down + 1}`, 'The table has no row further down.')
      return land(each, row, across[each.at])
    }),
  )
}

type Said = { text: string; at: number }

/** The cells that say something: a blank one leaves its figure as it is, and of a dash that is told. */
const saidIn = (row: readonly string[]): Said[] =>
  row.flatMap((text, at) => (cleanCell(text) === '' ? [] : [{ text, at }]))

function land({ text, at }: Said, row: SheetRow, column: SheetColumn | null | undefined): Landed {
  if (!column) return lost({ text, at }, row.words, 'The table has no such column to type in.')
  const where = { row: row.words, column: column.header, text }
  if (column.isShownOnly)
    return { ...where, cell: null, why: 'This column is only shown: it is worked out, or was given before.' }
  const cell = row.cells[column.key]
  return cell ? { ...where, cell } : { ...where, cell: null, why: 'This row has no field in that column.' }
}

function lost({ text, at }: Said, row: string, why: string): Landed {
  return { row, column: `Column ${at + 1}`, text, cell: null, why }
}
