import { attendedOf, mostlyIn, percentOf } from '@inclusion/client/programmes/attendance-series'
import {
  baseWords,
  countedOnceWords,
  isSmall,
  profileWords,
  rollUpWords,
  shortPeriod,
} from '@inclusion/client/programmes/roll-up-words'
import { describe, expect, it } from 'vitest'

const everyOne = { countedOnce: 0 }

describe('How an indicator is put together, in words', () => {
  it('names the rule over time, and the ratio of sums over boroughs where it is one', () => {
    expect(rollUpWords({ overTime: 'sum', overPlace: 'sum', ...everyOne })).toBe('Sum')
    expect(rollUpWords({ overTime: 'ratio', overPlace: 'ratio', ...everyOne })).toBe('Ratio of sums')
    expect(rollUpWords({ overTime: 'last', overPlace: 'ratio', ...everyOne })).toBe(
      'Latest; ratio of sums over boroughs',
    )
    expect(rollUpWords({ overTime: 'distinct', overPlace: 'sum', ...everyOne })).toBe(
      'Latest, each counted once',
    )
  })

  it('shows a profile in the unit of its indicator', () => {
    expect(profileWords({ measure: 'proportion', profile: 0.58 })).toBe('58.0%')
    expect(profileWords({ measure: 'money', profile: 937500 })).toBe('£9,375.00')
    expect(profileWords({ measure: 'count', profile: null })).toBe('None set')
  })

  it('shows what a rate stands on, and nothing under an amount', () => {
    const amounts = { value: null, numerator: 19, denominator: 110, people: 12 }
    expect(baseWords({ measure: 'proportion' }, amounts)).toBe('19 of 110, 12 people')
    expect(baseWords({ measure: 'count' }, { ...amounts, value: 19 })).toBeNull()
  })

  it('shortens a period for the foot of a chart', () => {
    expect(shortPeriod('FY2025-26-Q3')).toBe('2025-26 Q3')
    expect(shortPeriod('AY2025-26-autumn')).toBe('2025-26 autumn')
  })
})

describe('Attendance over time', () => {
  const point = (periodId: string, boroughs: number) => ({
    periodId,
    label: periodId,
    boroughs,
    value: null,
    numerator: 60,
    denominator: 100,
    people: 10,
  })

  it('leaves out periods in which few boroughs are in, so that the line shows no change of who reported', () => {
    const series = [point('FY2025-26-Q1', 32), point('FY2025-26-Q2', 22), point('FY2025-26-Q3', 2)]
    expect(mostlyIn(series).map(({ periodId }) => periodId)).toEqual(['FY2025-26-Q1', 'FY2025-26-Q2'])
    expect(mostlyIn([])).toEqual([])
  })

  it('is a share of possible sessions, and none without any', () => {
    expect(percentOf({ numerator: 60, denominator: 100 })).toBe(60)
    expect(percentOf({ numerator: 0, denominator: 0 })).toBeNull()
  })

  it('turns published absence into attendance', () => {
    expect(attendedOf({ possible: 40_499, absence: 7_074 })).toEqual({
      numerator: 33_425,
      denominator: 40_499,
    })
  })
})

describe('a setting that reports its whole roll to several boroughs', () => {
  it('is said to count once, beside the KPI and below the tables', () => {
    expect(rollUpWords({ overTime: 'ratio', overPlace: 'ratio', countedOnce: 1 })).toBe(
      'Ratio of sums; each setting once',
    )
    expect(countedOnceWords([everyOne, { countedOnce: 1 }])).toMatch(
      /^“Each setting once”: One setting serves/,
    )
    expect(countedOnceWords([{ countedOnce: 2 }])).toMatch(
      /2 settings serve several boroughs, and report their/,
    )
    expect(countedOnceWords([everyOne])).toBeNull()
  })
})

describe('a figure of few people', () => {
  const of = (people: number | null, denominator = 400) => ({
    value: null,
    numerator: 1,
    denominator,
    people,
  })
  it.each([
    ['beside it, 1 to 5', { people: 'beside', measure: 'proportion' }, of(5), true],
    ['beside it, 6', { people: 'beside', measure: 'proportion' }, of(6), false],
    ['beside it, not known', { people: 'beside', measure: 'proportion' }, of(null), false],
    ['its denominator', { people: 'denominator', measure: 'proportion' }, of(null, 3), true],
    ['nobody', { people: 'none', measure: 'count' }, { ...of(null), value: 3 }, false],
    ['itself', { people: 'value', measure: 'count' }, { ...of(null), value: 3 }, true],
  ] as const)('is marked by the people that it counts: %s', (_, evidence, amounts, expected) => {
    expect(isSmall(evidence, amounts)).toBe(expected)
  })
})
