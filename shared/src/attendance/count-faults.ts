/**
 * What no count of a register can be: refused when it is sent, as it was not counted by this service's page
 * or was altered on the way. Typed counts are judged by the checks instead.
 */
import type { AttendanceLocator } from '../locators.ts'
import { academicYearsIn, academicYearsOf, periodOf, previousPeriod, type PeriodId } from '../periods.ts'
import { shortDate, type LocalDate } from '../time.ts'
import { classTotals } from './classify.ts'
import type { Counted, CountedPupils, CountedSessions } from './counted.ts'
import { smallCohort } from './small-cohort.ts'

type Window = { startsOn: LocalDate; endsBefore: LocalDate }

/** What is wrong with a count at this place, in a sentence that says what to do; null of one that may stand. */
export function countFault(
  counted: Counted,
  { cohort, academicYear }: Pick<AttendanceLocator, 'cohort' | 'academicYear'>,
  periodId: PeriodId,
): string | null {
  if ('possible' in counted)
    return academicYear === null ? 'Give sessions by academic year.' : sessionsFault(counted)
  if (academicYear !== null) return 'Give pupils for the whole period, not for one academic year.'
  if ((counted.window === null) === (cohort === 'baseline'))
    return cohort === 'baseline'
      ? 'Give the dates of the baseline with its pupils.'
      : 'Only a baseline has dates of its own.'
  return pupilsFault(counted) ?? (counted.window && windowFault(counted.window, periodId))
}

function sessionsFault({ byCode, ...totals }: CountedSessions): string | null {
  if (totals.possible !== totals.attended + totals.authorised + totals.unauthorised)
    return 'Sessions attended and absent do not come to those possible: count the register again.'
  if (byCode === null) return null
  const sums = classTotals(byCode)
  const parts = ['possible', 'attended', 'authorised', 'unauthorised'] as const
  return parts.every((part) => sums[part] === totals[part])
    ? null
    : 'The sessions by code do not come to the sessions beside them: count the register again.'
}

function pupilsFault({ enrolments, persistent, severe, dispersion }: CountedPupils): string | null {
  if (persistent > enrolments || severe > persistent)
    return 'Severely absent pupils are among the persistently absent, and those among all pupils: count the register again.'
  if (dispersion !== null && enrolments <= smallCohort.most)
    return 'Of so few pupils, how much they differ stays on your computer: count the register again.'
  return null
}

/** How far back a pupil's own term before her start may lie. */
const academicYearsBack = 2

/** The dates that a baseline of this period may have: two academic years back, to the period's end. */
export function baselineReach(periodId: PeriodId): Window {
  const first = Number(academicYearsOf(periodId)[0]!.slice(0, 4))
  return { startsOn: `${first - academicYearsBack}-09-01`, endsBefore: periodOf(periodId).endsBefore }
}

function windowFault({ startsOn, endsBefore }: Window, periodId: PeriodId): string | null {
  const reach = baselineReach(periodId)
  if (startsOn >= endsBefore) return 'A baseline must end after it begins: check its two dates.'
  if (startsOn >= reach.startsOn && endsBefore <= reach.endsBefore) return null
  return `Choose dates for the baseline from ${shortDate(reach.startsOn)} up to the end of this period.`
}

/** The academic years that sessions of a baseline may lie in: those of its window, or else near the period. */
export function baselineYears(window: Window | null, periodId: PeriodId): string[] {
  if (window) return academicYearsIn(window)
  return [...new Set([...academicYearsOf(previousPeriod(periodId)), ...academicYearsOf(periodId)])]
}
