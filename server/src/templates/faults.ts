/** What is wrong with a file that came back, and the cells to blame. */
import type { CellPlace } from '@inclusion/shared/templates/filled-file'
import { cellKey } from '@inclusion/shared/templates/identity'
import { columnLetters } from '@inclusion/shared/templates/outcome'
import type { TemplatePart } from '@inclusion/shared/templates/template'

/** Something to put right in a cell: `locator` of a figure, or the key of a line; null for the whole return. */
export type Fault = { locator: string | null; part: TemplatePart | null; words: string }

/** Faults of each cell. One that names no part stands at the first cell of its line. */
export function faultsByCell(
  faults: readonly Fault[],
  places: ReadonlyMap<string, CellPlace>,
): Map<string, string[]> {
  const byCell = new Map<string, string[]>()
  for (const fault of faults) {
    const key = faultKey(fault, places)
    if (key !== null) byCell.set(key, [...(byCell.get(key) ?? []), fault.words])
  }
  return byCell
}

/** The cell a fault stands at; null for one that no cell of the template is to blame for. */
export function faultKey(
  { locator, part }: Pick<Fault, 'locator' | 'part'>,
  places: ReadonlyMap<string, CellPlace>,
): string | null {
  if (locator === null) return null
  const own = part === null ? '' : cellKey(locator, part)
  if (places.has(own)) return own
  return [...places.keys()].find((key) => key.startsWith(cellKey(locator, ''))) ?? null
}

/** The address of a cell as formulas and links write it: `'Young people'!$C$7`. */
export const addressOf = ({ sheet, row, column }: CellPlace, fixed: '$' | '' = ''): string =>
  `'${sheet.replaceAll("'", "''")}'!${fixed}${columnLetters(column)}${fixed}${row + 1}`
