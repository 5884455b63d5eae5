/** Weeks of the period of which the register says nothing: said, so that a month is not taken for a quarter. */
import { weeksWithout } from '@inclusion/client/register/count/weeks-without'
import { dateOf, dayOf } from '@inclusion/client/register/register'
import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { registerOf } from './build-register.ts'

const autumn = { from: dayOf('2025-10-01'), to: dayOf('2026-01-01') }
const on = (...days: string[]) =>
  registerOf(days.map((day) => ({ pupil: 0, day, session: 0 as const, mark: '/' })))
const mondays = Array.from({ length: 14 }, (_, week) => dateOf(dayOf('2025-09-29') + 7 * week))

test('a register of October alone lacks the rest of the quarter', () => {
  const october = on('2025-10-02', '2025-10-06', '2025-10-17', '2025-10-24')
  expect(weeksWithout(october, autumn)).toEqual([{ startsOn: '2025-10-27', endsBefore: '2026-01-01' }])
})

test('half-term and Christmas are each one span, from Monday to Friday or to the end of the period', () => {
  const open = mondays.slice(1).filter((day) => day !== '2025-10-27' && day < '2025-12-22')
  expect(weeksWithout(on('2025-10-03', ...open), autumn)).toEqual([
    { startsOn: '2025-10-27', endsBefore: '2025-11-01' },
    { startsOn: '2025-12-22', endsBefore: '2026-01-01' },
  ])
})

test('marks before and after the period do not stand for its weeks; a weekend alone is no week', () => {
  // 1 November 2025 is a Saturday.
  const november = { from: dayOf('2025-11-01'), to: dayOf('2025-11-08') }
  expect(weeksWithout(on('2025-10-31', '2025-11-10'), november)).toEqual([
    { startsOn: '2025-11-03', endsBefore: '2025-11-08' },
  ])
})

test('every school day of the period lies in a span or in a week with a mark, never in both', () => {
  const day = integer({ min: autumn.from - 20, max: autumn.to + 20 }).map(dateOf)
  assert(
    property(array(day, { maxLength: 30 }), (days) => {
      const spans = weeksWithout(on(...days), autumn)
      const marked = new Set(days.map((each) => Math.floor((dayOf(each) + 3) / 7)))
      const inPeriod = (at: number) => at >= autumn.from && at < autumn.to
      for (let at = autumn.from; at < autumn.to; at++) {
        if ((at + 3) % 7 > 4) continue
        const isSaid = spans.some(
          ({ startsOn, endsBefore }) => dayOf(startsOn) <= at && at < dayOf(endsBefore),
        )
        const week = Math.floor((at + 3) / 7)
        const hasMark =
          marked.has(week) &&
          days.some((each) => inPeriod(dayOf(each)) && Math.floor((dayOf(each) + 3) / 7) === week)
        expect(isSaid).toBe(!hasMark)
      }
    }),
  )
})
