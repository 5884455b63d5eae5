/**
 * Profiles: what each grant planned to have reached by the end of each period. All invented. Counts,
 * hours and pence are cumulative within the financial year for what is summed, the figure so far for what
 * is counted once; proportions are a level from 0 to 1.
 */
import { periodOf, yearLabel, type PeriodId } from '@inclusion/shared/periods'
import { daysBetween } from '@inclusion/shared/time'
import type { ProfileRow } from '../tables/framework.ts'
import type { AwardLineRow, GrantRow } from '../tables/grants.ts'
import { mentoringPeriods, trainingPeriods } from './calendar.ts'
import { mentoringAwardLines, mentoringGrants } from './grants/mentoring.ts'
import { trainingGrants } from './grants/training.ts'

type Planned = Record<string, number | null>

/** What a year's young people, hours and money come to by the end of each quarter: recruitment follows the school year. */
const cumulativeShare = [0.2, 0.45, 0.75, 1]
const spendingShare = [0.25, 0.5, 0.75, 1]

/** Boroughs differ, by a number from 0 to 6 that their GSS code gives: no two runs of the seed differ. */
function spread(gssCode: string): number {
  return (Number(gssCode.slice(-2)) * 5) % 7
}

/** What one mentoring grant planned by the end of one period. The year's award is null where unknown. */
export function mentoringProfile(grant: GrantRow, periodId: PeriodId, award: number | null): Planned {
  const { ordinal, year, startsOn } = periodOf(periodId)
  const yearly = 30 + 2 * spread(grant.gssCode)
  const share = cumulativeShare[ordinal - 1] ?? 1
  const spent = spendingShare[ordinal - 1] ?? 1
  const quarters = Math.max(0, Math.round(daysBetween(grant.cohortStartOn, startsOn) / 91))
  // The first caseload is empty; later years open with those who carry on.
  const carriedOver = year > Number(grant.cohortStartOn.slice(0, 4)) ? Math.round(yearly * 0.4) : 0
  return {
    'APM-OP2': Math.round(yearly * share),
    'APM-OP3': Math.round(yearly * share * 0.7),
    'APM-OP6': 0.8,
    'APM-OP7': Math.round(yearly * share * 18),
    'APM-OP9': carriedOver + Math.round(yearly * share),
    'APM-OC1': level(0.5 + 0.01 * spread(grant.gssCode) + 0.005 * quarters),
    'APM-FI1': award === null ? null : Math.round(award * spent),
  }
}

/** What one training grant planned by the end of its first to fifth period. */
export function trainingProfile(grant: GrantRow, index: number): Planned {
  const size = 1 + 0.05 * spread(grant.gssCode)
  const sessions = [1, 5, 10, 4, 6][index] ?? 0
  const people = [20, 90, 160, 200, 220][index] ?? 0
  const pence = [200_000, 900_000, 1_600_000, 600_000, 900_000][index] ?? 0
  return {
    'CPD-OP1': Math.round(sessions * size),
    'CPD-OP2': Math.round(sessions * size * 2),
    'CPD-OP3': Math.round(sessions * size * 22),
    'CPD-OP4': Math.round(people * size),
    'CPD-OP5': level(0.25 + 0.15 * index),
    'CPD-OP6': 0.85,
    'CPD-OC1': 0.85,
    'CPD-OC1R': 0.6,
    'CPD-OC2': 0.7,
    'CPD-OC3': 0.6,
    'CPD-OC4': level(0.1 + 0.1 * index),
    'CPD-OC5': 0.6,
    'CPD-FI1': pence,
  }
}

function level(share: number): number {
  return Math.min(0.9, Math.round(share * 1000) / 1000)
}

function rowsOf(grant: GrantRow, periodId: PeriodId, planned: Planned): ProfileRow[] {
  return Object.entries(planned).flatMap(([indicator, value]) =>
    value === null ? [] : [{ grantId: grant.id, indicator, periodId, value, invented: 1 as const }],
  )
}

function awardFor(lines: AwardLineRow[], grant: GrantRow, periodId: PeriodId): number | null {
  const financialYear = yearLabel(periodOf(periodId).year)
  const line = lines.find((one) => one.grantId === grant.id && one.financialYear === financialYear)
  return line?.pence ?? null
}

export const profiles: ProfileRow[] = [
  ...mentoringGrants.flatMap((grant) =>
    mentoringPeriods
      .filter((id) => periodOf(id).endsBefore > grant.cohortStartOn)
      .flatMap((id) =>
        rowsOf(grant, id, mentoringProfile(grant, id, awardFor(mentoringAwardLines, grant, id))),
      ),
  ),
  ...trainingGrants.flatMap((grant) =>
    trainingPeriods.flatMap((id, index) => rowsOf(grant, id, trainingProfile(grant, index))),
  ),
]
