/** Why a save was refused, told figure by figure. */
import type { FigureChange } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import type { ProblemBody } from '@inclusion/shared/problems'

/** One figure that two people changed: both values, who and when. */
export type Conflict = {
  locator: Locator
  yours: FigureChange
  /** The figure as it is stored now, or a setting's counts; null when it is blank. */
  theirs: Record<string, unknown> | null
  /** The revision to save over. */
  revision: number
  by: string | null
  at: string | null
}

/** The service cannot save just now, but the same request may do later. */
export const isPassing = ({ status, type }: ProblemBody): boolean =>
  (status >= 500 && type !== 'no-space') || status === 429

/** Refusals whose items say what is wrong, each with its own figure. */
const inItems = new Set<ProblemBody['type']>(['invalid-request', 'personal-data'])

/** Which of the changes are refused, and how. Empty when the problem names none of them. */
export function sortRefusal(
  problem: ProblemBody,
  changes: readonly FigureChange[],
): { conflicts: Record<Locator, Conflict>; refusals: Record<Locator, string> } {
  const sent = new Map(changes.map((change) => [change.locator, change]))
  if (problem.type === 'figure-changed') {
    const conflicts = (problem['conflicts'] as Conflict[]).filter(({ locator }) => sent.has(locator))
    return { conflicts: Object.fromEntries(conflicts.map((each) => [each.locator, each])), refusals: {} }
  }
  const named = (problem.errors ?? []).flatMap(({ field, message }): [Locator, string][] => {
    const locator = sent.has(field)
      ? field
      : changes[Number(/^changes\.(\d+)/.exec(field)?.[1] ?? -1)]?.locator
    // Of most refusals the problem itself says why, and the item only that this figure was not saved.
    return locator ? [[locator, inItems.has(problem.type) ? message : (problem.detail ?? problem.title)]] : []
  })
  return { conflicts: {}, refusals: Object.fromEntries(named) }
}
