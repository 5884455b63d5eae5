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
}

/** A cell that is left out, and why, in a sentence. */
export type IgnoredCell = { at: string; text: string; why: string }

export type TemplateRead = {
  kind: 'read'
  entries: TemplateEntry[]
  ignored: IgnoredCell[]
  /** What is taken although the definition has changed since the file was made, a sentence each. */
  migrated: string[]
  /** Cells of this return that were found in the file, and how many of them are blank: those change nothing. */
  matched: number
  blank: number
  /** Cells of this return that are not in the file: a sheet or a line was taken out. They change nothing either. */
  absent: number
}

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
