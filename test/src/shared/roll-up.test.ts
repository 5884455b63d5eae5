import { financialQuarterId } from '@inclusion/shared/periods'
import {
  overPeriods,
  overPlaces,
  overPlacesAndPeriods,
  withinWindow,
  type Amounts,
  type PeriodAmounts,
} from '@inclusion/shared/roll-up'
import { timeRollUps } from '@inclusion/shared/framework/indicators'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const nothing: Amounts = { value: null, numerator: null, denominator: null, people: null }
const pair = (numerator: number | null, denominator: number | null): Amounts => ({
  ...nothing,
  numerator,
  denominator,
})
const value = (number: number): Amounts => ({ ...nothing, value: number })
const quarter = (number: number, amounts: Amounts): PeriodAmounts => ({
  ...amounts,
  periodId: financialQuarterId(2025, number),
})
const byPlace = { overPlace: 'ratio' } as const

const count = fc.nat(100_000)
const maybe = fc.option(count)
/** A figure as it can be stored: a value or a whole pair, with people beside it or not; or nothing. */
const amounts: fc.Arbitrary<Amounts> = fc.oneof(
  fc.record({ ...noneBut('value'), value: count, people: maybe }),
  fc.record({ ...noneBut('numerator', 'denominator'), numerator: count, denominator: count, people: maybe }),
  fc.constant(nothing),
)
function noneBut(...given: (keyof Amounts)[]): Record<keyof Amounts, fc.Arbitrary<null>> {
  const none = fc.constant(null)
  const all = { value: none, numerator: none, denominator: none, people: none }
  for (const part of given) all[part] = none
  return all
}
/** The periods of one place: each quarter at most once. */
const history = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), amounts), { selector: ([at]) => at })
  .map((given) =>
    given.map(([at, each]): PeriodAmounts => ({
      ...each,
      periodId: financialQuarterId(2023 + Math.floor((at - 1) / 4), ((at - 1) % 4) + 1),
    })),
  )
const shuffled = <T>(array: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> =>
  array.chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
    ),
  )

describe('over places', () => {
  test('9/10 and 10/100 are 19/110, 17.3%, and never the mean of their rates', () => {
    const { numerator, denominator } = overPlaces(byPlace, [pair(9, 10), pair(10, 100)])
    expect([numerator, denominator]).toEqual([19, 110])
    expect((numerator! / denominator!) * 100).toBeCloseTo(17.3, 1)
  })

  test('the order does not matter', () => {
    fc.assert(
      fc.property(shuffled(fc.array(amounts)), ([given, other]) => {
        expect(overPlaces(byPlace, other)).toEqual(overPlaces(byPlace, given))
      }),
    )
  })

  test('grouping does not matter: parts of London together are London', () => {
    const pairs = fc.array(fc.tuple(count, count).map(([above, below]) => pair(above, below)))
    const values = fc.array(count.map(value))
    fc.assert(
      fc.property(fc.oneof(pairs, values), fc.nat(), (given, at) => {
        const cut = at % (given.length + 1)
        const parts = [given.slice(0, cut), given.slice(cut)].map((part) => overPlaces(byPlace, part))
        expect(overPlaces(byPlace, parts)).toEqual(overPlaces(byPlace, given))
      }),
    )
  })

  test('a ratio of sums lies between the lowest and the highest of its rates', () => {
    const rates = fc.array(fc.tuple(count, fc.integer({ min: 1, max: 100_000 })), { minLength: 1 })
    fc.assert(
      fc.property(rates, (given) => {
        const { numerator, denominator } = overPlaces(
          byPlace,
          given.map(([above, below]) => pair(above, below)),
        )
        const each = given.map(([above, below]) => above / below)
        expect(numerator! / denominator!).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9)
        expect(numerator! / denominator!).toBeLessThanOrEqual(Math.max(...each) + 1e-9)
      }),
    )
  })

  test('nothing and nothing is nothing, never 0; and nothing beside something changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.array(amounts), (many, given) => {
        const blanks = Array.from({ length: many }, () => nothing)
        expect(overPlaces(byPlace, blanks)).toEqual(nothing)
        expect(overPlaces(byPlace, [...blanks, ...given])).toEqual(overPlaces(byPlace, given))
      }),
    )
  })

  test('half of a pair counts for nothing: it would bend the ratio', () => {
    const halves = [pair(5, null), pair(null, 7), pair(1, 2)]
    expect(overPlaces(byPlace, halves)).toEqual(pair(1, 2))
  })

  test('what does not roll up over places gives nothing', () => {
    expect(overPlaces({ overPlace: 'none' }, [value(1), value(2)])).toEqual(nothing)
  })
})

describe('over periods', () => {
  test.each(timeRollUps)('%s: the order in which periods come does not matter', (overTime) => {
    fc.assert(
      fc.property(shuffled(history), ([given, other]) => {
        expect(overPeriods({ overTime }, other)).toEqual(overPeriods({ overTime }, given))
      }),
    )
  })

  test.each(timeRollUps)('%s: no period, or only blank ones, give nothing', (overTime) => {
    expect(overPeriods({ overTime }, [])).toEqual(nothing)
    expect(overPeriods({ overTime }, [quarter(1, nothing), quarter(2, nothing)])).toEqual(nothing)
  })

  test.each(['sum', 'ratio', 'last', 'first', 'distinct', 'rate'] as const)(
    '%s: one period is itself',
    (overTime) => {
      fc.assert(
        fc.property(amounts, (only) => {
          expect(overPeriods({ overTime }, [quarter(2, only)])).toEqual(only)
        }),
      )
    },
  )

  test('distinct is the latest figure, never a sum: people counted once stay counted once', () => {
    const year = [quarter(1, value(40)), quarter(2, value(55)), quarter(3, value(61))]
    expect(overPeriods({ overTime: 'distinct' }, year).value).toBe(61)
    fc.assert(
      fc.property(history, (given) => {
        const latest = overPeriods({ overTime: 'distinct' }, given)
        const { value: sum } = overPeriods({ overTime: 'sum' }, given)
        expect(latest).toEqual(overPeriods({ overTime: 'last' }, given))
        expect(latest.value ?? 0).toBeLessThanOrEqual(sum ?? 0)
      }),
    )
  })

  test('a rate sums what happened over the latest number of people', () => {
    const year = [quarter(1, pair(4, 40)), quarter(2, pair(6, 55)), quarter(3, pair(2, 61))]
    expect(overPeriods({ overTime: 'rate' }, year)).toEqual(pair(12, 61))
  })

  test('a level is the one at the end, or at the start; a blank period does not empty it', () => {
    const year = [quarter(1, value(3)), quarter(2, value(5)), quarter(3, nothing)]
    expect(overPeriods({ overTime: 'last' }, year).value).toBe(5)
    expect(overPeriods({ overTime: 'first' }, year).value).toBe(3)
  })

  test('sums grow part by part with the years they are cut into', () => {
    fc.assert(
      fc.property(history, (given) => {
        const early = given.filter(({ periodId }) => periodId < 'FY2024')
        const late = given.filter(({ periodId }) => periodId >= 'FY2024')
        const parts = [early, late].map((part) => overPeriods({ overTime: 'sum' }, part))
        expect(overPlaces({ overPlace: 'sum' }, parts)).toEqual(overPeriods({ overTime: 'sum' }, given))
      }),
    )
  })
})

describe('over places and periods', () => {
  test('for sums and ratios, places then together is the same as all at once', () => {
    fc.assert(
      fc.property(fc.array(history), (places) => {
        const rule = { overTime: 'ratio', overPlace: 'ratio' } as const
        const atOnce = overPlaces({ overPlace: 'ratio' }, places.flat())
        expect(overPlacesAndPeriods(rule, places)).toEqual(atOnce)
      }),
    )
  })

  test('people counted once in each place are summed over places, not over time', () => {
    const rule = { overTime: 'distinct', overPlace: 'sum' } as const
    const camden = [quarter(1, value(10)), quarter(2, value(14))]
    const hackney = [quarter(1, value(7))]
    expect(overPlacesAndPeriods(rule, [camden, hackney]).value).toBe(21)
  })
})

test('the window of distinct keeps the financial year that the latest period lies in', () => {
  const periods = ['FY2024-25-Q4', 'FY2025-26-Q1', 'FY2025-26-Q3'].map((periodId) => ({ periodId }))
  const kept = withinWindow({ distinctWindow: 'financial-year' }, periods).map(({ periodId }) => periodId)
  expect(kept).toEqual(['FY2025-26-Q1', 'FY2025-26-Q3'])
  expect(withinWindow({ distinctWindow: 'grant' }, periods)).toEqual(periods)
  expect(withinWindow({ distinctWindow: null }, [])).toEqual([])
})

test('an academic year keeps its quarters, and that which lies in two belongs to the year it ends in', () => {
  const periods = ['FY2025-26-Q1', 'FY2025-26-Q2', 'FY2025-26-Q4', 'FY2026-27-Q1'].map((periodId) => ({
    periodId,
  }))
  const kept = withinWindow({ distinctWindow: 'academic-year' }, periods).map(({ periodId }) => periodId)
  expect(kept).toEqual(['FY2025-26-Q2', 'FY2025-26-Q4', 'FY2026-27-Q1'])
})
