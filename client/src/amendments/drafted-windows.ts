/** Collection windows as typed, and what is saved of them. Pure. */
import type { DraftWindow } from '@inclusion/shared/framework/amendment'
import { proposeWindow } from '@inclusion/shared/framework/windows'
import { comparePeriods, periodLabel, type PeriodId } from '@inclusion/shared/periods'
import { windowField } from './fault-places.ts'
import { dayText, readDay } from './typed-day-text.ts'

export type DraftedWindow = { periodId: PeriodId; isCollected: boolean; opensOn: string; dueOn: string }

/** A line for each period that has no window yet: as it is saved, or proposed like the ones before. */
export function draftWindows(
  periods: readonly PeriodId[],
  saved: readonly DraftWindow[],
  known: readonly DraftWindow[],
): DraftedWindow[] {
  const taken = new Set(known.map(({ periodId }) => periodId))
  const all = [
    ...new Set([...periods.filter((id) => !taken.has(id)), ...saved.map(({ periodId }) => periodId)]),
  ]
  return all.toSorted(comparePeriods).map((periodId) => {
    const window = saved.find((each) => each.periodId === periodId)
    const { opensOn, dueOn } = window ?? proposeWindow(periodId, known)
    // Before anything is saved every period is proposed.
    return {
      periodId,
      isCollected: window !== undefined || saved.length === 0,
      opensOn: dayText(opensOn),
      dueOn: dayText(dueOn),
    }
  })
}

export function readWindows(drafted: readonly DraftedWindow[]): DraftWindow[] {
  return drafted.flatMap(({ periodId, isCollected, opensOn, dueOn }) => {
    const [opens, due] = [readDay(opensOn), readDay(dueOn)]
    return isCollected && opens !== null && due !== null ? [{ periodId, opensOn: opens, dueOn: due }] : []
  })
}

/** What has to be mended before it can be saved. */
export function windowFaults(drafted: readonly DraftedWindow[]): { field: string; message: string }[] {
  return drafted
    .filter(({ isCollected }) => isCollected)
    .flatMap(({ periodId, opensOn, dueOn }) => {
      const label = periodLabel(periodId)
      const [opens, due] = [readDay(opensOn), readDay(dueOn)]
      const fault = (part: string, message: string) => ({ field: windowField(periodId, part), message })
      return [
        ...(opens === null
          ? [fault('opensOn', `Give the day on which ${label} opens, for example 1 1 2027`)]
          : []),
        ...(due === null
          ? [fault('dueOn', `Give the day on which ${label} is due, for example 31 1 2027`)]
          : []),
        ...(opens !== null && due !== null && due < opens
          ? [fault('dueOn', `Give a day for ${label} that comes after it opens`)]
          : []),
      ]
    })
}
