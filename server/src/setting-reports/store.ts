/** SQL of setting reports: who has reported, and their attendance counts. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Attendance } from '@inclusion/shared/attendance/counts'
import { attendanceLocator, type Cohort } from '@inclusion/shared/locators'

export type Report = {
  returnId: string
  urn: string
  name: string
  laestab: string
  status: 'not-started' | 'in-progress' | 'signed-off'
  signedOffBy: string | null
  signedOffAt: string | null
  onBehalf: 0 | 1
  missingReason: string | null
  missingText: string | null
  /** Who last reminded its heads, and when. */
  remindedBy: string | null
  remindedAt: string | null
  changedAt: string | null
}

/** The reports of a return's settings, by name. */
export function findReports(db: Db | Trx, returnId: string): Promise<Report[]> {
  return db
    .selectFrom('setting_reports')
    .innerJoin('settings', 'settings.urn', 'setting_reports.urn')
    .select([
      'returnId',
      'setting_reports.urn',
      'name',
      'laestab',
      'status',
      'signedOffBy',
      'signedOffAt',
      'onBehalf',
      'missingReason',
      'missingText',
      'remindedBy',
      'remindedAt',
      'changedAt',
    ])
    .where('returnId', '=', returnId)
    .orderBy('name')
    .execute()
}

export type StoredAttendance = Attendance & { revisions: Record<string, number> }

/** Attendance counts of every setting and cohort of a return, each with the revisions of its locators. */
export async function findAttendance(db: Db | Trx, returnId: string): Promise<StoredAttendance[]> {
  const counts = await db
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
  const found = new Map<string, StoredAttendance>()
  const cohortOf = (urn: string, cohort: Cohort): StoredAttendance => {
    const key = `${urn}:${cohort}`
    const known = found.get(key) ?? { ...blankAttendance(urn, cohort), revisions: {} }
    found.set(key, known)
    return known
  }
  for (const row of counts) {
    const { academicYear, possible, attended, authorised, unauthorised } = row
    const attendance = cohortOf(row.urn, row.cohort)
    attendance.sessions.push({ academicYear, possible, attended, authorised, unauthorised })
    attendance.revisions[attendanceLocator(row.urn, row.cohort, academicYear)] = row.revision
  }
  for (const {
    urn,
    cohort,
    enrolments,
    persistent,
    severe,
    windowStartsOn,
    windowEndsBefore,
    revision,
  } of pupils) {
    const attendance = cohortOf(urn, cohort)
    Object.assign(attendance, { enrolments, persistent, severe })
    if (windowStartsOn && windowEndsBefore) {
      attendance.window = { startsOn: windowStartsOn, endsBefore: windowEndsBefore }
    }
    attendance.revisions[attendanceLocator(urn, cohort)] = revision
  }
  return [...found.values()]
}

const blankAttendance = (urn: string, cohort: Cohort): Attendance => ({
  urn,
  cohort,
  sessions: [],
  enrolments: null,
  persistent: null,
  severe: null,
  window: null,
})
