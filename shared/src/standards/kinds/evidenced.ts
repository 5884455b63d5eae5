/** Clause 8, Evidenced. */
import type { Fault, PreparedInput } from '../prepared-input.ts'
import type { RuleOf } from './rule-of.ts'

export function evidenceMissing(_prepared: PreparedInput, _rule: RuleOf<'evidence-missing'>): Fault[] {
  return []
}

export function surveyThin(_prepared: PreparedInput, _rule: RuleOf<'survey-thin'>): Fault[] {
  return []
}

export function followUpSoon(_prepared: PreparedInput, _rule: RuleOf<'follow-up-soon'>): Fault[] {
  return []
}

export function claimWithoutComparison(
  _prepared: PreparedInput,
  _rule: RuleOf<'claim-without-comparison'>,
): Fault[] {
  return []
}
