/** A head's report of one setting for one period, and its attendance counts. */
import type { Generated } from 'kysely'

export interface SettingReportRow {
  returnId: string
  urn: string
  status: 'not-started' | 'in-progress' | 'signed-off'
  signedOffBy: string | null
  signedOffAt: string | null
  onBehalf: Generated<0 | 1>
  missingReason: string | null
  missingText: string | null
  /** Who last reminded the setting's heads, and when. */
  remindedBy: Generated<string | null>
  remindedAt: Generated<string | null>
  changedAt: string | null
  revision: Generated<number>
}

export interface AttendanceCountRow {
  returnId: string
  urn: string
  cohort: 'mentored' | 'whole' | 'baseline'
  academicYear: string
  possible: number | null
  attended: number | null
  authorised: number | null
  unauthorised: number | null
  byCode: string | null
  source: 'register' | 'typed'
  /** How they came in, where they were not counted from a register. */
  provenance: Generated<'typed' | 'pasted' | 'file' | 'api'>
  /** Given by the borough in the place of a setting without a head. */
  onBehalf: Generated<0 | 1>
  revision: number
  changedBy: string
  changedAt: string
}

export interface AttendancePupilRow {
  returnId: string
  urn: string
  cohort: 'mentored' | 'whole' | 'baseline'
  enrolments: number | null
  persistent: number | null
  severe: number | null
  dispersion: number | null
  windowStartsOn: string | null
  windowEndsBefore: string | null
  windowKind: Generated<'one-window' | 'term-before-start' | null>
  source: Generated<'register' | 'typed'>
  provenance: Generated<'typed' | 'pasted' | 'file' | 'api'>
  onBehalf: Generated<0 | 1>
  revision: number
  changedBy: string
  changedAt: string
}
