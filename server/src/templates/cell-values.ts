/** What stands in a cell of a spreadsheet: a number where one is meant, so that it adds up; else the text as it is. */
import { readCell } from '@inclusion/shared/cell-text'
import { entryText, readEntry } from '@inclusion/shared/figures'
import type { Measure } from '@inclusion/shared/framework/indicators'
import { cellKey } from '@inclusion/shared/templates/identity'
import {
  isNumberPart,
  type Template,
  type TemplateLine,
  type TemplatePart,
} from '@inclusion/shared/templates/template'

/** Texts to write in the place of what a template was given with. */
export type GivenEntry = { locator: string; part: TemplatePart; text: string; revision?: number }

/** The template as if these entries had been typed in its cells, each with the revision its person saw. */
export function withEntries(template: Template, entries: readonly GivenEntry[]): FilledTemplate {
  const texts = new Map(entries.map(({ locator, part, text }) => [cellKey(locator, part), text]))
  const revisions = new Map(entries.map(({ locator, revision }) => [locator, revision]))
  const lines = template.lines.map((line) => ({
    ...line,
    revision: line.locked === null ? (revisions.get(line.key) ?? line.revision) : line.revision,
  }))
  return {
    template: { ...template, lines },
    textIn: ({ key, cells }, part) =>
      texts.get(cellKey(key, part)) ?? cells.find((cell) => cell.part === part)?.given ?? '',
  }
}

export type FilledTemplate = {
  template: Template
  textIn: (line: TemplateLine, part: TemplatePart) => string
}

/** A blank is null. A number that was typed with commas or a pound sign is the number it is. */
export function cellValue(text: string, part: TemplatePart, measure: Measure): string | number | null {
  if (text === '') return null
  if (!isNumberPart(part)) return text
  const cell = readCell(text)
  if (cell.kind !== 'entry') return text
  const of = part === 'people' ? 'count' : measure
  const entry = readEntry(cell.entered, of)
  if (entry.kind !== 'number') return text
  const exact = Number(entryText(entry.number, of))
  return Number.isFinite(exact) ? exact : text
}
