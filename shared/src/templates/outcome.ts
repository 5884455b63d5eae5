/** What reading a template comes to. Nothing of it is saved: it is what a person is shown before they say yes. */
import type { CellPlace, FilledFile } from './filled-file.ts'
import type { Locator } from '../locators.ts'
import type { TemplatePart } from './template.ts'

/** A cell that says something else than it did when the file was made. */
export type TemplateEntry = {
  locator: Locator
  part: TemplatePart
  /** As typed; of a reason for none the text that says it, like "n/a". */
  text: string
  /** Where it stands, as a person finds it: "Young people!C7", in a CSV "row 7, numerator". */
  at: string
  /** The revision of the figure that the person saw when they filled the file in. */
  revision: number
  /** Whether the file says that revision; else it is the one that stands now. */
  saysRevision: boolean
}

/** A cell that is left out, and why, in a sentence; of a line of the return also the beginning of what it says. */
export type IgnoredCell = {
  at: string
  text: string
  why: string
  /** The line of the return it belongs to, by its key, and the part of it; left out where it belongs to none. */
  of?: { key: string; part: TemplatePart | null }
}

export type TemplateRead = {
  kind: 'read'
  entries: TemplateEntry[]
  ignored: IgnoredCell[]
  /** How many more cells are left out than are told of. */
  moreIgnored: number
  /** What is taken although the definition has changed since the file was made, a sentence each. */
  migrated: string[]
  /** Whether rows were sorted or cells moved: each is taken for the line whose key it stands beside. */
  moved: boolean
  /** Cells of this return that were found in the file, and how many of them are blank: those change nothing. */
  matched: number
  blank: number
  /** Cells of this return that are not in the file: a sheet or a line was taken out. They change nothing either. */
  absent: number
}

const most = { ignored: 200, text: 100 }

/** What is told of the cells that are left out, whatever a file holds: so many of them, and the beginning of each. */
export const toldOf = (ignored: readonly IgnoredCell[]): Pick<TemplateRead, 'ignored' | 'moreIgnored'> => ({
  ignored: ignored
    .slice(0, most.ignored)
    .map((cell) => ({ ...cell, text: cell.text.slice(0, most.text).toWellFormed() })),
  moreIgnored: Math.max(0, ignored.length - most.ignored),
})

/** `why`: one plain sentence, or two, about the whole file. */
export type TemplateOutcome = TemplateRead | { kind: 'refused'; why: string }

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

export function placeInWords(
  format: FilledFile['format'],
  { sheet, row, column }: CellPlace,
  heading: string,
): string {
  return format === 'csv' ? `row ${row + 1}, ${heading}` : `${sheet}!${columnLetters(column)}${row + 1}`
}
