import { extensionFault, longestExtensionDays } from '@inclusion/shared/collection/extensions'
import { isReminderDay, isReminderTime, reminderDay } from '@inclusion/shared/collection/reminders'
import { isAmong, isOutstanding, timelinessOf } from '@inclusion/shared/collection/timeliness'
import { windowFault, windowState } from '@inclusion/shared/collection/windows'
import { returnStatuses } from '@inclusion/shared/returns'
import { addDays, atLondonTime, daysBetween, lateFrom, londonDate } from '@inclusion/shared/time'
import { isWorkingDay, workingDaysBetween } from '@inclusion/shared/working-days'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const first = '1990-01-01'
const everyDay = Array.from({ length: daysBetween(first, '2060-12-31') + 1 }, (_, index) =>
  addDays(first, index),
)
const day = fc.constantFrom(...everyDay)
const offset = fc.integer({ min: -40, max: 40 })
const minutesLater = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

describe('the timeliness of a return', () => {
  const filed = { status: 'submitted', sentFrom: null } as const

  test('turns from on time to late at midnight in London after its due day, whatever the season', () => {
    fc.assert(
      fc.property(day, (dueOn) => {
        const midnight = lateFrom(dueOn)
        const at = (filedAt: string) => timelinessOf({ ...filed, filedAt, dueOn }, londonDate(filedAt))
        expect(at(minutesLater(midnight, -1))).toEqual({ kind: 'on-time' })
        expect(at(midnight)).toEqual({ kind: 'late', days: 1 })
      }),
    )
  })

  test('of one that is not filed is the days it has left, or those that are past', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), (dueOn, left) => {
        const standing = { status: 'in-progress', sentFrom: null, filedAt: null, dueOn } as const
        const { kind, days } = { days: 0, ...timelinessOf(standing, addDays(dueOn, -left)) }
        expect([kind, days]).toEqual(left < 0 ? ['overdue', -left] : ['outstanding', left])
      }),
    )
  })

  test('every status is outstanding or is not, and each kind is among what is asked for', () => {
    const open = returnStatuses.filter((status) => isOutstanding({ status, sentFrom: 'in-progress' }))
    expect(open).toEqual(['not-started', 'in-progress', 'awaiting-sign-off'])
    const overdue = { kind: 'overdue', days: 3 } as const
    const given = { status: 'in-progress', timeliness: overdue, isExtended: true } as const
    const asked = [
      'outstanding',
      'overdue',
      'extended',
      'in-progress',
      'late',
      'on-time',
      'accepted',
    ] as const
    expect(asked.filter((wanted) => isAmong(given, wanted))).toEqual(asked.slice(0, 4))
  })
})

describe('a window', () => {
  const window = { opensOn: '2026-01-01', dueOn: '2026-01-31' }

  test('is to come, open, past its due day while something is out, then closed', () => {
    const state = (on: string, outstanding = 1) => windowState(window, { on, outstanding })
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((on) => state(on))).toEqual([
      ...['to-come', 'open', 'open', 'past-due'],
    ])
    expect(state('2026-02-01', 0)).toBe('closed')
  })

  test('never opens later once it has opened, nor is due before it opens or on a day that is past', () => {
    fc.assert(
      fc.property(day, offset, offset, fc.integer({ min: -60, max: 400 }), (on, opens, due, moved) => {
        const now = { opensOn: addDays(on, opens), dueOn: addDays(on, opens + Math.abs(due)) }
        const wanted = { opensOn: addDays(now.opensOn, moved % 7), dueOn: addDays(now.opensOn, moved) }
        const isRight =
          wanted.dueOn >= wanted.opensOn &&
          (now.opensOn <= on ? wanted.opensOn === now.opensOn : wanted.opensOn >= on) &&
          (wanted.dueOn === now.dueOn || wanted.dueOn >= on)
        expect(windowFault(now, wanted, on) !== null || isRight).toBe(true)
      }),
    )
  })
})

test('an extension ends after the window’s due day, today or later, within its longest', () => {
  const fault = (dueOn: string, on = '2026-01-20') => extensionFault(dueOn, { windowDueOn: '2026-01-31', on })
  expect(fault('2026-01-31')).toMatch(/after 31 January 2026/)
  expect(fault('2026-02-01')).toBeNull()
  expect(fault('2026-02-01', '2026-02-02')).toMatch(/today or a later day/)
  expect(fault(addDays('2026-01-31', longestExtensionDays))).toBeNull()
  expect(fault(addDays('2026-01-31', longestExtensionDays + 1))).toMatch(/at most 180 days/)
})

describe('reminders', () => {
  test('fall on working days, as many of them from the due day as their row says', () => {
    fc.assert(
      fc.property(day, offset, (dueOn, workingDays) => {
        const on = reminderDay(dueOn, workingDays)
        expect(isWorkingDay(on)).toBe(true)
        expect(isReminderDay(dueOn, on, [workingDays])).toBe(true)
        expect(workingDaysBetween(dueOn, on)).toBe(workingDays === 0 ? 0 : workingDays)
      }),
    )
  })

  test.each([
    [
      '2026-01-31',
      [-10, -3, 1, 5, 10],
      ['2026-01-16', '2026-01-27', '2026-02-02', '2026-02-06', '2026-02-13'],
    ],
    ['2026-04-30', [-10, -3, 1, 5], ['2026-04-16', '2026-04-27', '2026-05-01', '2026-05-08']],
    ['2025-12-31', [-3, 0, 1], ['2025-12-24', '2025-12-31', '2026-01-02']],
    ['2026-01-31', [0], ['2026-01-30']],
  ])('of a return due on %s, %j working days from it, come on %j', (dueOn, days, expected) => {
    expect(days.map((workingDays) => reminderDay(dueOn, workingDays))).toEqual(expected)
  })

  test('come between eight and six by London’s clock on every working day, and on no other', () => {
    fc.assert(
      fc.property(day, (date) => {
        const times = ['07:59', '08:00', '12:00', '17:59', '18:00']
        const told = times.map((time) => isReminderTime(atLondonTime(date, time)))
        expect(told).toEqual(times.map((_, index) => isWorkingDay(date) && index > 0 && index < 4))
      }),
      { numRuns: 1000 },
    )
    // Eight in the morning is seven in UTC in summer.
    expect(isReminderTime('2026-03-27T07:59:00.000Z')).toBe(false)
    expect(isReminderTime('2026-03-30T07:00:00.000Z')).toBe(true)
  })
})
