/** Invented figures of training for school staff: consistent with themselves and with the quarter before. */
import { trainingPeriods } from '@inclusion/db/reference/calendar'
import { trainingProfile } from '@inclusion/db/reference/profiles'
import { nextPeriod, periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { Totals } from './changes.ts'
import { invent } from './numbers.ts'
import { spentInstead } from './oddities.ts'

/** What the profile says is due in this quarter alone, of what it adds up over the financial year. */
function due({ gssCode, first }: TrainingGrant, periodId: PeriodId, indicator: string): number {
  const index = trainingPeriods.indexOf(periodId)
  const planned = (at: number) => trainingProfile({ gssCode }, at)[indicator] ?? 0
  const opensYear = periodId === first || periodOf(periodId).ordinal === 1
  return planned(index) - (opensYear ? 0 : planned(index - 1))
}

/** What the profile has spent by the end of the financial year, in pence: each borough expects to. */
function plannedForYear({ gssCode }: TrainingGrant, periodId: PeriodId): number {
  const { year } = periodOf(periodId)
  const last = trainingPeriods.findLastIndex((id) => periodOf(id).year === year)
  return trainingProfile({ gssCode }, last)['CPD-FI1'] ?? 0
}

type TrainingGrant = { gssCode: string; first: PeriodId }

/** About what was due, give or take a little. */
const near = (grant: TrainingGrant, id: PeriodId, indicator: string): number =>
  Math.round((due(grant, id, indicator) * invent(`${grant.gssCode} ${id} ${indicator}`, 97, 112)) / 100)

/** Staff counted once since the grant began: some of those who come have come before. */
function staffSinceStart(grant: TrainingGrant, periodId: PeriodId): number {
  let staff = 0
  for (let id = grant.first; ; id = nextPeriod(id)) {
    staff += Math.round((near(grant, id, 'CPD-OP3') * invent(`${grant.gssCode} ${id} new`, 80, 90)) / 100)
    if (id === periodId) return staff
  }
}

/** A borough's figures for one quarter, by indicator. */
export function trainingTotals(grant: TrainingGrant, periodId: PeriodId): Totals {
  const { gssCode, first } = grant
  const name = `${gssCode} ${periodId}`
  const isFirst = periodId === first
  const sessions = near(grant, periodId, 'CPD-OP1')
  const attendances = near(grant, periodId, 'CPD-OP3')
  const spent = spentInstead(gssCode, periodId) ?? invent(`${name} cost`, 92, 104)
  const responses = Math.round((attendances * invent(`${name} responses`, 58, 75)) / 100)
  const pairs = Math.round(responses * 0.7)
  const followedUp = isFirst ? 0 : Math.round(responses * 0.4)
  const targeted = invent(`${gssCode} schools`, 14, 24)
  const taking = Math.min(targeted, Math.round(targeted * (isFirst ? 0.3 : 0.55)))
  return {
    'CPD-OP1': { value: sessions },
    'CPD-OP2': { value: sessions * 2 },
    'CPD-OP3': { value: attendances },
    'CPD-OP4': { value: staffSinceStart(grant, periodId) },
    'CPD-OP5': { numerator: taking, denominator: targeted },
    'CPD-OC1': { numerator: Math.round(responses * 0.86), denominator: responses },
    'CPD-OC1R': { numerator: responses, denominator: attendances },
    'CPD-OC2': {
      numerator: Math.round((pairs * invent(`${name} confident`, 68, 82)) / 100),
      denominator: pairs,
    },
    'CPD-OC3': isFirst
      ? { missing: 'z', note: 'The follow-up falls six weeks after the first sessions, in the next quarter.' }
      : { numerator: Math.round(followedUp * 0.6), denominator: followedUp },
    'CPD-OC5': { missing: 'z', note: 'This area of need is not served yet.' },
    'CPD-FI1': { value: Math.round((due(grant, periodId, 'CPD-FI1') * spent) / 10_000) * 100 },
    'CPD-FI2': { value: plannedForYear(grant, periodId) },
    'CPD-TX1': {
      text: 'Peer visits between schools were asked for more than workshops. The Strategic Guides would help more with an example for each phase.',
    },
  }
}
