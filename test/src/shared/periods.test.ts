import {
  academicYearsOf,
  comparePeriods,
  easterSunday,
  financialQuarterId,
  nextPeriod,
  PeriodId,
  periodLabel,
  periodMonths,
  periodOf,
  previousPeriod,
  schoolTermId,
  yearLabel,
} from '@inclusion/shared/periods'
import { addDays, daysBetween } from '@inclusion/shared/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const years = Array.from({ length: 71 }, (_, index) => 1990 + index)
const quarters = years.flatMap((year) => [1, 2, 3, 4].map((quarter) => financialQuarterId(year, quarter)))
const terms = years.flatMap((year) => [1, 2, 3].map((term) => schoolTermId(year, term)))
const calendars = [
  ['financial quarters', quarters],
  ['school terms', terms],
] as const
const everyPeriod = fc.constantFrom(...quarters, ...terms)

describe.each(calendars)('%s from 1990 to 2060', (_, periods) => {
  test('follow each other without a gap and without an overlap', () => {
    const gaps = periods
      .slice(1)
      .filter((id, index) => periodOf(id).startsOn !== periodOf(periods[index]!).endsBefore)
    expect(gaps).toEqual([])
    expect(periods.filter((id) => daysBetween(periodOf(id).startsOn, periodOf(id).endsBefore) < 79)).toEqual(
      [],
    )
  })

  test('know the one before and the one after, which undo each other', () => {
    periods.slice(1).forEach((id, index) => {
      expect(previousPeriod(id)).toBe(periods[index])
      expect(nextPeriod(periods[index]!)).toBe(id)
    })
  })

  test('are ordered by time', () => {
    const pair = fc.tuple(fc.nat(periods.length - 1), fc.nat(periods.length - 1))
    fc.assert(
      fc.property(pair, ([left, right]) => {
        expect(Math.sign(comparePeriods(periods[left]!, periods[right]!))).toBe(Math.sign(left - right))
      }),
    )
  })

  test('have ids that parse', () => {
    expect(periods.filter((id) => !PeriodId.safeParse(id).success)).toEqual([])
    expect(new Set(periods).size).toBe(periods.length)
  })
})

describe('financial quarters', () => {
  test('begin in April, July, October and January', () => {
    const begins = [1, 2, 3, 4].map((quarter) => periodOf(financialQuarterId(2025, quarter)).startsOn)
    expect(begins).toEqual(['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'])
    expect(periodOf('FY2025-26-Q4').endsBefore).toBe('2026-04-01')
  })

  test('July to September lies in two academic years, the other quarters in one', () => {
    for (const id of quarters) expect(academicYearsOf(id)).toHaveLength(id.endsWith('Q2') ? 2 : 1)
    expect(academicYearsOf('FY2025-26-Q2')).toEqual(['2024-25', '2025-26'])
    expect(academicYearsOf('FY2025-26-Q4')).toEqual(['2025-26'])
  })

  test('are named by their months', () => {
    expect(periodMonths('FY2025-26-Q3')).toBe('October to December 2025')
    expect(periodLabel('FY2025-26-Q3')).toBe('October to December 2025 (2025-26 Q3)')
    expect(periodLabel('FY1999-00-Q4')).toBe('January to March 2000 (1999-00 Q4)')
  })
})

test('academic years of a period are those of its days, looked at one by one', () => {
  fc.assert(
    fc.property(everyPeriod, (id) => {
      const { startsOn, endsBefore } = periodOf(id)
      const days = Array.from({ length: daysBetween(startsOn, endsBefore) }, (_, index) =>
        addDays(startsOn, index),
      )
      const seen = days.map((date) => {
        const year = Number(date.slice(0, 4))
        return yearLabel(date >= `${year}-09-01` ? year : year - 1)
      })
      expect(academicYearsOf(id)).toEqual([...new Set(seen)])
    }),
  )
})

test.each([
  'FY2025-27-Q1',
  'FY2025-26-Q5',
  'FY2025-26',
  'AY2025-26-winter',
  'AY2025-26-Q1',
  'fy2025-26-q1',
  'FY2025-26-Q1 ',
  '',
])('%j is not a period', (id) => {
  expect(PeriodId.safeParse(id).success).toBe(false)
  expect(() => periodOf(id)).toThrow(RangeError)
})

describe('school terms and Easter', () => {
  /**
   * The church's own table for 1900 to 2199 (Book of Common Prayer): the paschal full moon by golden
   * number. Easter is the Sunday after it. Another way than the one the service works it out by.
   */
  const fullMoons =
    '04-14 04-03 03-23 04-11 03-31 04-18 04-08 03-28 04-16 04-05 03-25 04-13 04-02 03-22 04-10 03-30 04-17 04-07 03-27'.split(
      ' ',
    )
  function easterByTable(year: number): string {
    const fullMoon = `${year}-${fullMoons[year % 19]}`
    const weekday = new Date(`${fullMoon}T00:00:00Z`).getUTCDay()
    return addDays(fullMoon, 7 - weekday)
  }

  test('Easter is where the table of the church has it, 1900 to 2199', () => {
    for (let year = 1900; year < 2200; year++) expect(easterSunday(year)).toBe(easterByTable(year))
  })

  test.each([
    ['1990', '1990-04-15'],
    ['2008 (early)', '2008-03-23'],
    ['2024', '2024-03-31'],
    ['2025', '2025-04-20'],
    ['2026', '2026-04-05'],
    ['2038 (the latest there is)', '2038-04-25'],
    ['2060', '2060-04-18'],
  ])('Easter of %s', (_, date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date)
  })

  test('spring ends with Easter Sunday, summer with July, autumn with December', () => {
    for (const year of years) {
      const [autumn, spring, summer] = [1, 2, 3].map((term) => periodOf(schoolTermId(year, term)))
      expect(autumn!.startsOn).toBe(`${year}-08-01`)
      expect(spring!.startsOn).toBe(`${year + 1}-01-01`)
      expect(addDays(spring!.endsBefore, -1)).toBe(easterSunday(year + 1))
      expect(summer!.endsBefore).toBe(`${year + 1}-08-01`)
    }
  })
})
