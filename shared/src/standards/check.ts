/**
 * A check is data: a kind with parameters, a severity by tier, and the words it speaks. One
 * interpreter gives the kinds meaning (`run-checks.ts`), so the same object is stored, shown,
 * explained, back-tested and run.
 */
import * as z from 'zod'
import { evidenceFields } from '../framework/indicators.ts'

export const severities = ['block', 'explain', 'note', 'off'] as const
export const Severity = z.enum(severities).meta({ id: 'Severity' })
export type Severity = z.infer<typeof Severity>

const byTier = z.object({ light: Severity, standard: Severity, enhanced: Severity })

const share = z.number().min(0).max(1)
/** The chance that a figure in range is flagged all the same. */
const level = z.number().min(0.0001).max(0.2)
const shareByTier = z.object({ light: share, standard: share, enhanced: share })
const phrases = z.array(z.string().min(2).max(60)).min(1).max(40)

/**
 * What makes a check fire. One entry per kind; parameters only where the kind has any. What each kind and
 * parameter means stands in `kinds/catalogue.ts`.
 */
export const CheckRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure-missing') }),
  z.object({ kind: z.literal('figure-not-available') }),
  z.object({ kind: z.literal('half-pair') }),
  z.object({ kind: z.literal('setting-not-reported'), reasonRecorded: z.boolean() }),
  z.object({ kind: z.literal('not-a-whole-count') }),
  z.object({ kind: z.literal('outside-definition') }),
  z.object({ kind: z.literal('unknown-category') }),
  z.object({ kind: z.literal('zero-denominator') }),
  z.object({ kind: z.literal('unchanged-after-redefinition') }),
  z.object({ kind: z.literal('unreadable-entry') }),
  z.object({ kind: z.literal('numerator-over-denominator') }),
  z.object({ kind: z.literal('breakdown-total'), choice: z.enum(['single', 'multiple']) }),
  z.object({
    kind: z.literal('identity'),
    of: z.enum(['exact', 'bound', 'range', 'together', 'agreement']),
  }),
  /** Pupils of a setting's attendance, and the framework's *nested* identities in each setting. */
  z.object({ kind: z.literal('attendance-pupils') }),
  z.object({ kind: z.literal('absence-reasons'), side: z.enum(['more', 'less']) }),
  z.object({ kind: z.literal('attendance-sessions') }),
  z.object({ kind: z.literal('certifier-is-sender') }),
  z.object({ kind: z.literal('declaration-missing') }),
  z.object({ kind: z.literal('changed-since-sent') }),
  z.object({ kind: z.literal('submitted-late') }),
  z.object({ kind: z.literal('changed-since-accepted') }),
  z.object({
    kind: z.literal('wrong-scale'),
    factors: z.array(z.number().positive()).min(1).max(8),
    tolerance: share,
    least: z.number().min(1),
  }),
  z.object({ kind: z.literal('digits-swapped'), digits: z.int().min(2).max(9) }),
  z.object({ kind: z.literal('flows-repeated'), least: z.int().min(2).max(50) }),
  z.object({ kind: z.literal('outside-own-history'), periods: z.int().min(4).max(8), level }),
  z.object({
    kind: z.literal('far-from-peers'),
    periods: z.int().min(1).max(8),
    peers: z.int().min(5).max(33),
    level,
  }),
  z.object({ kind: z.literal('baseline-missing'), periods: z.int().min(0).max(8) }),
  z.object({
    kind: z.literal('profile-missing'),
    kinds: z.array(z.enum(['output', 'outcome', 'context', 'finance'])).min(1),
  }),
  z.object({
    kind: z.literal('below-profile-unexplained'),
    thresholds: z.object({ green: share, amber: share }),
    ambers: z.int().min(2).max(8),
    characters: z.int().min(1).max(200),
  }),
  z.object({ kind: z.literal('before-after-differs'), fields: z.array(z.enum(evidenceFields)).min(1) }),
  z.object({ kind: z.literal('breakdown-incomplete') }),
  z.object({
    kind: z.literal('unknown-share'),
    category: z.string().regex(/^[a-z0-9-]+$/),
    most: shareByTier,
  }),
  z.object({ kind: z.literal('group-differs'), level, people: z.int().min(1) }),
  z.object({ kind: z.literal('evidence-missing'), fields: z.array(z.enum(evidenceFields)).min(1) }),
  z.object({ kind: z.literal('survey-thin'), rate: share, answers: z.int().min(1) }),
  z.object({ kind: z.literal('follow-up-soon'), weeks: z.number().positive() }),
  z.object({ kind: z.literal('claim-without-comparison'), claims: phrases, comparisons: phrases }),
  z.object({ kind: z.literal('personal-identifier') }),
  z.object({ kind: z.literal('probable-name') }),
  z.object({ kind: z.literal('singled-out') }),
  z.object({ kind: z.literal('no-impact-assessment') }),
  z.object({ kind: z.literal('no-learning-recorded'), periods: z.int().min(1).max(8) }),
  z.object({ kind: z.literal('overspent') }),
  z.object({ kind: z.literal('spend-off-profile'), points: share, underspend: share }),
  z.object({ kind: z.literal('spend-and-delivery-apart'), points: share }),
  z.object({ kind: z.literal('money-lines-differ') }),
])
export type CheckRule = z.infer<typeof CheckRule>
export type CheckKind = CheckRule['kind']

/**
 * A check's own words over those of its kind; null where the kind's stand. `{said}` stands for the kind's
 * sentence and `{figure}` for the name of the figure: one of them keeps the figure named.
 */
export const CheckWords = z.object({
  message: z
    .string()
    .min(5)
    .max(500)
    .refine((words) => /\{(said|figure)\}/.test(words), 'Name the figure: use {figure} or {said}')
    .nullable(),
  fix: z.string().min(5).max(500).nullable(),
})
export type CheckWords = z.infer<typeof CheckWords>

export const Check = z
  .object({
    code: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
    clause: z.string(),
    stage: z.enum(['filing', 'signing']),
    rule: CheckRule,
    severity: byTier,
    /** What the check looks for, in one sentence for its own page. */
    title: z.string().min(5).max(200),
    /** Why the standard asks for it. */
    rationale: z.string().max(1_000),
    words: CheckWords.default({ message: null, fix: null }),
  })
  .meta({ id: 'Check' })
export type Check = z.infer<typeof Check>

export const Clause = z.object({ number: z.string(), name: z.string() })

export const Standard = z
  .object({
    id: z.string(),
    name: z.string(),
    clauses: z.array(Clause),
    checks: z.array(Check),
  })
  .meta({ id: 'Standard' })
export type Standard = z.infer<typeof Standard>
