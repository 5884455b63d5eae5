/** What goes wrong on purpose in the demonstration's past, so that every clause of the standard is seen. */
import type { PeriodId } from '@inclusion/shared/periods'

type Where = { place: string; periods: readonly PeriodId[]; indicator: string }

const quarters2025: PeriodId[] = ['FY2025-26-Q1', 'FY2025-26-Q2', 'FY2025-26-Q3']

const isAt = ({ place, periods, indicator }: Where, [at, id, of]: [string, PeriodId, string]): boolean =>
  place === at && periods.includes(id) && indicator === of

/** Ealing lost a mentor in spring 2025: starts fall far behind their profile (6.3). */
const behind: Where = { place: 'E09000009', periods: quarters2025, indicator: 'APM-OP2' }

/** Whether a borough does half of what was due. */
export const fallsBehind = (gssCode: string, periodId: PeriodId, indicator: string): boolean =>
  isAt(behind, [gssCode, periodId, indicator])

/** Bromley's referrals came without a form: the sex of many who started is not known (7.2). */
const unknown: Where = { place: 'E09000006', periods: ['FY2025-26-Q2'], indicator: 'APM-OP2' }

/** Whether a large part of this figure's breakdowns is Unknown. */
export const manyUnknown = (name: string, indicator: string): boolean =>
  isAt(unknown, [...placeAndPeriod(name), indicator])

/** A name as the figures are seeded by: the place and the period. */
function placeAndPeriod(name: string): [string, PeriodId] {
  const [place = '', periodId = ''] = name.split(' ')
  return [place, periodId]
}

type OddEvidence = Where & { evidence: Record<string, string> }

/** Greenwich's first survey was thin (8.2), and its follow-up came too soon (8.3). */
const oddEvidence: OddEvidence[] = [
  {
    place: 'E09000011',
    periods: ['FY2025-26-Q2'],
    indicator: 'CPD-OC2',
    evidence: { asked: '44', answered: '8' },
  },
  {
    place: 'E09000011',
    periods: ['FY2025-26-Q3'],
    indicator: 'CPD-OC3',
    evidence: { followUpWeeks: '4' },
  },
]

/** Evidence given instead of the usual, where the story has it so. */
export function evidenceInstead(name: string, indicator: string): Record<string, string> {
  return oddEvidence.find((odd) => isAt(odd, [...placeAndPeriod(name), indicator]))?.evidence ?? {}
}

/** Islington's trainers sent their invoices late: little of what was planned is spent (12.2). */
const unspent: Where = { place: 'E09000019', periods: ['FY2025-26-Q2', 'FY2025-26-Q3'], indicator: 'CPD-FI1' }

/** The percentage of the profile that is spent, where the story has it so. */
export const spentInstead = (gssCode: string, periodId: PeriodId): number | null =>
  isAt(unspent, [gssCode, periodId, 'CPD-FI1']) ? 40 : null

/** Texts that claim a cause (8.4), by borough and period. */
const claims: Record<string, string> = {
  'E09000028 FY2025-26-Q3':
    'Attendance rose directly as a result of mentoring. Group sessions on Fridays were the least well attended.',
}

/** A text written instead of the usual, where the story has it so. */
export const textInstead = (name: string): string | null => claims[name] ?? null
