/** Whether a return came in on time, or how long it has, by its due day in London. Pure. */
import type { ReturnStatus } from '../returns.ts'
import { daysBetween, lateFrom, londonDate, type Instant, type LocalDate } from '../time.ts'

/** `days`: of one that is late, from its due day; of one outstanding, how many are left. */
export type Timeliness =
  | { kind: 'on-time' }
  | { kind: 'late'; days: number }
  | { kind: 'outstanding'; days: number }
  | { kind: 'overdue'; days: number }

export type Standing = {
  status: ReturnStatus
  /** Where it was before it was sent for sign-off. */
  sentFrom: 'in-progress' | 'changes-requested' | null
  /** When it was submitted first; null before. */
  filedAt: Instant | null
  dueOn: LocalDate
}

/**
 * Whether a return has still to come in. One that is taken back before it was reviewed has; one that is changed at
 * RMEL's wish came in when it was submitted first.
 */
export function isOutstanding({ status, sentFrom }: Pick<Standing, 'status' | 'sentFrom'>): boolean {
  if (status === 'awaiting-sign-off') return sentFrom !== 'changes-requested'
  return status === 'not-started' || status === 'in-progress'
}

export function timelinessOf(standing: Standing, on: LocalDate): Timeliness {
  const { filedAt, dueOn } = standing
  if (filedAt === null || isOutstanding(standing)) {
    const days = daysBetween(on, dueOn)
    return days < 0 ? { kind: 'overdue', days: -days } : { kind: 'outstanding', days }
  }
  if (filedAt < midnightAfter(dueOn)) return { kind: 'on-time' }
  return { kind: 'late', days: daysBetween(dueOn, londonDate(filedAt)) }
}

const midnights = new Map<LocalDate, Instant>()

/** Asked of every return, and few days are due days. */
function midnightAfter(day: LocalDate): Instant {
  const midnight = midnights.get(day) ?? lateFrom(day)
  midnights.set(day, midnight)
  return midnight
}

/** What the collection can be narrowed to, beside a status. */
export const standings = ['outstanding', 'overdue', 'on-time', 'late', 'extended'] as const
export type StandingName = (typeof standings)[number]

export const standingNames: Record<StandingName, string> = {
  outstanding: 'Outstanding',
  overdue: 'Overdue',
  'on-time': 'Filed on time',
  late: 'Filed late',
  extended: 'Extended',
}

/** Whether a return is among those asked for. One that is overdue is outstanding, too. */
export function isAmong(
  { status, timeliness, isExtended }: { status: ReturnStatus; timeliness: Timeliness; isExtended: boolean },
  wanted: ReturnStatus | StandingName,
): boolean {
  if (wanted === 'extended') return isExtended
  if (wanted === 'outstanding') return ['outstanding', 'overdue'].includes(timeliness.kind)
  return status === wanted || timeliness.kind === wanted
}
