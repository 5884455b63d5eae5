/** When a window is open, and what of it may still be moved. Pure. */
import { addDays, shortDate, type LocalDate } from '../time.ts'

export type WindowDays = { opensOn: LocalDate; dueOn: LocalDate }

/** `closed`: the due day is past and every return is in, so that a change would change nothing. */
export type WindowState = 'to-come' | 'open' | 'past-due' | 'closed'

export const windowStateNames: Record<WindowState, string> = {
  'to-come': 'Not open yet',
  open: 'Open',
  'past-due': 'Past its due day',
  closed: 'Closed',
}

export function windowState(
  { opensOn, dueOn }: WindowDays,
  { on, outstanding }: { on: LocalDate; outstanding: number },
): WindowState {
  if (on < opensOn) return 'to-come'
  if (on <= dueOn) return 'open'
  return outstanding > 0 ? 'past-due' : 'closed'
}

/** The longest a due day may lie after its window opens: a year. */
export const longestWindowDays = 366

export type Fault = { field: 'opensOn' | 'dueOn'; message: string }

/**
 * What is wrong with moving a window to other days; null where they may be. What was open was open: boroughs
 * have begun. A day that is past cannot become the due day, as nobody could meet it.
 */
export function windowFault(now: WindowDays, wanted: WindowDays, on: LocalDate): Fault | null {
  const hasOpened = now.opensOn <= on
  if (hasOpened && wanted.opensOn !== now.opensOn)
    return fault('opensOn', `It opened on ${shortDate(now.opensOn)}. A window that has opened stays open`)
  if (!hasOpened && wanted.opensOn < on) return fault('opensOn', 'Choose today or a later day')
  if (wanted.dueOn < wanted.opensOn)
    return fault('dueOn', 'Choose a due day that is not before the day on which the window opens')
  if (wanted.dueOn !== now.dueOn && wanted.dueOn < on)
    return fault('dueOn', 'Choose today or a later day: nobody can meet a due day that is past')
  if (wanted.dueOn > addDays(wanted.opensOn, longestWindowDays))
    return fault('dueOn', 'Choose a due day within a year of the day on which the window opens')
  if (wanted.opensOn === now.opensOn && wanted.dueOn === now.dueOn)
    return fault('dueOn', 'These are the days it has now. Change one of them')
  return null
}

const fault = (field: Fault['field'], message: string): Fault => ({ field, message })
