/** A finding: what one check says of one figure. One shape for typing, paste, file and API. */
import * as z from 'zod'
import { entryParts } from '../figures.ts'
import { evidenceFields } from '../framework/indicators.ts'
import { PeriodId } from '../periods.ts'
import { storableText } from '../text.ts'

export const findingSeverities = ['block', 'explain', 'note'] as const

/** A number the check saw, with the words that name it. */
export const FindingInput = z.object({
  locator: z.string(),
  part: z.string(),
  label: z.string(),
  value: z.union([z.number(), z.string(), z.null()]),
})
export type FindingInput = z.infer<typeof FindingInput>

export const Finding = z
  .object({
    check: z.string(),
    clause: z.string(),
    edition: z.string(),
    stage: z.enum(['filing', 'signing']),
    severity: z.enum(findingSeverities),
    /** The figure it stands beside; `setting@100006` for a setting's whole report; null for the whole return. */
    locator: z.string().nullable(),
    /** The field to go to, where one is meant: value, numerator, denominator, people. */
    part: z.string().nullable(),
    inputs: z.array(FindingInput),
    /** What is wrong, naming the figure. */
    message: z.string(),
    /** What to do about it. */
    fix: z.string(),
    /** True when the check could not be evaluated: it fails closed. */
    failedClosed: z.boolean(),
    /** The explanation in force, or null. It lapses when the inputs change. */
    explanation: z.object({ reason: z.string(), text: z.string() }).nullable(),
    /** The waiver in force, or null: the finding stays, and demands nothing. */
    waiver: z.object({ reason: z.string(), until: z.string() }).nullable(),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>

/** Where a finding on a setting's whole report stands: no single figure is meant. */
export const settingPlace = (urn: string): string => `setting@${urn}`

/** The setting whose report a place is, or null when it is a figure's locator. */
export const settingOfPlace = (place: string): string | null => /^setting@(\d{6})$/.exec(place)?.[1] ?? null

/** Reason codes of an explanation (reference edition 1). */
const reasonCodes = [
  'real-change',
  'setting-disrupted',
  'staffing',
  'cohort-changed',
  'method-changed',
  'late-data',
  'earlier-period',
  'correction',
  'other',
] as const
export type ExplanationReason = (typeof reasonCodes)[number]

export const explanationReasons: Record<ExplanationReason, string> = {
  'real-change': 'Real change in delivery',
  'setting-disrupted': 'Setting closed or disrupted',
  staffing: 'Staffing',
  'cohort-changed': 'Cohort changed',
  'method-changed': 'Counting method changed',
  'late-data': 'Late data',
  'earlier-period': 'Includes figures of an earlier period',
  correction: 'Correction of an earlier figure',
  other: 'Other',
}

export const Explain = z
  .object({
    check: z.string().max(10),
    locator: z.string().max(120),
    reason: z.enum(reasonCodes),
    text: storableText(2_000).refine(
      (text) => text.trim().length >= 10,
      'Write a sentence that explains the figure',
    ),
    /** The last period it is expected to hold for; this one alone when left out. It is only ever offered again. */
    holdsUntil: z.optional(PeriodId),
    /** `seenInputs` of the finding as its writer saw it: refused where the figures are others by now. */
    inputs: z.optional(storableText(20_000)),
  })
  .strict()
  .meta({ id: 'Explain' })
export type Explain = z.infer<typeof Explain>

/** An explanation as kept: it answers the finding while the inputs it saw are the inputs there are. */
export type Explanation = { check: string; locator: string; reason: string; text: string; inputs: string }

/** What an explanation remembers of the figures it saw. */
export const seenInputs = (inputs: readonly FindingInput[]): string =>
  JSON.stringify(inputs.map(({ locator, part, value }) => [locator, part, value]))

/** Whether a finding still stands in the way of filing. */
export const isOutstanding = ({ severity, explanation, waiver }: Finding): boolean =>
  !waiver && (severity === 'block' || (severity === 'explain' && explanation === null))

/** What people fill in as they go. A baseline, a profile or an assessment is on record, or it is missing. */
const filledIn = new Set<string>([...entryParts, ...evidenceFields, 'text', 'missingReason'])

/** Whether nothing it speaks of has been filled in yet: a blank is not wrong before the return is sent. */
export const isBlank = ({ inputs }: Pick<Finding, 'inputs'>): boolean =>
  inputs.length > 0 &&
  inputs.every(({ part, value }) => filledIn.has(part) && (value === null || value === ''))
