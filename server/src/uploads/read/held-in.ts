/** What in a file identifies a person: every cell by itself and beside its neighbours, and every sheet's name. */
import { kindsIn, type IdentifierKind } from '@inclusion/shared/privacy/find-identifiers'
import { isPlainNumber } from '@inclusion/shared/privacy/plain-number'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import { cellName, cellWords } from './cell-words.ts'
import { heldBeside } from './held-beside.ts'

/** Where it stands, in words for its sender and by numbers alone for the audit, and which kinds. Never the text. */
export type HeldCell = { where: string; at: string; kinds: IdentifierKind[] }

/** The template's own fingerprint of its definitions: letters and digits by chance. */
const fingerprint = /^[0-9a-f]{64}$/

export function heldIn({ sheets, names }: FilledFile): HeldCell[] {
  const held: HeldCell[] = []
  for (const [at, sheet] of sheets.entries()) {
    const { name, rows } = sheet
    add(held, { where: `The name of sheet ${at + 1}`, at: `sheet ${at + 1}` }, name)
    for (const [row, texts] of rows.entries())
      for (const [column, text] of texts.entries()) {
        if (text === '' || isPlainNumber(text) || fingerprint.test(text)) continue
        add(held, placeOf(name, at, { row, column }), text)
      }
    for (const { kinds, ...cell } of heldBeside(sheet)) held.push({ ...placeOf(name, at, cell), kinds })
  }
  for (const name of Object.keys(names)) add(held, { where: 'A defined name', at: 'a defined name' }, name)
  return held
}

const placeOf = (sheet: string, at: number, cell: { row: number; column: number }) => ({
  where: cellWords({ sheet, ...cell }),
  at: `sheet ${at + 1}, ${cellName(cell)}`,
})

function add(held: HeldCell[], place: Omit<HeldCell, 'kinds'>, text: string): void {
  const kinds = kindsIn(text)
  if (kinds.length > 0) held.push({ ...place, kinds })
}
