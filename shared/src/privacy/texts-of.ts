/** Every text that a return holds, with where it stands: what the checks of clause 9 read. */
import type { CheckInput } from '../standards/check-input.ts'
import { settingPlace } from '../standards/finding.ts'
import { fingerprintMark } from './fingerprint.ts'

export type PlacedText = {
  /** A figure's locator, a setting's place, or null for the return as a whole. */
  locator: string | null
  part: string
  /** What the part is called inside a sentence. */
  name: string
  text: string
}

const evidenceNames: Record<string, string> = {
  source: 'the source',
  instrument: 'how it was measured',
  informant: 'who gave the answers',
  window: 'the months compared',
  followUpWeeks: 'the weeks followed up',
  asked: 'the people asked',
  answered: 'the people who answered',
  claimStrength: 'the strength of the claim',
}

/** Texts, notes, evidence, entries that could not be read, and reasons for a missing report. */
export function textsOf({ figures, drafts, settings }: CheckInput): PlacedText[] {
  const ofFigures = Object.entries(figures).flatMap(([locator, { text, note, evidence }]) => [
    ...placed(locator, 'text', 'the text', text),
    ...placed(locator, 'note', 'the note', note),
    ...Object.entries(evidence ?? {}).flatMap(([field, given]) =>
      placed(locator, field, evidenceNames[field] ?? 'the evidence', given),
    ),
  ])
  const ofDrafts = drafts.flatMap(({ locator, part, entered }) => placed(locator, part, 'the entry', entered))
  const ofSettings = settings.flatMap(({ urn, missingText }) =>
    placed(settingPlace(urn), 'missingText', 'the reason for no report', missingText),
  )
  return [...ofFigures, ...ofDrafts, ...ofSettings]
}

/**
 * Explanations, but for those that answer a finding of clause 9: whoever says why a word is no name has to
 * write the word.
 */
export function explanationsOf({ explanations }: CheckInput): PlacedText[] {
  return explanations
    .filter(({ inputs }) => !inputs.includes(`"${fingerprintMark}`))
    .flatMap(({ locator, check, text }) =>
      placed(
        locator === '' ? null : locator,
        `explanation ${check}`,
        `the explanation of check ${check}`,
        text,
      ),
    )
}

const placed = (
  locator: string | null,
  part: string,
  name: string,
  text: string | null | undefined,
): PlacedText[] => (text ? [{ locator, part, name, text }] : [])
