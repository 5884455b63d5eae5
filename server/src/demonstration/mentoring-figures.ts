/** Invented mentoring figures: believable, consistent from quarter to quarter, the same every time. */
import { nextPeriod, periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { Totals } from './changes.ts'
import { invent } from './numbers.ts'

type Caseload = { atStart: number; started: number; completed: number; leftEarly: number; atEnd: number }

/** A borough's caseload, quarter by quarter from its first: each opens with what the last one closed with. */
function caseloadOf(gssCode: string, first: PeriodId, periodId: PeriodId): Caseload {
  let atStart = invent(`${gssCode} caseload`, 9, 15)
  for (let id = first; ; id = nextPeriod(id)) {
    const name = `${gssCode} ${id}`
    const started = invent(`${name} started`, 6, 13)
    const completed = Math.min(atStart, invent(`${name} completed`, 4, 9))
    const leftEarly = invent(`${name} left`, 0, 2)
    const atEnd = atStart + started - completed - leftEarly
    if (id === periodId) return { atStart, started, completed, leftEarly, atEnd }
    atStart = atEnd
  }
}

/** Young people mentored since the year began, each counted once. */
export function mentoredThisYear(gssCode: string, first: PeriodId, periodId: PeriodId): number {
  const { year } = periodOf(periodId)
  let mentored = 0
  for (let id = first; ; id = nextPeriod(id)) {
    if (periodOf(id).year === year) {
      const { atStart, started } = caseloadOf(gssCode, first, id)
      mentored += mentored === 0 ? atStart + started : started
    }
    if (id === periodId) return mentored
  }
}

const learned = [
  'Meeting young people before the first lesson of the day brought attendance up. Group sessions on Fridays were the least well attended.',
  'Work with families made the difference this quarter. Sessions offered by telephone were rarely taken up.',
  'Careers visits were popular and led to two college places. Finding a quiet room remained difficult.',
  'Mentors and teaching staff now plan together each week. Young people told us that consistency matters most.',
]

/** A borough's own figures for one quarter, by indicator. `yearlyPence` is the year's award, null where unknown. */
export function mentoringTotals(
  { gssCode, first, yearlyPence }: { gssCode: string; first: PeriodId; yearlyPence: number | null },
  periodId: PeriodId,
): Totals {
  const { ordinal } = periodOf(periodId)
  const name = `${gssCode} ${periodId}`
  const { atStart, started, completed, leftEarly, atEnd } = caseloadOf(gssCode, first, periodId)
  const offered = (atStart + started) * invent(`${name} offered`, 8, 11)
  const attended = Math.round((offered * invent(`${name} attended`, 70, 88)) / 100)
  const returned = invent(`${name} returned`, 3, 7)
  const award = yearlyPence ?? 3_000_000
  return {
    'APM-OP0': { value: atStart },
    'APM-OP1': { value: 1 + invent(`${gssCode} mentors`, 0, 2) / 2 },
    'APM-OP2': { value: started },
    'APM-OP3': { value: completed },
    'APM-OP4': { value: leftEarly },
    'APM-OP5': { value: atEnd },
    'APM-OP6': { numerator: attended, denominator: offered },
    'APM-OP7': { value: Math.round(attended * 0.9) },
    'APM-OP8': { value: invent(`${name} parents`, 5, 16) },
    'APM-OP9': { value: mentoredThisYear(gssCode, first, periodId) },
    'APM-OP10': { value: invent(`${name} referrals`, 0, 3) },
    'APM-OC6': { numerator: returned - invent(`${name} fell back`, 0, 2), denominator: returned },
    'APM-FI1': { value: Math.round((award * invent(`${name} spent`, 22, 26)) / 10_000) * 100 },
    'APM-FI2': {
      value:
        Math.round((award * invent(`${gssCode} ${periodOf(periodId).year} outturn`, 95, 100)) / 10_000) * 100,
    },
    'APM-TX1': { text: learned[invent(`${name} learned`, 0, learned.length - 1)]! },
    ...(ordinal === 4
      ? {
          'APM-TX2': {
            text: 'A young person who had stopped coming began with one short session a week at a place of their choice. By the end of term they came every day and had chosen a college course.',
          },
        }
      : {}),
  }
}
