/** Clause 11, Learning. */
import type { Fault, PreparedInput } from '../prepared-input.ts'
import type { RuleOf } from './rule-of.ts'

export function noLearningRecorded(_prepared: PreparedInput, _rule: RuleOf<'no-learning-recorded'>): Fault[] {
  return []
}
