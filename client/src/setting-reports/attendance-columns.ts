/** The columns of a setting's attendance: cohort by cohort, and year by year where the period lies in two. */
import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { Attendance } from '@inclusion/shared/attendance/counts'
import type { AttendancePart } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { CheckInput } from '@inclusion/shared/standards/check-input'

export type ReportedCohort = 'mentored' | 'whole'

export const cohortWords: Record<ReportedCohort, string> = {
  mentored: 'Young people in the programme',
  whole: 'Whole setting',
}

/** Cohorts that something asked is worked out from. */
export function cohortsOf({ asked }: Pick<CheckInput, 'asked'>): ReportedCohort[] {
  return (['mentored', 'whole'] as const).filter((cohort) =>
    asked.some(({ derivation }) => derivation?.kind === 'attendance' && derivation.cohort === cohort),
  )
}

/** The indicator whose numerator is a count of a cohort; undefined where none is asked. */
export const measuredBy = (
  { asked }: Pick<CheckInput, 'asked'>,
  cohort: ReportedCohort,
  numerator: AttendancePart,
): IndicatorDefinition | undefined =>
  asked.find(
    ({ derivation }) =>
      derivation?.kind === 'attendance' && derivation.cohort === cohort && derivation.numerator === numerator,
  )

/** Of a cell that shows what an indicator is worked out from: findings on it lead there. */
export const rowOf = (measured: IndicatorDefinition | undefined) =>
  measured && { id: `row-${measured.indicator}`, tabIndex: -1 }

/** Counts that the figures asked are worked out from; any other may be given or left blank. */
export function partsNeeded(
  { asked }: Pick<CheckInput, 'asked'>,
  cohort: ReportedCohort,
): ReadonlySet<AttendancePart> {
  const needed = asked.flatMap(({ derivation, people }): AttendancePart[] => {
    if (derivation?.kind !== 'attendance' || derivation.cohort !== cohort) return []
    return [
      derivation.numerator,
      derivation.denominator,
      ...(people === 'beside' ? (['enrolments'] as const) : []),
    ]
  })
  return new Set(needed)
}

/** The academic years to give sessions for: those the period touches, and any that were given before. */
export function yearsOf(
  { academicYears }: Pick<ReportView, 'academicYears'>,
  given: readonly Attendance[],
): string[] {
  const kept = given.flatMap(({ cohort, sessions }) =>
    cohort === 'baseline' ? [] : sessions.map(({ academicYear }) => academicYear),
  )
  return [...new Set([...academicYears, ...kept])].toSorted()
}
