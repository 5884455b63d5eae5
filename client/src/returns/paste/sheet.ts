/** A table of figures as a block of cells is laid over it: its rows by their names, its columns, what can be typed. */
import type { EntryPart, MissingReason } from '@inclusion/shared/figures'
import type { Measure } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'

export type SheetCell = {
  locator: Locator
  part: EntryPart
  measure: Measure | 'attendance'
  /** What stands there, as it would be typed. */
  now: string
  missing: MissingReason | null
  /** Why nothing can be put there; null for a field. */
  closed: string | null
}

export type SheetRow = {
  /** "Young people, Sex: Female". */
  words: string
  /** What each level above the row, and then the row itself, may be called: indicator, breakdown, category. */
  path: readonly (readonly string[])[]
  /** Not folded away. */
  isShown: boolean
  /** By the key of their column. */
  cells: Readonly<Record<string, SheetCell>>
}

export type SheetColumn = {
  key: string
  header: string
  /** What else it may be called at the head of a column. */
  names: readonly string[]
  /** A column that only shows what is typed elsewhere, or before. */
  isShownOnly: boolean
}

export type Sheet = { columns: readonly SheetColumn[]; rows: readonly SheetRow[] }

const unseen = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g

/** A name however it is written: small letters, plain spaces, without what cannot be seen or a mark at its ends. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(unseen, '')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'|[:.]$/g, '')
    .trim()
    .toLowerCase()
