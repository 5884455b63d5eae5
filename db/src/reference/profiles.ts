/**
 * Profiles: what each grant planned to have reached by the end of each period. All invented. Counts,
 * hours and pence are cumulative within the financial year for what is summed, the figure so far for what
 * is counted once; proportions are a level from 0 to 1.
 */
import { financialQuarterId, periodOf, yearLabel, type PeriodId } from '@inclusion/shared/periods'
import { daysBetween } from '@inclusion/shared/time'
import type { ProfileRow } from '../tables/framework.ts'
import type { AwardLineRow, GrantRow } from '../tables/grants.ts'
import { gssCodeOf } from './authorities.ts'
import { mentoringPeriods, trainingPeriods } from './calendar.ts'
import { mentoringAwardLines, mentoringGrants } from './grants/mentoring.ts'
import { trainingGrants } from './grants/training.ts'

type Planned = Record<string, number | null>

/** What a year's young people and hours come to in each quarter: recruitment follows the school year. */
const shareOfQuarter = [0.2, 0.25, 0.3, 0.25]

/** Boroughs differ, by a number from 0 to 6 that their GSS code gives: no two runs of the seed differ. */
function spread(gssCode: string): number {
  return (Number(gssCode.slice(-2)) * 5) % 7
}

type Running = Pick<GrantRow, 'gssCode' | 'cohortStartOn'>

/** The quarters of a period's year in which the grant ran, up to the period, and in all. */
function quartersRun({ cohortStartOn }: Running, periodId: PeriodId) {
  const { ordinal, year } = periodOf(periodId)
  const ran = [1, 2, 3, 4].filter(
    (quarter) => periodOf(financialQuarterId(year, quarter)).endsBefore > cohortStartOn,
  )
  return { upTo: ran.filter((quarter) => quarter <= ordinal), all: ran }
}

/** What one mentoring grant planned by the end of one period. The year's award is null where unknown. */
export function mentoringProfile(grant: Running, periodId: PeriodId, award: number | null): Planned {
  const { year, startsOn } = periodOf(periodId)
  const yearly = 30 + 2 * spread(grant.gssCode)
  const { upTo, all } = quartersRun(grant, periodId)
  const share = upTo.reduce((sum, quarter) => sum + shareOfQuarter[quarter - 1]!, 0)
  const quarters = Math.max(0, Math.round(daysBetween(grant.cohortStartOn, startsOn) / 91))
  // The first caseload is empty; later years open with those who carry on, fewer where it began mid-year.
  const carrying = grant.cohortStartOn.endsWith('-04-01') ? 0.4 : 0.2
  const carriedOver = year > Number(grant.cohortStartOn.slice(0, 4)) ? Math.round(yearly * carrying) : 0
  return {
    'APM-OP2': Math.round(yearly * share),
    'APM-OP3': Math.round(yearly * share * 0.85),
    'APM-OP4': Math.round(yearly * share * 0.25),
    'APM-OP6': 0.8,
    'APM-OP7': Math.round(yearly * share * 18),
    'APM-OP8': Math.round(yearly * share * 1.1),
    'APM-OP9': carriedOver + Math.round(yearly * share),
    'APM-OC1': level(0.5 + 0.01 * spread(grant.gssCode) + 0.005 * quarters),
    ...mentoringLevels,
    'APM-FI1': award === null ? null : Math.round((award * upTo.length) / all.length),
  }
}

/** Levels that every borough plans alike, mostly from what pupil referral units in London report. */
const mentoringLevels: Planned = {
  'APM-OC2': 0.55,
  'APM-OC3a': 0.75,
  'APM-OC3b': 0.31,
  'APM-OC4': 0.6,
  'APM-OC5': 0.65,
  'APM-OC6': 0.65,
  'APM-OC7': 0.25,
  'APM-OC8': 0.6,
  'APM-OC9a': 20,
  'APM-OC9b': 17,
}

/** What one training grant planned by the end of its first to fifth period. */
export function trainingProfile({ gssCode }: Pick<GrantRow, 'gssCode'>, index: number): Planned {
  const size = 1 + 0.05 * spread(gssCode)
  const sessions = [2, 8, 14, 6, 10][index] ?? 0
  const people = [30, 120, 200, 240, 290][index] ?? 0
  const pence = [300_000, 1_100_000, 1_900_000, 300_000, 600_000][index] ?? 0
  return {
    'CPD-OP1': Math.round(sessions * size),
    'CPD-OP2': Math.round(sessions * size * 2),
    'CPD-OP3': Math.round(sessions * size * 22),
    'CPD-OP4': Math.round(people * size),
    'CPD-OP5': level(0.25 + 0.15 * index),
    'CPD-OP6': 0.85,
    ...trainingLevels,
    'CPD-OC4': level(0.1 + 0.1 * index),
    'CPD-FI1': pence,
  }
}

const trainingLevels: Planned = {
  'CPD-OC1': 0.85,
  'CPD-OC1R': 0.6,
  'CPD-OC2': 0.7,
  'CPD-OC2a': 2.8,
  'CPD-OC2b': 3.6,
  'CPD-OC3': 0.6,
  'CPD-OC5': 0.6,
}

/** One borough has not agreed how many parents and carers it plans to support, so that check 6.2 is seen. */
const notAgreed = { grantId: `APM-${gssCodeOf('Brent')}`, indicator: 'APM-OP8' }

function level(share: number): number {
  return Math.min(0.9, Math.round(share * 1000) / 1000)
}

function rowsOf(grant: Pick<GrantRow, 'id'>, periodId: PeriodId, planned: Planned): ProfileRow[] {
  return Object.entries(planned).flatMap(([indicator, value]) =>
    value === null || (grant.id === notAgreed.grantId && indicator === notAgreed.indicator)
      ? []
      : [{ grantId: grant.id, indicator, periodId, value, invented: 1 as const }],
  )
}

function awardFor(lines: AwardLineRow[], grant: Pick<GrantRow, 'id'>, periodId: PeriodId): number | null {
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
