/** The evidence and the note beside a figure of a worked example, in words. */
import type { Figure } from '@inclusion/shared/figures'
import type { Fact } from './example-facts.ts'

const evidenceNames = {
  source: 'Source',
  instrument: 'Instrument',
  informant: 'Who answered',
  window: 'Window',
  followUpWeeks: 'Weeks to follow-up',
  asked: 'People asked',
  answered: 'People who answered',
  claimStrength: 'Strength of the claim',
} satisfies Record<keyof NonNullable<Figure['evidence']>, string>

/** The evidence and the note that stand beside a figure. */
export function besideFacts(key: string, { note, evidence }: Figure): Fact[] {
  const given = Object.entries(evidence ?? {}) as [keyof typeof evidenceNames, string][]
  return [
    ...(given.length === 0
      ? []
      : [
          {
            key: `Evidence of ${key}`,
            value: given.map(([field, text]) => `${evidenceNames[field]}: ${text}`).join('; '),
          },
        ]),
    ...(note ? [{ key: `Note on ${key}`, value: `“${note}”` }] : []),
  ]
}
