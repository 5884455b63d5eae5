/**
 * A setting's attendance counts for one cohort, as reported by its head: counts only, never a
 * register row. Sessions stand by academic year (a period may lie in two); pupils for the period.
 */
import type { Cohort } from '../locators.ts'
import type { LocalDate } from '../time.ts'

export type SessionCounts = {
  academicYear: string
  possible: number | null
  attended: number | null
  authorised: number | null
  unauthorised: number | null
}

export type Attendance = {
  urn: string
  cohort: Cohort
  sessions: SessionCounts[]
  enrolments: number | null
  persistent: number | null
  severe: number | null
  /** The window of a baseline; null for the period itself. */
  window: { startsOn: LocalDate; endsBefore: LocalDate } | null
}

/** Sessions over all academic years of the period; null when any year is not given. */
export function totalSessions(
  attendance: Attendance,
  part: 'possible' | 'attended' | 'authorised' | 'unauthorised',
): number | null {
  let total = 0
  for (const counts of attendance.sessions) {
    const count = counts[part]
    if (count === null) return null
    total += count
  }
  return attendance.sessions.length === 0 ? null : total
}
