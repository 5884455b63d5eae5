/** Clause 7, Broken down. */
import type { Fault, PreparedInput } from '../prepared-input.ts'
import type { RuleOf } from './rule-of.ts'

export function breakdownIncomplete(_prepared: PreparedInput): Fault[] {
  return []
}

export function unknownShare(_prepared: PreparedInput, _rule: RuleOf<'unknown-share'>): Fault[] {
  return []
}

export function groupDiffers(_prepared: PreparedInput, _rule: RuleOf<'group-differs'>): Fault[] {
  return []
}
