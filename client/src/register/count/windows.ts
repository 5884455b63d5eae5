/** Whose marks count when: the period for every pupil, and for mentored pupils the window of their baseline. */
import { spanOf, termBefore } from '@inclusion/shared/attendance/baseline-window'
import type { BaselineCounts, CountRequest, Member, Window } from '../counts.ts'
import { dayOf } from '../register.ts'

/** Days as in `Marks`: from the first, to before the last. */
export type Days = { from: number; to: number }

export type Windows = {
  period: Days
  /** 1 for each pupil of the mentored cohort; null while no cohort was given. */
  isMentored: Uint8Array | null
  mentored: number
  /** For each pupil the window of her baseline; empty (0 to 0) where she is not mentored. */
  baselineFrom: Int32Array
  baselineTo: Int32Array
  /** The windows that there are, each once. */
  baselines: readonly Days[]
  /** The cohort's members, each with her window, as it was asked. */
  members: readonly Placed[]
  asked: CountRequest['baseline']
  startLater: number
}

/** A member, and the window that her baseline is taken from. */
export type Placed = Member & { window: Window }

const daysOf = ({ startsOn, endsBefore }: Window): Days => ({ from: dayOf(startsOn), to: dayOf(endsBefore) })

/** The windows of a count. Members who start after the period belong to a later period's cohort. */
export function planWindows(pupils: number, request: CountRequest): Windows {
  const { period, baseline } = request
  const isNow = ({ startsOn }: Member) => startsOn === null || startsOn < period.endsBefore
  const named = [...new Map((request.members ?? []).map((member) => [member.pupil, member])).values()]
  const members = named.filter(isNow).map((member) => ({ ...member, window: windowOf(member, baseline) }))
  const isMentored = new Uint8Array(pupils)
  const baselineFrom = new Int32Array(pupils)
  const baselineTo = new Int32Array(pupils)
  for (const { pupil, window } of members) {
    const { from, to } = daysOf(window)
    isMentored[pupil] = 1
    baselineFrom[pupil] = from
    baselineTo[pupil] = to
  }
  const windows = new Map(members.map(({ window }) => [JSON.stringify(window), daysOf(window)]))
  return {
    period: daysOf(period),
    isMentored: request.members === null ? null : isMentored,
    mentored: members.length,
    baselineFrom,
    baselineTo,
    baselines: [...windows.values()],
    members,
    asked: baseline,
    startLater: named.length - members.length,
  }
}

function windowOf({ startsOn }: Member, { kind, window }: CountRequest['baseline']): Window {
  return kind === 'term-before-start' && startsOn !== null ? termBefore(startsOn) : window
}

/**
 * What the windows of those who were there come to together. Where nobody's start is known all have the one
 * window, whatever the programme prefers; and so it is said.
 */
export function baselineCounted(
  { members, asked }: Windows,
  wasThere: (member: Placed) => boolean,
): BaselineCounts['window'] {
  const there = members.filter(wasThere)
  const isOwn = asked.kind === 'term-before-start' && there.some(({ startsOn }) => startsOn !== null)
  const span = spanOf(there.map(({ window }) => window)) ?? asked.window
  return { ...span, kind: isOwn ? 'term-before-start' : 'one-window' }
}
