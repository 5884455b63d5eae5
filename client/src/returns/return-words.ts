/** A return in words: what it is, when it is due, and how long something takes. */
import type { ReturnLine } from '@inclusion/server/returns/view'
import { londonDate, londonTime, longDate, shortDate } from '@inclusion/shared/time'

/** What a page of a return belongs to, above its title. */
export const returnCaption = ({
  programme,
  authority,
  period,
}: Pick<ReturnLine, 'programme' | 'authority' | 'period'>): string =>
  `${authority.name}, ${programme.name}, ${period.label}`

/** "Due Saturday 31 January 2026, 11 days left" or "3 days late". */
export function dueWords({ dueOn, daysLeft }: Pick<ReturnLine, 'dueOn' | 'daysLeft'>): string {
  return daysLeft === null ? longDate(dueOn) : `${longDate(dueOn)}, ${daysLeftWords(daysLeft)}`
}

export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'today'
  return daysLeft > 0 ? `${dayWords(daysLeft)} left` : `${dayWords(-daysLeft)} late`
}

export const dayWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

/** How long somebody has had a return. */
export const heldWords = (days: number): string => (days === 0 ? 'since today' : dayWords(days))

export const whoAndWhen = ({ by, at }: { by: string; at: string }): string =>
  `${by}, ${shortDate(londonDate(at))}, ${londonTime(at)}`
