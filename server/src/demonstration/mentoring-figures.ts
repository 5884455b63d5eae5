/** Invented mentoring figures: believable, consistent from quarter to quarter, the same every time. */
import { mentoringProfile } from '@inclusion/db/reference/profiles'
import { nextPeriod, periodOf, previousPeriod, yearLabel, type PeriodId } from '@inclusion/shared/periods'
import type { Totals } from './changes.ts'
import { invent } from './numbers.ts'
import { fallsBehind, textInstead } from './oddities.ts'

/** A borough's grant, as its figures follow from it: awards by financial year in pence, null where unknown. */
export type MentoringGrant = {
  gssCode: string
  cohortStartOn: string
  first: PeriodId
  awards: Record<string, number | null>
}

type Caseload = { atStart: number; started: number; completed: number; leftEarly: number; atEnd: number }

const awardOf = ({ awards }: MentoringGrant, id: PeriodId): number | null =>
  awards[yearLabel(periodOf(id).year)] ?? null

/** What the profile says is due in this quarter alone, of what it adds up over the year. */
function due(grant: MentoringGrant, id: PeriodId, indicator: string): number {
  const planned = (of: PeriodId) => mentoringProfile(grant, of, awardOf(grant, of))[indicator] ?? 0
  const before = previousPeriod(id)
  const isSameYear = periodOf(before).year === periodOf(id).year
  return planned(id) - (isSameYear && periodOf(before).endsBefore > grant.cohortStartOn ? planned(before) : 0)
}

/** About what was due, give or take a little; far below it where the story has a borough fall behind. */
function near(grant: MentoringGrant, id: PeriodId, indicator: string): number {
  const share = fallsBehind(grant.gssCode, id, indicator)
    ? 50
    : invent(`${grant.gssCode} ${id} ${indicator}`, 97, 112)
  return Math.round((due(grant, id, indicator) * share) / 100)
}

/** A borough's caseload, quarter by quarter from its first: each opens with what the last one closed with. */
function caseloadOf(grant: MentoringGrant, periodId: PeriodId): Caseload {
  const { gssCode, first, cohortStartOn } = grant
  let atStart = cohortStartOn > '2024' ? 0 : invent(`${gssCode} caseload`, 13, 17)
  for (let id = first; ; id = nextPeriod(id)) {
    const name = `${gssCode} ${id}`
    const started = near(grant, id, 'APM-OP2')
    const leftEarly = Math.min(atStart, invent(`${name} left`, 0, 2))
    const completed = Math.max(0, Math.min(near(grant, id, 'APM-OP3'), atStart + started - leftEarly - 3))
    const atEnd = atStart + started - completed - leftEarly
    if (id === periodId) return { atStart, started, completed, leftEarly, atEnd }
    atStart = atEnd
  }
}

/** Young people mentored since the year began, each counted once. */
export function mentoredThisYear(grant: MentoringGrant, periodId: PeriodId): number {
  const { year } = periodOf(periodId)
  // The demonstration's first quarter is the last of its year: those of the quarters before are in it too.
  const { first } = grant
  const isMidYear = periodOf(first).ordinal > 1 && periodOf(first).startsOn > grant.cohortStartOn
  const before = mentoringProfile(grant, previousPeriod(first), null)['APM-OP2'] ?? 0
  let mentored = isMidYear && periodOf(first).year === year ? before : 0
  for (let id = first; ; id = nextPeriod(id)) {
    if (periodOf(id).year === year) {
      const { atStart, started } = caseloadOf(grant, id)
      const isOpening = id === first || periodOf(id).ordinal === 1
      mentored += isOpening ? atStart + started : started
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

/** A borough's own figures for one quarter, by indicator. */
export function mentoringTotals(grant: MentoringGrant, periodId: PeriodId): Totals {
  const { gssCode } = grant
  const { ordinal } = periodOf(periodId)
  const name = `${gssCode} ${periodId}`
  const { atStart, started, completed, leftEarly, atEnd } = caseloadOf(grant, periodId)
  const hours = near(grant, periodId, 'APM-OP7')
  const attended = Math.round(hours / 0.9)
  const offered = Math.round((attended * 100) / invent(`${name} attended`, 76, 88))
  const returned = invent(`${name} returned`, 4, 8)
  const award = awardOf(grant, periodId)
  const spent = award === null ? 750_000 : due(grant, periodId, 'APM-FI1')
  return {
    'APM-OP0': { value: atStart },
    'APM-OP1': { value: 1 + invent(`${gssCode} mentors`, 0, 2) / 2 },
    'APM-OP2': { value: started },
    'APM-OP3': { value: completed },
    'APM-OP4': { value: leftEarly },
    'APM-OP5': { value: atEnd },
    'APM-OP6': { numerator: attended, denominator: offered },
    'APM-OP7': { value: hours },
    'APM-OP8': { value: near(grant, periodId, 'APM-OP8') },
    'APM-OP9': { value: mentoredThisYear(grant, periodId) },
    'APM-OP10': { value: invent(`${name} referrals`, 0, 3) },
    'APM-OC6': { numerator: returned - invent(`${name} fell back`, 0, 2), denominator: returned },
    'APM-FI1': { value: Math.round((spent * invent(`${name} spent`, 93, 100)) / 10_000) * 100 },
    'APM-FI2': {
      value: Math.round(((award ?? 3_000_000) * invent(`${name} outturn`, 95, 100)) / 10_000) * 100,
    },
    'APM-TX1': {
      text: textInstead(name) ?? learned[invent(`${name} learned`, 0, learned.length - 1)]!,
    },
    ...(ordinal === 4
      ? {
          'APM-TX2': {
            text: 'A young person who had stopped coming began with one short session a week at a place of their choice. By the end of term they came every day and had chosen a college course.',
          },
        }
      : {}),
  }
}
