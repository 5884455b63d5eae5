/**
 * A setting's attendance counts for one cohort, as reported by its head: counts only, never a
 * register row. Sessions stand by academic year (a period may lie in two); pupils for the period.
 */
import type { Cohort } from '../locators.ts'
import type { LocalDate } from '../time.ts'
import type { BaselineWindows, CountedSessions } from './counted.ts'

export type SessionCounts = {
  academicYear: string
  possible: number | null
  attended: number | null
  authorised: number | null
  unauthorised: number | null
  /** What else a register gave; left out of typed counts, and null of none by code (a small cohort). */
  counted?: Pick<CountedSessions, 'byCode'>
}

export type Attendance = {
  urn: string
  cohort: Cohort
  sessions: SessionCounts[]
  enrolments: number | null
  persistent: number | null
  severe: number | null
  /** What else a register gave of the pupils; left out of typed counts. */
  counted?: { dispersion: number | null }
  /** The window of a baseline, and how it was chosen; null for the period itself, or where none was given. */
  window: { startsOn: LocalDate; endsBefore: LocalDate; kind?: BaselineWindows } | null
}

/**
 * Sessions over all academic years of the period, or of a baseline's window; null when any year is not given.
 * Which years a baseline has is for its window to say, so one whose counts were all cleared is none of them.
 */
export function totalSessions(
  { cohort, sessions }: Pick<Attendance, 'cohort' | 'sessions'>,
  part: 'possible' | 'attended' | 'authorised' | 'unauthorised',
): number | null {
  const years = cohort === 'baseline' ? sessions.filter(isGiven) : sessions
  let total = 0
  for (const counts of years) {
    const count = counts[part]
    if (count === null) return null
    total += count
  }
  return years.length === 0 ? null : total
}

/** Whether any count of an academic year is given. */
export const isGiven = ({ possible, attended, authorised, unauthorised }: SessionCounts): boolean =>
  (possible ?? attended ?? authorised ?? unauthorised) !== null
