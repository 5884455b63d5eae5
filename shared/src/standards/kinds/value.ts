/** Clause 12, Value. */
import type { Fault, PreparedInput } from '../prepared-input.ts'
import type { RuleOf } from './rule-of.ts'

export function overspent(_prepared: PreparedInput): Fault[] {
  return []
}

export function spendOffProfile(_prepared: PreparedInput, _rule: RuleOf<'spend-off-profile'>): Fault[] {
  return []
}

export function spendAndDeliveryApart(
  _prepared: PreparedInput,
  _rule: RuleOf<'spend-and-delivery-apart'>,
): Fault[] {
  return []
}

export function moneyLinesDiffer(_prepared: PreparedInput): Fault[] {
  return []
}
