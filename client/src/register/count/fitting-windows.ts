/** Which baseline fits the register and the list, until she chooses. */
import { termBefore } from '@inclusion/shared/attendance/baseline-window'
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import type { Member, Window } from '../counts.ts'
import { dayOf, type Register } from '../register.ts'

/** The term before each start where every member has one, and the register reaches into each of these terms. */
export function fittingWindows({ marks }: Register, members: readonly Member[]): BaselineWindows {
  const starts = members.map(({ startsOn }) => startsOn).filter((startsOn) => startsOn !== null)
  if (starts.length === 0 || starts.length < members.length) return 'one-window'
  const terms = new Map(starts.map(termBefore).map((term) => [term.startsOn, term]))
  const waiting = [...terms.values()].map(({ startsOn, endsBefore }) => {
    return { from: dayOf(startsOn), to: dayOf(endsBefore), isThere: false }
  })
  for (let at = 0; at < marks.length; at++)
    for (const term of waiting)
      if (marks.day[at]! >= term.from && marks.day[at]! < term.to) term.isThere = true
  return waiting.every(({ isThere }) => isThere) ? 'term-before-start' : 'one-window'
}

/** How many had begun before the end of the one window: part of what it counts is no longer a baseline. */
export function begunBefore(members: readonly Member[], { startsOn: from, endsBefore }: Window): number {
  if (from >= endsBefore) return 0
  return members.filter(({ startsOn }) => startsOn !== null && startsOn < endsBefore).length
}
