/** What was given of a cohort's attendance, and where it came from. */
import type { AttendanceCode } from '@inclusion/shared/attendance/codes'
import { isGiven, type Attendance } from '@inclusion/shared/attendance/counts'
import { attendanceLocator, type Cohort, type Locator } from '@inclusion/shared/locators'
import { cohortWords } from './attendance-columns.ts'

/** `both`: some of the counts are from the register, and others were typed. */
export type CountSource = 'register' | 'typed' | 'both'

export const countSourceWords: Record<CountSource, string> = {
  register: 'Counted from the register',
  typed: 'Typed',
  both: 'Part counted from the register, part typed',
}

export const countedWords: Record<Cohort, string> = {
  ...cohortWords,
  baseline: 'Baseline of young people in the programme',
}

/** Where a cohort's counts came from; null where none is given. */
export function sourceOf(attendance: Attendance): CountSource | null {
  const { enrolments, persistent, severe, sessions, counted } = attendance
  const isCounted = sessions.filter(isGiven).map((year) => year.counted !== undefined)
  if ((enrolments ?? persistent ?? severe) !== null) isCounted.push(counted !== undefined)
  if (isCounted.length === 0) return null
  if (isCounted.every(Boolean)) return 'register'
  return isCounted.some(Boolean) ? 'both' : 'typed'
}

/** The locators of a cohort's counts. */
export const placesOf = ({ urn, cohort, sessions }: Attendance): Locator[] => [
  attendanceLocator(urn, cohort),
  ...sessions.map(({ academicYear }) => attendanceLocator(urn, cohort, academicYear)),
]

export type YearByCode = {
  attendance: Attendance
  academicYear: string
  byCode: Partial<Record<AttendanceCode, number>>
}

/** The years that were counted by code: of one to five pupils, none. */
export function yearsByCode(attendance: readonly Attendance[]): YearByCode[] {
  return attendance.flatMap((cohort) =>
    cohort.sessions.flatMap(({ academicYear, counted }) =>
      counted?.byCode && Object.keys(counted.byCode).length > 0
        ? [{ attendance: cohort, academicYear, byCode: counted.byCode }]
        : [],
    ),
  )
}
