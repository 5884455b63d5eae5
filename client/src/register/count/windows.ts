/** Whose marks count when: the period for every pupil, and for mentored pupils the window of their baseline. */
import { spanOf, termBefore } from '@inclusion/shared/attendance/baseline-window'
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import type { CountRequest, Member, Window } from '../counts.ts'
import { dayOf } from '../register.ts'

/** Days as in `Marks`: from the first, to before the last. */
export type Days = { from: number; to: number }

export type Windows = {
  period: Days
  /** 1 for each pupil of the mentored cohort; null while no cohort was given. */
  isMentored: Uint8Array | null
  /** For each pupil the window of her baseline; empty (0 to 0) where she is not mentored. */
  baselineFrom: Int32Array
  baselineTo: Int32Array
  /** What the windows of the baseline come to together. */
  baseline: Window & { kind: BaselineWindows }
  mentored: number
  startLater: number
}

const daysOf = ({ startsOn, endsBefore }: Window): Days => ({ from: dayOf(startsOn), to: dayOf(endsBefore) })

/** The windows of a count. Members who start after the period belong to a later period's cohort. */
export function planWindows(pupils: number, { period, members, baseline }: CountRequest): Windows {
  const now = (members ?? []).filter(({ startsOn }) => startsOn === null || startsOn < period.endsBefore)
  const isMentored = new Uint8Array(pupils)
  const baselineFrom = new Int32Array(pupils)
  const baselineTo = new Int32Array(pupils)
  for (const member of now.toReversed()) {
    const { from, to } = daysOf(windowOf(member, baseline))
    isMentored[member.pupil] = 1
    baselineFrom[member.pupil] = from
    baselineTo[member.pupil] = to
  }
  // Where nobody's start is known, all have the one window, whatever the programme prefers.
  const kind = now.some(({ startsOn }) => startsOn !== null) ? baseline.kind : 'one-window'
  const span = spanOf(now.map((member) => windowOf(member, baseline))) ?? baseline.window
  return {
    period: daysOf(period),
    isMentored: members === null ? null : isMentored,
    baselineFrom,
    baselineTo,
    baseline: { ...span, kind },
    mentored: isMentored.reduce((sum, one) => sum + one, 0),
    startLater: new Set(laterOf(members ?? [], now)).size,
  }
}

const laterOf = (members: readonly Member[], now: readonly Member[]): number[] =>
  members.filter((member) => !now.includes(member)).map(({ pupil }) => pupil)

function windowOf({ startsOn }: Member, { kind, window }: CountRequest['baseline']): Window {
  return kind === 'term-before-start' && startsOn !== null ? termBefore(startsOn) : window
}
