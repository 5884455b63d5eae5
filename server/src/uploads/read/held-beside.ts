/**
 * What only its neighbours tell: a date under "Date of birth", a number beside "NHS number". Each cell is judged with the
 * words on its left and above it, but not with those that the template itself has there.
 */
import { kindsIn, type IdentifierKind } from '@inclusion/shared/privacy/find-identifiers'
import { findHeadings, isOwnHeading } from '@inclusion/shared/templates/columns'
import type { FilledSheet } from '@inclusion/shared/templates/filled-file'
import { readIdentity } from '@inclusion/shared/templates/identity'

export type BesideCell = { row: number; column: number; kinds: IdentifierKind[] }

/** The sheets of the template that hold its own words alone; no figure is read from them. */
const ownSheets: ReadonlySet<string> = new Set(['Read me', 'Definitions', 'What to fix'])

/** Kinds that words beside a number make of it. */
const toldByWords: ReadonlySet<IdentifierKind> = new Set(['birth-date', 'nhs', 'uln'])

/** Words this far from a number still tell what it is. */
const reach = 100

export function heldBeside(sheet: FilledSheet): BesideCell[] {
  if (ownSheets.has(sheet.name) || readIdentity([sheet]) !== null) return []
  const held: BesideCell[] = []
  const above: string[] = []
  const isOwn = ownCells(sheet)
  for (const [row, texts] of sheet.rows.entries()) {
    let left = ''
    for (const [column, text] of texts.entries()) {
      if (text === '' || isOwn(row, column)) continue
      const kinds = [left, above[column] ?? ''].flatMap((words) => kindsBeside(words, text))
      if (kinds.length > 0) held.push({ row, column, kinds: [...new Set(kinds)] })
      if (!/\p{L}{2}/u.test(text)) continue
      left = text
      above[column] = text
    }
  }
  return held
}

function kindsBeside(words: string, text: string): IdentifierKind[] {
  if (words === '' || !/\d/.test(text)) return []
  const [near, cut] = [words.slice(-reach), text.slice(0, reach)]
  const together = kindsIn(`${near}\t${cut}`).filter((kind) => toldByWords.has(kind))
  if (together.length === 0) return []
  const alone = new Set([...kindsIn(near), ...kindsIn(cut)])
  return together.filter((kind) => !alone.has(kind))
}

/** What the template says in the line of a figure: its name, what to give, what was given before. */
function ownCells({ rows }: FilledSheet): (row: number, column: number) => boolean {
  const headings = findHeadings(rows)
  const titles = headings ? rows[headings.header]! : (rows[0] ?? [])
  const own = titles.map(isOwnHeading)
  return (row, column) => {
    if (own[column] !== true) return false
    return headings === null || (row > headings.header && (rows[row]?.[headings.key] ?? '').trim() !== '')
  }
}
