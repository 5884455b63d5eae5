import { comparePeriods, nextPeriod, periodLabel, type PeriodId } from '@inclusion/shared/periods'

/** How many periods ahead an explanation can be said to hold. */
const periodsAhead = 4

/** How long an explanation holds, as choices: this period alone comes first, without a value. */
export function holdOptions(periodId: PeriodId, chosen: PeriodId | null): { value: string; label: string }[] {
  const later: PeriodId[] = []
  for (let next = nextPeriod(periodId); later.length < periodsAhead; next = nextPeriod(next)) later.push(next)
  if (chosen !== null && comparePeriods(chosen, periodId) > 0 && !later.includes(chosen)) later.push(chosen)
  return [
    { value: '', label: `Only for ${periodLabel(periodId)}` },
    ...later.map((value) => ({ value, label: `Until ${periodLabel(value)}` })),
  ]
}
