/** Weeks of the period without any mark: the setting was closed, or a file was not dropped. */
import type { Window } from '../counts.ts'
import { dateOf, type Register } from '../register.ts'
import type { Days } from './windows.ts'

/** Days since 1970 count from a Thursday. */
const fromMonday = 3
const schoolDays = 5
const weekOf = (day: number): number => Math.floor((day + fromMonday) / 7)

/**
 * Spans of school weeks (Monday to Friday, cut to the period) in which the register has no mark of anybody, in
 * order, neighbours as one. A week of which only a weekend lies in the period is none.
 */
export function weeksWithout({ marks }: Register, { from, to }: Days): Window[] {
  const marked = new Set<number>()
  for (let at = 0; at < marks.length; at++) {
    const day = marks.day[at]!
    if (day >= from && day < to) marked.add(weekOf(day))
  }
  const spans: { week: number; window: Window }[] = []
  for (let week = weekOf(from); week <= weekOf(to - 1); week++) {
    const monday = week * 7 - fromMonday
    const [first, after] = [Math.max(monday, from), Math.min(monday + schoolDays, to)]
    if (marked.has(week) || first >= after) continue
    const last = spans.at(-1)
    const endsBefore = dateOf(after)
    if (last?.week === week - 1) Object.assign(last, { week, window: { ...last.window, endsBefore } })
    else spans.push({ week, window: { startsOn: dateOf(first), endsBefore } })
  }
  return spans.map(({ window }) => window)
}
