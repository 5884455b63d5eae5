/** What evidence beside a figure is called where it is typed, on its page and in a template; and how strong a claim is. */
import { claimStrengths, type EvidenceField } from './framework/indicators.ts'

/** A label is also the heading of a template's column: files that are out are found by it. */
export const evidenceWords: Record<EvidenceField, { label: string; hint: string }> = {
  source: { label: 'Source', hint: 'Where the figure was counted, for example: behaviour log' },
  instrument: { label: 'How it was measured', hint: 'The scale or form, for example: SDQ' },
  informant: { label: 'Who gave the answers', hint: 'For example: class teacher, young person' },
  window: { label: 'Months compared', hint: 'For example: July to September with October to December' },
  followUpWeeks: { label: 'Weeks followed up', hint: 'For example: 12' },
  asked: { label: 'People asked', hint: 'How many were asked' },
  answered: { label: 'People who answered', hint: 'How many of them answered' },
  claimStrength: { label: 'How strong is this claim?', hint: 'Say what it rests on' },
}

/** Evidence as people read it: how strong a claim is by its name, all else as it was typed. */
export const evidenceText = (field: EvidenceField, stored: string): string =>
  (field === 'claimStrength' && Object.entries(claimStrengths).find(([key]) => key === stored)?.[1]) || stored

/** The strength that a text says, by its name or by its key; null where it says none of them. */
export const readClaimStrength = (text: string): string | null =>
  Object.entries(claimStrengths).find((names) =>
    names.some((name) => name.toLowerCase() === text.trim().toLowerCase()),
  )?.[0] ?? null
