/** What has to be mended before an extension can be sent, all of it at once. Pure. */
import type { DueDayView } from '@inclusion/server/collection/extension-view'
import { extensionFault } from '@inclusion/shared/collection/extensions'
import { noRealDate } from '@inclusion/shared/time'
import { isDate } from '../ui/typed-date.ts'

type Wanted = { dueOn: string; reason: string }
type Fault = { field: keyof Wanted; message: string }

const shortestReason = 10

export function extensionFaults(
  { dueOn, reason }: Wanted,
  { windowDueOn, today }: Pick<DueDayView, 'windowDueOn' | 'today'>,
): Fault[] {
  const ofDay = isDate(dueOn) ? extensionFault(dueOn, { windowDueOn, on: today }) : noRealDate
  return [
    ...(ofDay === null ? [] : [{ field: 'dueOn' as const, message: ofDay }]),
    ...(reason.trim().length < shortestReason
      ? [{ field: 'reason' as const, message: 'Write a sentence that says who asked, and why' }]
      : []),
  ]
}
