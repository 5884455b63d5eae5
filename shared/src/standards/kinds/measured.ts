/** Clause 6, Measured. */
import type { Fault, PreparedInput } from '../prepared-input.ts'
import type { RuleOf } from './rule-of.ts'

export function baselineMissing(_prepared: PreparedInput, _rule: RuleOf<'baseline-missing'>): Fault[] {
  return []
}

export function profileMissing(_prepared: PreparedInput, _rule: RuleOf<'profile-missing'>): Fault[] {
  return []
}

export function belowProfileUnexplained(
  _prepared: PreparedInput,
  _rule: RuleOf<'below-profile-unexplained'>,
): Fault[] {
  return []
}

export function beforeAfterDiffers(_prepared: PreparedInput, _rule: RuleOf<'before-after-differs'>): Fault[] {
  return []
}
