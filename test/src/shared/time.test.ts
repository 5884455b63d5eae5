import {
  addDays,
  atLondonTime,
  daysBetween,
  lateFrom,
  LocalDate,
  londonDate,
  londonOffset,
  londonTime,
  longDate,
  shortDate,
  shortMoment,
} from '@inclusion/shared/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const first = '1990-01-01'
const everyDay = Array.from({ length: daysBetween(first, '2060-12-31') + 1 }, (_, index) =>
  addDays(first, index),
)
const day = fc.constantFrom(...everyDay)
const minutesLater = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** The last Sunday of a month, by looking. */
function lastSunday(year: number, month: '03' | '10'): string {
  const days = Array.from({ length: 7 }, (_, index) => `${year}-${month}-${31 - index}`)
  return days.find((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 0)!
}

describe('days', () => {
  test('follow each other without a gap from 1990 to 2060, leap days among them', () => {
    expect(everyDay).toHaveLength(25_933)
    expect(new Set(everyDay).size).toBe(everyDay.length)
    expect(everyDay.filter((date) => date.endsWith('-02-29'))).toHaveLength(18)
    expect(everyDay.every((date) => LocalDate.safeParse(date).success)).toBe(true)
  })

  test('added and counted undo each other', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(addDays(addDays(date, days), -days)).toBe(date)
      }),
    )
  })

  test('are counted the same in pieces, and backwards with the sign turned', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(daysBetween(a, b) + daysBetween(b, c)).toBe(daysBetween(a, c))
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0)
      }),
    )
  })
})

describe('London', () => {
  test('midnight of every day from 1990 to 2060 is that day, and the moment before is the day before', () => {
    const wrong = everyDay.filter((date) => {
      const midnight = atLondonTime(date, '00:00')
      const before = new Date(Date.parse(midnight) - 1).toISOString()
      return londonDate(midnight) !== date || londonDate(before) !== addDays(date, -1)
    })
    expect(wrong).toEqual([])
  })

  test('a return is late from midnight after its due day, not a minute sooner, in winter and in summer', () => {
    fc.assert(
      fc.property(day, (dueOn) => {
        const late = lateFrom(dueOn)
        expect(londonDate(late)).toBe(addDays(dueOn, 1))
        expect(londonTime(late)).toBe('12:00am')
        expect(londonDate(minutesLater(late, -1))).toBe(dueOn)
        expect(londonTime(minutesLater(late, -1))).toBe('11:59pm')
      }),
    )
  })

  test('a due day has 24 hours, but 23 when clocks go forward and 25 when they go back', () => {
    const hours = (date: string): number =>
      (Date.parse(lateFrom(date)) - Date.parse(atLondonTime(date, '00:00'))) / 3_600_000
    for (let year = 1996; year <= 2060; year++) {
      const changes = [lastSunday(year, '03'), lastSunday(year, '10')] as const
      expect([hours(changes[0]), hours(changes[1])], String(year)).toEqual([23, 25])
      const others = everyDay.filter((date) => date.startsWith(String(year)) && !changes.includes(date))
      expect(others.filter((date) => hours(date) !== 24)).toEqual([])
    }
  })

  test('is an hour ahead from one in the morning (UTC) of the last Sunday of March to that of October', () => {
    for (let year = 1996; year <= 2060; year++) {
      const forward = `${lastSunday(year, '03')}T01:00:00.000Z`
      const back = `${lastSunday(year, '10')}T01:00:00.000Z`
      const offsets = [minutesLater(forward, -1), forward, minutesLater(back, -1), back].map(londonOffset)
      expect(offsets, String(year)).toEqual([0, 60, 60, 0])
    }
  })

  test('a time on the clock comes back from its instant, outside the hour that summer skips', () => {
    const hour = fc.integer({ min: 2, max: 23 })
    const minute = fc.integer({ min: 0, max: 59 })
    fc.assert(
      fc.property(day, hour, minute, (date, h, m) => {
        const text = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`
        const instant = atLondonTime(date, text)
        const twelve = `${h % 12 === 0 ? 12 : h % 12}:${String(m).padStart(2, '0')}${h < 12 ? 'am' : 'pm'}`
        expect(londonDate(instant)).toBe(date)
        expect(londonTime(instant)).toBe(twelve)
        expect(shortMoment(instant)).toBe(`${shortDate(date)}, ${twelve}`)
      }),
    )
  })
})

test('dates are written as people write them', () => {
  expect(shortDate('2026-01-31')).toBe('31 January 2026')
  expect(longDate('2026-01-31')).toBe('Saturday 31 January 2026')
  expect(shortMoment('2026-07-01T13:05:00.000Z')).toBe('1 July 2026, 2:05pm')
})
