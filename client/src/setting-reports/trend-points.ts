/** A setting's own attendance by period: each with how sure it is, and what may be said of a change. */
import type { TrendPoint } from '@inclusion/server/setting-reports/trend'
import { totalSessions, type Attendance } from '@inclusion/shared/attendance/counts'
import { attendanceInterval, type AttendanceInterval } from '@inclusion/shared/attendance/interval'
import { isSmallCohort } from '@inclusion/shared/attendance/small-cohort'

export type SurePoint = {
  label: string
  attended: number
  possible: number
  people: number | null
  rate: number
  /** Null without the number of pupils. */
  interval: AttendanceInterval | null
  isSmall: boolean
  /** Of this report: not accepted yet. */
  isNow: boolean
}

type Given = Pick<TrendPoint, 'label' | 'numerator' | 'denominator' | 'people' | 'dispersion'>

/** Earlier accepted periods and this report, first to last; without this report while it gives no rate. */
export function surePoints(trend: readonly Given[], now: Given | null): SurePoint[] {
  const earlier = trend.toReversed().map((point) => sure(point, false))
  return [...earlier, ...(now ? [sure(now, true)] : [])].filter(({ possible }) => possible > 0)
}

/** This report's counts as a point of the trend; null while a half of the rate is missing. */
export function pointOf(attendance: Attendance, label: string): Given | null {
  const numerator = totalSessions(attendance, 'attended')
  const denominator = totalSessions(attendance, 'possible')
  if (numerator === null || denominator === null || numerator > denominator) return null
  const isCounted = attendance.sessions.every(({ counted }) => counted)
  const dispersion = isCounted ? (attendance.counted?.dispersion ?? null) : null
  return { label, numerator, denominator, people: attendance.enrolments, dispersion }
}

function sure({ label, numerator, denominator, people, dispersion }: Given, isNow: boolean): SurePoint {
  const counts = { attended: numerator, possible: denominator, people }
  const interval = attendanceInterval({ ...counts, pupils: people, dispersion })
  const isSmall = people !== null && isSmallCohort(people)
  return { label, ...counts, rate: denominator === 0 ? 0 : numerator / denominator, interval, isSmall, isNow }
}

export type Change = 'higher' | 'lower' | 'too-few' | 'unknown'

/** What may be said of two periods: only intervals that do not touch tell a change from chance. */
export function changeFrom(before: SurePoint | undefined, now: SurePoint): Change | null {
  if (!before) return null
  if (!before.interval || !now.interval) return 'unknown'
  if (now.interval.low > before.interval.high) return 'higher'
  return now.interval.high < before.interval.low ? 'lower' : 'too-few'
}

const said: Record<Change, string> = {
  higher: ', attendance was higher, by more than differences between pupils explain.',
  lower: ', attendance was lower, by more than differences between pupils explain.',
  'too-few': ': too few pupils to say whether it changed.',
  unknown: ': whether it changed is not known, as the number of pupils was not given.',
}

/** The latest two periods in a sentence; null while there are no two. */
export function latestChange(points: readonly SurePoint[]): string | null {
  const [before, now] = points.slice(-2)
  const change = now && changeFrom(before, now)
  if (!before || !now || !change) return null
  const last = now.isNow ? `this report (${now.label})` : now.label
  return `From ${before.label} to ${last}${said[change]}`
}
