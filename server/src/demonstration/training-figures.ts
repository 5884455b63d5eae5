/** Invented figures of training for school staff: consistent with themselves and with the quarter before. */
import { nextPeriod, type PeriodId } from '@inclusion/shared/periods'
import type { Totals } from './changes.ts'
import { invent } from './numbers.ts'

const sessionsAt = (gssCode: string, periodId: PeriodId, isFirst: boolean): number =>
  isFirst ? invent(`${gssCode} ${periodId} sessions`, 1, 3) : invent(`${gssCode} ${periodId} sessions`, 4, 8)

function attendancesAt(gssCode: string, periodId: PeriodId, isFirst: boolean): number {
  return sessionsAt(gssCode, periodId, isFirst) * invent(`${gssCode} ${periodId} each`, 16, 26)
}

/** Staff counted once since the grant began: some of those who come have come before. */
function staffSinceStart(gssCode: string, first: PeriodId, periodId: PeriodId): number {
  let staff = 0
  for (let id = first; ; id = nextPeriod(id)) {
    staff += Math.round(
      (attendancesAt(gssCode, id, id === first) * invent(`${gssCode} ${id} new`, 60, 85)) / 100,
    )
    if (id === periodId) return staff
  }
}

/** A borough's figures for one quarter, by indicator. */
export function trainingTotals(
  { gssCode, first }: { gssCode: string; first: PeriodId },
  periodId: PeriodId,
): Totals {
  const name = `${gssCode} ${periodId}`
  const isFirst = periodId === first
  const sessions = sessionsAt(gssCode, periodId, isFirst)
  const attendances = attendancesAt(gssCode, periodId, isFirst)
  const responses = Math.round((attendances * invent(`${name} responses`, 45, 75)) / 100)
  const pairs = Math.round(responses * 0.7)
  const followedUp = isFirst ? 0 : Math.round(responses * 0.4)
  const targeted = invent(`${gssCode} schools`, 14, 24)
  const taking = Math.min(targeted, Math.round(targeted * (isFirst ? 0.3 : 0.55)))
  return {
    'CPD-OP1': { value: sessions },
    'CPD-OP2': { value: sessions * 2 },
    'CPD-OP3': { value: attendances },
    'CPD-OP4': { value: staffSinceStart(gssCode, first, periodId) },
    'CPD-OP5': { numerator: taking, denominator: targeted },
    'CPD-OC1': { numerator: Math.round(responses * 0.86), denominator: responses },
    'CPD-OC1R': { numerator: responses, denominator: attendances },
    'CPD-OC2': {
      numerator: Math.round((pairs * invent(`${name} confident`, 62, 82)) / 100),
      denominator: pairs,
    },
    'CPD-OC3': isFirst
      ? { missing: 'z', note: 'The follow-up falls six weeks after the first sessions, in the next quarter.' }
      : { numerator: Math.round(followedUp * 0.6), denominator: followedUp },
    'CPD-OC5': { missing: 'z', note: 'This area of need is not served yet.' },
    'CPD-FI1': { value: sessions * invent(`${name} cost`, 900, 1300) * 100 },
    'CPD-FI2': { value: 2_500_000 },
    'CPD-TX1': {
      text: 'Peer visits between schools were asked for more than workshops. The Strategic Guides would help more with an example for each phase.',
    },
  }
}
