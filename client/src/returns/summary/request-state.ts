/** Whether what RMEL asked about was changed since the version that it gave back. Pure. */
import type { Comparisons } from '@inclusion/server/returns/comparisons'
import type { ReturnView } from '@inclusion/server/returns/view'
import { differencesBetween } from '@inclusion/shared/differences'
import { readLocator, wholeFigure, type Locator } from '@inclusion/shared/locators'

type Given = {
  view: Pick<ReturnView, 'marks' | 'versions'>
  compared: Pick<Comparisons, 'reviewed' | 'shown'>
}

/**
 * Of a figure, whether it or a category of it says something else now, or its note or evidence does. Counts of
 * attendance are no part of a version's figures: of those, whether they were saved after it was filed.
 */
export function changedSince(
  { marks, versions }: Given['view'],
  { reviewed, shown }: Given['compared'],
): (locator: Locator) => boolean {
  const differences = reviewed ? differencesBetween(reviewed.filing.figures, shown.figures) : []
  const changed = new Set(differences.map(({ locator }) => wholeFigure(locator)))
  const filedAt = versions.at(-1)?.submittedAt ?? ''
  return (locator) => {
    if (readLocator(locator).kind !== 'attendance') return changed.has(wholeFigure(locator))
    return Object.entries(marks).some(
      ([place, { at }]) => wholeFigure(place) === wholeFigure(locator) && at > filedAt,
    )
  }
}
