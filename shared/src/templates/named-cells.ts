/**
 * The cells that have the name of a figure. A name stays at its cell when rows are sorted, and goes along when the cell
 * is cut and pasted; so where its line has a key, a name is believed only if it says the same.
 */
import { readCell } from '../cell-text.ts'
import { readCellName, type NamedPart } from './cell-names.ts'
import { columnOf, findHeadings, type FoundColumns } from './columns.ts'
import type { CellPlace, FilledFile, FilledSheet } from './filled-file.ts'
import type { FoundCell } from './found-cell.ts'
import type { IgnoredCell } from './outcome.ts'
import { placeInWords } from './outcome.ts'

export type NamedCells = {
  /** In lines without a key: found by their names alone. */
  alone: FoundCell[]
  /** Where name and key say the same: of a sheet that was copied, these are the original's. */
  agreed: ReadonlySet<string>
  /** Whether a cell that says something stands in another line or column than its name says. */
  moved: boolean
  ignored: IgnoredCell[]
}

type Opened = { sheet: FilledSheet; headings: FoundColumns | null }

export function namedCells({ format, sheets, names }: FilledFile): NamedCells {
  const opened = new Map(sheets.map((sheet) => [sheet.name, { sheet, headings: findHeadings(sheet.rows) }]))
  const [alone, ignored, agreed] = [[] as FoundCell[], [] as IgnoredCell[], new Set<string>()]
  let moved = false
  for (const [name, place] of Object.entries(names)) {
    const named = readCellName(name)
    const of = opened.get(place.sheet)
    if (!named || !of) continue
    const text = of.sheet.rows[place.row]?.[place.column] ?? ''
    const at = placeInWords(format, place, columnOf(named.part))
    const standing = standingOf(named, place, of)
    if (standing === 'agreed') agreed.add(at)
    else if (standing === 'alone')
      alone.push({ key: named.locator, part: named.part, text, at, revision: null, edition: null })
    else if (readCell(text).kind !== 'blank') {
      moved = true
      if (standing === 'nowhere') ignored.push({ at, text: '', why: nowhere })
    }
  }
  return { alone, agreed, moved, ignored }
}

/** `moved`: line and heading say which figure it is; `nowhere`: the line says another, and there is no heading. */
type Standing = 'agreed' | 'alone' | 'moved' | 'nowhere'

function standingOf({ locator, part }: NamedPart, place: CellPlace, { sheet, headings }: Opened): Standing {
  const isBelow = headings !== null && place.row > headings.header
  const key = isBelow ? (sheet.rows[place.row]?.[headings.key] ?? '').trim() : ''
  if (key === '') return 'alone'
  const heading = headings?.columns.find(([, column]) => column === place.column)?.[0]
  if (heading === undefined) return key === locator ? 'alone' : 'nowhere'
  return key === locator && heading === columnOf(part) ? 'agreed' : 'moved'
}

const nowhere =
  'The name of this cell is of another figure than its line. Type it in the line and the column it belongs to.'
