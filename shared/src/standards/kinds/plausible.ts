/** Clause 5, Plausible. */
import type { Fault, PreparedInput } from '../prepared-input.ts'
import type { RuleOf } from './rule-of.ts'

export function wrongScale(_prepared: PreparedInput, _rule: RuleOf<'wrong-scale'>): Fault[] {
  return []
}

export function digitsSwapped(_prepared: PreparedInput, _rule: RuleOf<'digits-swapped'>): Fault[] {
  return []
}

export function flowsRepeated(_prepared: PreparedInput, _rule: RuleOf<'flows-repeated'>): Fault[] {
  return []
}

export function outsideOwnHistory(_prepared: PreparedInput, _rule: RuleOf<'outside-own-history'>): Fault[] {
  return []
}

export function farFromPeers(_prepared: PreparedInput, _rule: RuleOf<'far-from-peers'>): Fault[] {
  return []
}
