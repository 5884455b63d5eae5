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
    const code = codes[marks.mark[at]!]!
    const first = code === noMark ? firstNone(at) : firstMark(at)
    const dispute = disputes.get(first)
    const equal = (dispute ?? [first]).some((other) => means(other, code, at))
    fate[at] = first === at ? fates.counted : fates.repeated
    if (first !== at && equal) repeated++
    if (dispute) dispute.push(at)
    else if (!equal) disputes.set(first, [first, at])
  }
  for (const dispute of disputes.values()) settleDispute(dispute, duplicates, fate)
  return { fate, before, after, repeated, disputes }

  /** Marks that are no code yet are told apart as they are written. */
  function means(other: number, code: number, at: number): boolean {
    const otherMark = marks.mark[other]!
    return otherMark === marks.mark[at] || (code >= 0 && codes[otherMark] === code)
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

/** More conflicts than a person reads one by one: beyond, their number says it. */
export const mostListed = 500

/** The first conflicts as they were read, in words of the register. */
export function listConflicts({ marks, vocabulary }: Register, { disputes }: Settled): Conflict[] {
  return [...disputes.values()].slice(0, mostListed).map((dispute) => {
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
