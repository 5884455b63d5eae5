/** The attendance of the mentored cohort in a programme's evidence, and DfE's absence as attendance. */
import { ratioOf } from '@inclusion/shared/figures'
import type { Comparator } from '@inclusion/server/programmes/comparators'
import type { IndicatorEvidence } from '@inclusion/server/programmes/view'

/** The indicator that is worked out from the sessions of the mentored cohort; undefined where none is. */
export const attendanceOf = (indicators: readonly IndicatorEvidence[]): IndicatorEvidence | undefined =>
  indicators.find(
    ({ derivation }) =>
      derivation?.kind === 'attendance' &&
      derivation.cohort === 'mentored' &&
      derivation.numerator === 'attended',
  )

export type AttendancePoint = IndicatorEvidence['series'][number]

/**
 * The periods in which at least half as many boroughs are in as in the fullest: a line through a period
 * with two boroughs of 32 would show who has reported, not how attendance moved.
 */
export function mostlyIn(series: readonly AttendancePoint[]): AttendancePoint[] {
  const most = Math.max(0, ...series.map(({ boroughs }) => boroughs))
  return series.filter(({ boroughs }) => boroughs * 2 >= most)
}

/** Per cent of possible sessions that were attended; null where nothing was reported. */
export const percentOf = (point: Pick<AttendancePoint, 'numerator' | 'denominator'>): number | null => {
  const ratio = ratioOf(point)
  return ratio === null ? null : ratio * 100
}

/** DfE counts absence: what was not missed was attended. */
export const attendedOf = ({ possible, absence }: Pick<Comparator, 'possible' | 'absence'>) => ({
  numerator: possible - absence,
  denominator: possible,
})
