/**
 * What became of a definition since a file was made: figures are taken over where it still means the same, and left out
 * with the reason where it does not.
 */
import type { Template } from './template.ts'

export type Standing =
  | { kind: 'same' }
  /** The definition changed in a patch or minor way since: its figures are taken, and it is said. */
  | { kind: 'kept'; words: string }
  /** It changed its meaning, or the file is of a later one: its figures are left out. */
  | { kind: 'changed'; why: string }

/** How a definition that the file was made with stands to the one this return asks. Null: the file does not say. */
export function standingOf(
  { definitions, seriesFrom }: Pick<Template, 'definitions' | 'seriesFrom'>,
  indicator: string,
  edition: number | null,
): Standing {
  const asked = definitions.find((definition) => definition.indicator === indicator)
  if (!asked || edition === null || edition === asked.edition) return { kind: 'same' }
  const named = `“${asked.label}”`
  if (edition > asked.edition)
    return {
      kind: 'changed',
      why: `This file was made with a later definition of ${named} than this return asks.`,
    }
  if (edition < (seriesFrom[indicator] ?? 1))
    return {
      kind: 'changed',
      why: `${named} means something else since this file was made (edition ${asked.edition} of its definition). Count it again by the new definition and give it on the page, or in a new template.`,
    }
  return {
    kind: 'kept',
    words: `${named}: the wording of its definition changed since this file was made, not what it counts. Its figures are taken as they are.`,
  }
}
