/** SQL of the attendance counts in setting reports, and rows as the counts they hold. */
import type { Db, Trx } from '@inclusion/db/open'
import type { AttendanceCountRow, AttendancePupilRow } from '@inclusion/db/tables/setting-reports'
import type { PupilCounts } from '@inclusion/shared/attendance/change-counts'
import type { CountedSessions } from '@inclusion/shared/attendance/counted'
import type { Attendance, SessionCounts } from '@inclusion/shared/attendance/counts'
import { attendanceLocator, type Cohort, type Locator } from '@inclusion/shared/locators'
import type { Selectable } from 'kysely'

export type SessionRow = Selectable<AttendanceCountRow>
export type PupilRow = Selectable<AttendancePupilRow>

/** How stored counts came to be: from a register, typed, or pasted like any figure. */
export type CountMark = {
  revision: number
  by: string
  at: string
  source: 'register' | PupilRow['provenance']
  onBehalf: boolean
}

export type StoredAttendance = Attendance & { marks: Record<Locator, CountMark> }

/** Attendance counts of every setting and cohort of a return, each with the marks of its locators. */
export async function findAttendance(db: Db | Trx, returnId: string): Promise<StoredAttendance[]> {
  const { sessions, pupils } = await findCountRows(db, returnId)
  const found = new Map<string, StoredAttendance>()
  const cohortOf = (urn: string, cohort: Cohort): StoredAttendance => {
    const key = `${urn}:${cohort}`
    const known = found.get(key) ?? { urn, cohort, sessions: [], ...nobody, marks: {} }
    found.set(key, known)
    return known
  }
  for (const row of sessions) {
    const attendance = cohortOf(row.urn, row.cohort)
    attendance.sessions.push(sessionsOf(row))
    attendance.marks[attendanceLocator(row.urn, row.cohort, row.academicYear)] = markOf(row)
  }
  for (const row of pupils) {
    const attendance = cohortOf(row.urn, row.cohort)
    Object.assign(attendance, pupilsOf(row))
    attendance.marks[attendanceLocator(row.urn, row.cohort)] = markOf(row)
  }
  return [...found.values()]
}

/** The rows of all cohorts of a return, sessions by academic year. */
export async function findCountRows(
  db: Db | Trx,
  returnId: string,
): Promise<{ sessions: SessionRow[]; pupils: PupilRow[] }> {
  const sessions = await db
    .selectFrom('attendance_counts')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('academicYear')
    .execute()
  const pupils = await db
    .selectFrom('attendance_pupils')
    .selectAll()
    .where('returnId', '=', returnId)
    .execute()
  return { sessions, pupils }
}

function markOf({
  revision,
  changedBy,
  changedAt,
  source,
  provenance,
  onBehalf,
}: SessionRow | PupilRow): CountMark {
  const from = source === 'register' ? source : provenance
  return { revision, by: changedBy, at: changedAt, source: from, onBehalf: onBehalf === 1 }
}

const nobody: PupilCounts = { enrolments: null, persistent: null, severe: null, window: null }

/** A stored row as the sessions it holds; blank without one. */
export function sessionsOf(row: Pick<SessionRow, 'academicYear'> & Partial<SessionRow>): SessionCounts {
  const { academicYear, possible = null, attended = null, authorised = null, unauthorised = null } = row
  const byCode = row.byCode ? (JSON.parse(row.byCode) as CountedSessions['byCode']) : null
  return {
    academicYear,
    possible,
    attended,
    authorised,
    unauthorised,
    ...(row.source === 'register' && { counted: { byCode } }),
  }
}

/** A stored row as the pupils it holds; blank without one. */
export function pupilsOf(row: PupilRow | undefined): PupilCounts {
  if (!row) return nobody
  const { enrolments, persistent, severe, dispersion, source } = row
  const { windowStartsOn: startsOn, windowEndsBefore: endsBefore, windowKind: kind } = row
  const window = startsOn && endsBefore ? { startsOn, endsBefore, ...(kind && { kind }) } : null
  return {
    enrolments,
    persistent,
    severe,
    window,
    ...(source === 'register' && { counted: { dispersion } }),
  }
}

type Written =
  | 'returnId'
  | 'urn'
  | 'cohort'
  | 'revision'
  | 'changedBy'
  | 'changedAt'
  | 'provenance'
  | 'onBehalf'
type SessionColumns = Omit<SessionRow, Written>
type PupilColumns = Omit<PupilRow, Written>

/** Sessions as they are stored. Codes stand in one order, so that equal counts are equal rows. */
export function sessionColumns({ counted, ...counts }: SessionCounts): SessionColumns {
  const codes = Object.entries(counted?.byCode ?? {}).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return {
    ...counts,
    byCode: counted?.byCode ? JSON.stringify(Object.fromEntries(codes)) : null,
    source: counted ? 'register' : 'typed',
  }
}

/** Pupils as they are stored. */
export function pupilColumns({ counted, window, ...counts }: PupilCounts): PupilColumns {
  return {
    ...counts,
    dispersion: counted?.dispersion ?? null,
    windowStartsOn: window?.startsOn ?? null,
    windowEndsBefore: window?.endsBefore ?? null,
    windowKind: window?.kind ?? null,
    source: counted ? 'register' : 'typed',
  }
}
