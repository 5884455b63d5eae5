/** What in a file identifies a person: every cell, also those that no figure comes from, and every sheet's name. */
import { kindsIn, type IdentifierKind } from '@inclusion/shared/privacy/find-identifiers'
import { isPlainNumber } from '@inclusion/shared/privacy/plain-number'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import { cellName, cellWords } from './cell-words.ts'

/** Where it stands, in words for its sender and by numbers alone for the audit, and which kinds. Never the text. */
export type HeldCell = { where: string; at: string; kinds: IdentifierKind[] }

/** The template's own fingerprint of its definitions: letters and digits by chance. */
const fingerprint = /^[0-9a-f]{64}$/

export function heldIn({ sheets, names }: FilledFile): HeldCell[] {
  const held: HeldCell[] = []
  for (const [at, { name, rows }] of sheets.entries()) {
    add(held, { where: `The name of sheet ${at + 1}`, at: `sheet ${at + 1}` }, name)
    for (const [row, texts] of rows.entries())
      for (const [column, text] of texts.entries()) {
        if (text === '' || isPlainNumber(text) || fingerprint.test(text)) continue
        const where = cellWords({ sheet: name, row, column })
        add(held, { where, at: `sheet ${at + 1}, ${cellName({ row, column })}` }, text)
      }
  }
  for (const name of Object.keys(names)) add(held, { where: 'A defined name', at: 'a defined name' }, name)
  return held
}

function add(held: HeldCell[], place: Omit<HeldCell, 'kinds'>, text: string): void {
  const kinds = kindsIn(text)
  if (kinds.length > 0) held.push({ ...place, kinds })
}
