/**
 * What the text of one cell says, wherever it was written: pasted into the grid, or in a template that came back.
 * A cell holds a figure as typed, or why there is none, or nothing. Whether a figure can be read is `readEntry`'s.
 */
import type { MissingReason } from './figures.ts'

export type CellText =
  | { kind: 'blank' }
  | { kind: 'missing'; reason: MissingReason }
  | { kind: 'entry'; entered: string }

/** What cannot be seen, and spaces that are not the plain one: spreadsheets and web pages leave both behind. */
const unseen = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g
const otherSpaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/** A lone dash of any length: how people show that they left a cell empty. */
const loneDash = /^[-‐‑‒–—―−]+$/

/**
 * The words for none, in small letters. `n/a` stands for both "not applicable" and "not available" in the field;
 * it is read as not applicable (z), and whoever shows a preview says so.
 */
const reasons: Readonly<Record<string, MissingReason>> = {
  z: 'z',
  '[z]': 'z',
  'n/a': 'z',
  'not applicable': 'z',
  x: 'x',
  '[x]': 'x',
  'not available': 'x',
}

/** Spaces made plain, what cannot be seen taken out, blanks around it cut off. Line breaks inside stay. */
export const cleanCell = (text: string): string => text.replace(unseen, '').replace(otherSpaces, ' ').trim()

/** A cell that holds a lone dash: it is read as blank, and whoever sent it is told so. */
export const isDash = (text: string): boolean => loneDash.test(cleanCell(text))

export const dashWords = 'A dash may mean none, or not known. Type 0 if there were none.'

/** Reads one cell. A lone dash is blank, never zero and never a reason; quotes are part of the text. */
export function readCell(text: string): CellText {
  const clean = cleanCell(text)
  if (clean === '' || isDash(clean)) return { kind: 'blank' }
  const reason = reasons[clean.toLowerCase().replace(/\s+/g, ' ')]
  return reason ? { kind: 'missing', reason } : { kind: 'entry', entered: clean }
}
