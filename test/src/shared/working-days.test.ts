import { addDays, daysBetween, type LocalDate } from '@inclusion/shared/time'
import {
  addWorkingDays,
  bankHolidayOn,
  bankHolidays,
  isWorkingDay,
  workingDaysBetween,
} from '@inclusion/shared/working-days'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const first = '1990-01-01'
const everyDay = Array.from({ length: daysBetween(first, '2060-12-31') + 1 }, (_, index) =>
  addDays(first, index),
)
const everyYear = Array.from({ length: 71 }, (_, index) => 1990 + index)
const day = fc.constantFrom(...everyDay)
const count = fc.integer({ min: 0, max: 600 })
const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay()
const daysOf = (year: number): string[] => bankHolidays(year).map((holiday) => holiday.day)

describe('bank holidays of England', () => {
  test.each([
    // As gov.uk/bank-holidays lists them, with the substitutes.
    [1995, ['01-02', '04-14', '04-17', '05-08', '05-29', '08-28', '12-25', '12-26']],
    [1999, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28', '12-31']],
    [2002, ['01-01', '03-29', '04-01', '05-06', '06-03', '06-04', '08-26', '12-25', '12-26']],
    [2011, ['01-03', '04-22', '04-25', '04-29', '05-02', '05-30', '08-29', '12-26', '12-27']],
    [2012, ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26']],
    [2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
    [2021, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
    [2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
    [2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']],
    [2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
  ])('of %i', (year, days) => {
    expect(daysOf(year)).toEqual(days.map((monthAndDay) => `${year}-${monthAndDay}`))
  })

  test('are eight a year, and more only where one was proclaimed', () => {
    const more = everyYear.filter((year) => bankHolidays(year).length !== 8)
    expect(more).toEqual([1999, 2002, 2011, 2012, 2022, 2023])
    expect(more.map((year) => bankHolidays(year).length)).toEqual([9, 9, 9, 9, 10, 9])
  })

  test('are all different weekdays of their own year, in order, and each has its name', () => {
    for (const year of everyYear) {
      const days = daysOf(year)
      expect(days).toEqual([...new Set(days)].toSorted())
      expect(days.filter((date) => [0, 6].includes(weekday(date)) || !date.startsWith(`${year}-`))).toEqual(
        [],
      )
      expect(days.map((date) => bankHolidayOn(date)?.name ?? '')).not.toContain('')
    }
    expect(bankHolidayOn('2023-05-08')?.name).toBe('Coronation of King Charles III')
    expect(bankHolidayOn('2023-05-09')).toBeUndefined()
  })
})

describe('working days', () => {
  test('are the weekdays without bank holidays, every day from 1990 to 2060', () => {
    const wrong = everyDay.filter((date) => {
      const isOff = [0, 6].includes(weekday(date)) || daysOf(Number(date.slice(0, 4))).includes(date)
      return isWorkingDay(date) === isOff
    })
    expect(wrong).toEqual([])
    expect(everyDay.filter(isWorkingDay)).toHaveLength(
      everyDay.filter((date) => ![0, 6].includes(weekday(date))).length - 575,
    )
  })

  test('counted are those found by looking at each day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const to = addDays(from, length)
        const looked = Array.from({ length }, (_, index) => addDays(from, index + 1)).filter(isWorkingDay)
        expect(workingDaysBetween(from, to)).toBe(looked.length)
      }),
    )
  })

  test('are counted the same in pieces, and backwards with the sign turned', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, c)).toBe(workingDaysBetween(a, c))
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, a)).toBe(0)
      }),
    )
  })

  test('added are those counted; taken away from a working day, too', () => {
    fc.assert(
      fc.property(day, count, (date, working) => {
        const after = addWorkingDays(date, working)
        expect(workingDaysBetween(date, after)).toBe(working)
        if (!isWorkingDay(date)) return
        const before = addWorkingDays(date, -working)
        expect(workingDaysBetween(before, date)).toBe(working)
        expect(addWorkingDays(before, working)).toBe(date)
      }),
    )
  })

  test('are reached by adding, never a day off, and the day itself by adding none', () => {
    fc.assert(
      fc.property(day, count, (date, working) => {
        expect(addWorkingDays(date, 0)).toBe(date)
        expect(isWorkingDay(addWorkingDays(date, working + 1))).toBe(true)
        expect(isWorkingDay(addWorkingDays(date, -working - 1))).toBe(true)
      }),
    )
  })

  test.each([
    ['2026-01-31', -3, '2026-01-28'],
    ['2026-01-31', 1, '2026-02-02'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2022-06-01', 1, '2022-06-06'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-29', -1, '2026-12-24'],
  ])('from %s, %i on: %s', (from, working, reached) => {
    expect(addWorkingDays(from, working)).toBe(reached)
  })
})
