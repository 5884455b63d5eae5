/**
 * Money follows the award: what was spent or forecast under another award is read in the terms of this one.
 */
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import { periodOf, type PeriodId } from '../../periods.ts'
import type { PreparedInput } from '../prepared-input.ts'
import { awardFor } from './reporting-year.ts'

/**
 * How many times the award of the period's financial year the award of this return's is, for money of the
 * grant; 1 for everything else, and where either is not on record.
 */
export function awardScale(
  prepared: PreparedInput,
  { kind, measure }: Pick<IndicatorDefinition, 'kind' | 'measure'>,
  past: PeriodId,
): number {
  if (kind !== 'finance' || measure !== 'money') return 1
  const awardOf = (id: PeriodId): number | null => awardFor(prepared, periodOf(id).year)
  const [now, then] = [awardOf(prepared.input.periodId), awardOf(past)]
  return now && then ? now / then : 1
}
