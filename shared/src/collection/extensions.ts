/** How far a return's due day may be extended. Pure. */
import { addDays, shortDate, type LocalDate } from '../time.ts'

/** From the due day of its window: longer than that, another window is meant. */
export const longestExtensionDays = 180

/**
 * What is wrong with a last day of an extension; null where it may be. It can be granted after the due day too: from
 * then on the return has until that day. It never ends in the past, nor before the window's own due day.
 */
export function extensionFault(
  dueOn: LocalDate,
  { windowDueOn, on }: { windowDueOn: LocalDate; on: LocalDate },
): string | null {
  const last = addDays(windowDueOn, longestExtensionDays)
  if (dueOn <= windowDueOn)
    return `Choose a day after ${shortDate(windowDueOn)}, when it is due without an extension`
  if (dueOn < on) return 'Choose today or a later day'
  if (dueOn > last) return `An extension lasts at most ${longestExtensionDays} days: until ${shortDate(last)}`
  return null
}
