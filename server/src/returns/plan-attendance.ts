/** Turns a change to a setting's attendance into the row to store: sessions of a year, or pupils. */
import { changePupils, changeSessions } from '@inclusion/shared/attendance/change-counts'
import { baselineYears, countFault } from '@inclusion/shared/attendance/count-faults'
import { pupilParts, sessionParts, type FigureChange } from '@inclusion/shared/figures'
import { attendanceLocator, type AttendanceLocator } from '@inclusion/shared/locators'
import { academicYearsOf } from '@inclusion/shared/periods'
import {
  pupilColumns,
  pupilsOf,
  sessionColumns,
  sessionsOf,
  type PupilRow,
} from '../setting-reports/attendance-store.ts'
import { invalid } from './cohort-rows.ts'
import { record, settle, type Planned, type Step, type Stored } from './plan.ts'

type AttendanceStep = Step<AttendanceLocator>

export function planAttendance(step: AttendanceStep): void {
  const { planned, stored, change, place } = step
  refuseForeignParts(planned, change, place)
  const { urn, cohort, academicYear } = place
  const key = { returnId: planned.returnId, urn, cohort }
  const { personId: changedBy, at: changedAt, provenance, onBehalf } = planned
  const mark = {
    ...({ revision: change.revision + 1, changedBy, changedAt, onBehalf: onBehalf ? 1 : 0 } as const),
    // Counts are never copied from another period.
    provenance: provenance === 'prefill' ? ('typed' as const) : provenance,
  }
  if (academicYear === null) return planPupils(step, { ...key, ...mark })
  refuseForeignYear({ planned, stored, change, place, academicYear })
  planSessions(step, academicYear, { ...key, ...mark })
}

type Written = Pick<
  PupilRow,
  'returnId' | 'urn' | 'cohort' | 'revision' | 'changedBy' | 'changedAt' | 'provenance' | 'onBehalf'
>

function planPupils({ plan, planned, stored, change, place }: AttendanceStep, written: Written): void {
  const row = pupilRow(stored, place)
  const before = pupilsOf(row)
  const { figure, drafts } = changePupils(before, change)
  if (settle({ plan, stored, change, drafts, row, before, after: figure })) return
  const { enrolments, persistent, severe, counted } = figure
  plan.pupils.push({ ...written, ...pupilColumns(figure) })
  const numbers = [enrolments, persistent, severe, ...sourceOf(counted)]
  record({ plan, planned, stored, change, drafts, row, numbers })
}

function planSessions(
  { plan, planned, stored, change, place }: AttendanceStep,
  academicYear: string,
  written: Written,
): void {
  const row = stored.sessions.find(
    (counts) =>
      counts.urn === place.urn && counts.cohort === place.cohort && counts.academicYear === academicYear,
  )
  const before = sessionsOf(row ?? { academicYear })
  const { figure, drafts } = changeSessions(before, change)
  if (settle({ plan, stored, change, drafts, row, before, after: figure })) return
  const { possible, attended, authorised, unauthorised, counted } = figure
  plan.sessions.push({ ...written, ...sessionColumns(figure) })
  const numbers = [possible, attended, authorised, unauthorised, ...sourceOf(counted)]
  record({ plan, planned, stored, change, drafts, row, numbers })
}

/** The end of a line of the trail: nothing where the numbers were typed. */
const sourceOf = (counted: object | undefined): string[] => (counted ? ['register'] : [])

const pupilRow = ({ pupils }: Stored, { urn, cohort }: Pick<AttendanceLocator, 'urn' | 'cohort'>) =>
  pupils.find((row) => row.urn === urn && row.cohort === cohort)

/** Sessions belong to an academic year, pupils to the period; only counts, typed or counted, can be given. */
function refuseForeignParts(
  { periodId }: Planned,
  { locator, entries, counted, revision: _, ...rest }: FigureChange,
  place: AttendanceLocator,
): void {
  const parts: readonly string[] = place.academicYear === null ? pupilParts : sessionParts
  const strange = Object.keys(entries ?? {}).find((part) => !parts.includes(part))
  if (strange !== undefined || Object.keys(rest).length > 0)
    throw invalid(locator, `Only ${parts.join(', ')} can be given here.`)
  const fault = counted && countFault(counted, place, periodId)
  if (fault) throw invalid(locator, fault)
}

type InYear = {
  planned: Planned
  stored: Stored
  change: FigureChange
  place: AttendanceLocator
  academicYear: string
}

/** Sessions lie in a year that the period touches; of a baseline, in one of its window. Any year can be cleared. */
function refuseForeignYear({ planned, stored, change, place, academicYear }: InYear): void {
  const { entries, counted, locator } = change
  const isCleared =
    Object.values(entries ?? {}).every((entered) => entered.trim() === '') && isNothing(counted)
  const years = yearsOf(planned, stored, place)
  if (isCleared || years.includes(academicYear)) return
  throw invalid(locator, `Give the sessions in the academic year they lie in: ${years.join(' or ')}.`)
}

/** A count of no session at all: what a new count leaves of a year that it does not have. */
function isNothing(counted: FigureChange['counted']): boolean {
  if (!counted || !('possible' in counted)) return true
  return [counted.possible, ...Object.values(counted.byCode ?? {})].every((count) => count === 0)
}

function yearsOf(
  { periodId, changes }: Planned,
  stored: Stored,
  { urn, cohort }: AttendanceLocator,
): string[] {
  if (cohort !== 'baseline') return academicYearsOf(periodId)
  const before = pupilsOf(pupilRow(stored, { urn, cohort }))
  const change = changes.find(({ locator }) => locator === attendanceLocator(urn, cohort))
  return baselineYears(change ? changePupils(before, change).figure.window : before.window, periodId)
}
