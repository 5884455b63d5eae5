/** A row of the standard's table, as its text has it: code, severities by tier, kind, title and reason. */
import type { Check, CheckRule, Severity } from '../check.ts'

const letters = { b: 'block', e: 'explain', n: 'note', '-': 'off' } satisfies Record<string, Severity>
type Letter = keyof typeof letters
type Tiers = readonly [light: Letter, standard: Letter, enhanced: Letter]

/** Checks that are made when the return is signed and submitted; all others are made as it is filled in. */
const signing = new Set(['2.1', '10.1', '10.2', '10.3'])

/** A check of reference edition 1, in the service's own words. */
export function check(
  code: string,
  [light, standard, enhanced]: Tiers,
  rule: CheckRule,
  [title, rationale]: [title: string, rationale: string],
): Check {
  return {
    code,
    clause: code.split('.')[0]!,
    stage: signing.has(code) ? 'signing' : 'filing',
    rule,
    severity: { light: letters[light], standard: letters[standard], enhanced: letters[enhanced] },
    title,
    rationale,
    words: { message: null, fix: null },
  }
}
