import { rate, type Rating } from '@inclusion/shared/ratings'
import type { Measure } from '@inclusion/shared/framework/indicators'
import { tierOf, tiers, asksIn, type TierThreshold } from '@inclusion/shared/framework/tiers'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const definition = (
  polarity: 'more' | 'fewer' | 'higher' | 'lower' | 'none',
  counted = true,
  measure: Measure = 'proportion',
) => ({
  polarity,
  minimumPeople: 6,
  people: counted ? ('beside' as const) : ('none' as const),
  measure,
})
const wanting = fc.constantFrom('more' as const, 'fewer' as const, 'higher' as const, 'lower' as const)
const amount = fc.nat(10_000)
const rank: Record<Rating, number> = { none: -1, red: 0, amber: 1, green: 2 }

describe('a rating', () => {
  test.each([
    ['more', 90, 100, 'green'],
    ['more', 89.9, 100, 'amber'],
    ['more', 75, 100, 'amber'],
    ['more', 74.9, 100, 'red'],
    ['more', 130, 100, 'green'],
    ['fewer', 100, 90, 'green'],
    ['fewer', 100, 75, 'amber'],
    ['fewer', 100, 74, 'red'],
    ['fewer', 0, 10, 'green'],
    ['fewer', 0, 0, 'green'],
    ['more', 0, 0, 'none'],
    ['more', 3, 0, 'none'],
    ['higher', 0, 0, 'none'],
    ['fewer', 3, 0, 'red'],
  ] as const)('%s wanted, %d against %d is %s', (polarity, actual, profile, expected) => {
    expect(rate(definition(polarity), { actual, profile, people: 50 })).toBe(expected)
  })

  test('is none without an actual, without a profile, without a direction, or with too few people', () => {
    const given = { actual: 10, profile: 10, people: 6 }
    expect(rate(definition('more'), given)).toBe('green')
    expect(rate(definition('more'), { ...given, actual: null })).toBe('none')
    expect(rate(definition('more'), { ...given, profile: null })).toBe('none')
    expect(rate(definition('none'), given)).toBe('none')
    expect(rate(definition('more'), { ...given, people: 5 })).toBe('none')
    expect(rate(definition('more', false), { ...given, people: 5 })).toBe('green')
    expect(rate(definition('more'), { ...given, people: null })).toBe('none')
    expect(rate(definition('more', true, 'hours'), { ...given, people: null })).toBe('green')
    expect(rate(definition('more', false), { ...given, people: null })).toBe('green')
  })

  test('never falls as the actual moves the way that is wanted', () => {
    fc.assert(
      fc.property(wanting, amount, amount, amount, (polarity, one, other, profile) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const wantsMore = polarity === 'more' || polarity === 'higher'
        const [worse, better] = wantsMore ? [low, high] : [high, low]
        const of = (actual: number) => rank[rate(definition(polarity), { actual, profile, people: 50 })]
        expect(of(better)).toBeGreaterThanOrEqual(of(worse))
      }),
    )
  })

  test('does not depend on the unit', () => {
    fc.assert(
      fc.property(
        wanting,
        amount,
        amount,
        fc.constantFrom(2, 4, 1024),
        (polarity, actual, profile, times) => {
          const small = rate(definition(polarity), { actual, profile, people: 50 })
          const large = rate(definition(polarity), {
            actual: actual * times,
            profile: profile * times,
            people: 50,
          })
          expect(large).toBe(small)
        },
      ),
    )
  })
})

describe('tiers', () => {
  const thresholds: TierThreshold[] = [
    { tier: 'light', fromPence: 0 },
    { tier: 'standard', fromPence: 5_000_000 },
    { tier: 'enhanced', fromPence: 25_000_000 },
  ]
  const line = fc.record({ pence: fc.option(fc.nat(20_000_000)) })

  test('a larger grant is never in a lighter tier, whatever the order of its lines', () => {
    fc.assert(
      fc.property(fc.array(line), line, (lines, another) => {
        const before = tiers.indexOf(tierOf(thresholds, lines))
        expect(tiers.indexOf(tierOf(thresholds, [...lines, another]))).toBeGreaterThanOrEqual(before)
        expect(tiers.indexOf(tierOf(thresholds.toReversed(), lines.toReversed()))).toBe(before)
      }),
    )
  })

  test('begin at their threshold, to the penny; unknown amounts count as nothing', () => {
    expect(tierOf(thresholds, [{ pence: 4_999_999 }, { pence: null }])).toBe('light')
    expect(tierOf(thresholds, [{ pence: 3_350_000 }, { pence: 1_650_000 }])).toBe('standard')
    expect(tierOf(thresholds, [{ pence: 25_000_000 }])).toBe('enhanced')
    expect(tierOf(thresholds, [])).toBe('light')
    expect(tierOf([], [{ pence: 1 }])).toBe('light')
  })

  test('what is asked in a tier is asked in every higher one', () => {
    for (const lowest of tiers) {
      const asked = tiers.map((tier) => asksIn(lowest, tier))
      expect(asked).toEqual(asked.toSorted((left, right) => Number(left) - Number(right)))
      expect(asksIn(lowest, lowest)).toBe(true)
    }
    expect(asksIn('enhanced', 'standard')).toBe(false)
  })
})
