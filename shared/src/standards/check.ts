/**
 * A check is data: a kind with parameters, a severity by tier, and the words it speaks. One
 * interpreter gives the kinds meaning (`run-checks.ts`), so the same object is stored, shown,
 * explained, back-tested and run.
 */
import * as z from 'zod'

export const severities = ['block', 'explain', 'note', 'off'] as const
export const Severity = z.enum(severities).meta({ id: 'Severity' })
export type Severity = z.infer<typeof Severity>

/** What makes a check fire. One entry per kind; parameters only where the kind has any. */
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
])
export type CheckRule = z.infer<typeof CheckRule>
export type CheckKind = CheckRule['kind']

export const Check = z
  .object({
    code: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
    clause: z.string(),
    stage: z.enum(['filing', 'signing']),
    rule: CheckRule,
    severity: z.object({ light: Severity, standard: Severity, enhanced: Severity }),
    /** What the check looks for, in one sentence for its own page. */
    title: z.string(),
    /** Why the standard asks for it. */
    rationale: z.string(),
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
