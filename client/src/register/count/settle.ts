/**
 * Which marks count: those of the period and of a baseline's window, one for each pupil and session. Equal
 * repeats count once; different marks are a conflict, that only the head can settle.
 */
import type { Conflict, Duplicates } from '../counts.ts'
import { dateOf, type Register } from '../register.ts'
import { noMark } from './mark-codes.ts'
import { sessionTable } from './session-table.ts'
import type { Windows } from './windows.ts'

/** What becomes of a mark. A disputed one waits for her; an overruled one lost to the other. */
export const fates = { leftOut: 0, counted: 1, repeated: 2, disputed: 3, overruled: 4 } as const

export type Settled = {
  /** One of `fates` for each mark. */
  fate: Uint8Array
  before: number
  after: number
  repeated: number
  /** Sessions in conflict, with their marks in the order they were read: numbers of marks. */
  disputes: ReadonlyMap<number, number[]>
}

/** Settles every mark. `codes` are those of the vocabulary. */
export function settle(
  { marks }: Register,
  codes: Int8Array,
  windows: Windows,
  duplicates: Duplicates,
): Settled {
  const fate = new Uint8Array(marks.length)
  // What means "no mark" stands apart: it repeats its like, and contradicts nothing.
  const [firstMark, firstNone] = [sessionTable(marks), sessionTable(marks)]
  const disputes = new Map<number, number[]>()
  let [before, after, repeated] = [0, 0, 0]
  for (let at = 0; at < marks.length; at++) {
    const day = marks.day[at]!
    if (!isAsked(windows, marks.pupil[at]!, day)) {
      if (day < windows.period.from) before++
      else after++
      continue
    }
    const first = codes[marks.mark[at]!] === noMark ? firstNone(at) : firstMark(at)
    fate[at] = first === at ? fates.counted : fates.repeated
    if (first !== at) meet(first, at)
  }
  for (const dispute of disputes.values()) settleDispute(dispute, duplicates, fate)
  return { fate, before, after, repeated, disputes }

  /** A second mark of a session: the same again, or a dispute. */
  function meet(first: number, at: number): void {
    const dispute = disputes.get(first)
    const isEqual = (dispute ?? [first]).some((other) => isSame(other, at))
    if (isEqual) repeated++
    if (dispute) dispute.push(at)
    else if (!isEqual) disputes.set(first, [first, at])
  }

  /** Marks that are no code yet are told apart as they are written. */
  function isSame(other: number, at: number): boolean {
    const [left, right] = [marks.mark[other]!, marks.mark[at]!]
    return left === right || (codes[left]! >= 0 && codes[left] === codes[right])
  }
}

function isAsked({ period, baselineFrom, baselineTo }: Windows, pupil: number, day: number): boolean {
  return (day >= period.from && day < period.to) || (day >= baselineFrom[pupil]! && day < baselineTo[pupil]!)
}

function settleDispute(dispute: readonly number[], duplicates: Duplicates, fate: Uint8Array): void {
  const winner = duplicates === 'first' ? dispute[0] : dispute.at(-1)
  for (const at of dispute) {
    if (duplicates === null) fate[at] = fates.disputed
    else fate[at] = at === winner ? fates.counted : fates.overruled
  }
}

/** The conflicts as they were read, in words of the register. */
export function listConflicts({ marks, vocabulary }: Register, { disputes }: Settled): Conflict[] {
  return [...disputes.values()].map((dispute) => {
    const first = dispute[0]!
    return {
      pupil: marks.pupil[first]!,
      day: marks.day[first]!,
      session: marks.session[first] === 0 ? 0 : 1,
      marks: [...new Set(dispute.map((at) => vocabulary[marks.mark[at]!]!))],
    }
  })
}

/** The first and last day of any mark; null of none. */
export function daysSpanned({ marks }: Register): { firstDay: string | null; lastDay: string | null } {
  if (marks.length === 0) return { firstDay: null, lastDay: null }
  let [first, last] = [marks.day[0]!, marks.day[0]!]
  for (let at = 1; at < marks.length; at++) {
    const day = marks.day[at]!
    if (day < first) first = day
    else if (day > last) last = day
  }
  return { firstDay: dateOf(first), lastDay: dateOf(last) }
}
