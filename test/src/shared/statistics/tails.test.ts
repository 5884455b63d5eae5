/** Tails against published tables (R's p-functions, Abramowitz and Stegun) and against plain sums. */
import { shareOrLess, shareOrMore } from '@inclusion/shared/statistics/beta-binomial'
import { incompleteBeta } from '@inclusion/shared/statistics/incomplete-beta'
import { lowerGamma, upperGamma } from '@inclusion/shared/statistics/incomplete-gamma'
import { logGamma } from '@inclusion/shared/statistics/log-gamma'
import { countOrLess, countOrMore } from '@inclusion/shared/statistics/negative-binomial'
import { normalDistance, normalTail, studentTail, widenedTail } from '@inclusion/shared/statistics/student'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('published values', () => {
  test.each([
    [0.5, 0.5723649429247001],
    [1, 0],
    [0.001, 6.907178885383853],
    [10, 12.801827480081469],
    [171, 706.5730622457874],
  ])('ln gamma of %d', (x, expected) => expect(logGamma(x)).toBeCloseTo(expected, 10))

  test.each([
    [0.5, 2, 3, 0.6875],
    [0.2, 1, 5, 0.67232],
    [0.3, 4, 7, 0.3503892816],
    [0.5, 40, 40, 0.5],
    [0.1, 0.5, 0.5, 0.2048327647],
    [0.9, 0.5, 0.5, 0.7951672353],
  ])('the incomplete beta at %d with %d and %d', (x, a, b, expected) =>
    expect(incompleteBeta(x, a, b)).toBeCloseTo(expected, 9),
  )

  test.each([
    [3, 3, 0.5768099189],
    [0.5, 1.920729410347062, 0.95],
    [10, 5, 0.0318280573],
  ])('the incomplete gamma with %d at %d', (shape, x, expected) => {
    expect(lowerGamma(shape, x)).toBeCloseTo(expected, 9)
    expect(upperGamma(shape, x)).toBeCloseTo(1 - expected, 9)
  })

  test.each([
    [4.032142984, 5, 0.005],
    [3.249835542, 9, 0.005],
    [2.228138852, 10, 0.025],
    [1, 1, 0.25],
  ])("Student's t above %d with %d degrees", (distance, freedom, expected) =>
    expect(studentTail(distance, freedom)).toBeCloseTo(expected, 8),
  )

  test.each([
    [0.005, 2.575829304],
    [0.025, 1.959963985],
    [0.4, 0.2533471031],
    [1e-10, 6.361340902],
  ])('the normal distance of %d', (tail, expected) => {
    expect(normalDistance(tail)).toBeCloseTo(expected, 7)
    expect(normalTail(expected) / tail).toBeCloseTo(1, 6)
  })

  test('a widened tail is that of Student', () => {
    expect(widenedTail(normalTail(2.5), 7)).toBeCloseTo(studentTail(2.5, 7), 8)
    expect(widenedTail(0, 7)).toBe(0)
  })

  test('Poisson: 3 expected, 2 or less; 5 expected, 10 or more', () => {
    expect(countOrLess({ mean: 3, dispersion: 0 }, 2)).toBeCloseTo(0.4231900811, 9)
    expect(countOrMore({ mean: 5, dispersion: 0 }, 10)).toBeCloseTo(0.0318280573, 9)
  })

  test('negative binomial: geometric, and pnbinom(14, size = 4, mu = 6)', () => {
    expect(countOrMore({ mean: 1, dispersion: 1 }, 3)).toBeCloseTo(1 / 8, 12)
    expect(countOrLess({ mean: 6, dispersion: 1 / 4 }, 14)).toBeCloseTo(summedCount(6, 1 / 4, 14), 10)
  })

  test('beta-binomial: every count alike where the beta is flat', () => {
    const flat = { of: 20, mean: 0.5, correlation: 1 / 3 }
    for (let count = 0; count <= 20; count++)
      expect(shareOrLess(flat, count)).toBeCloseTo((count + 1) / 21, 10)
    expect(shareOrMore({ of: 10, mean: 0.3, correlation: 0 }, 4)).toBeCloseTo(0.3503892816, 9)
  })
})

/** The recurrence of the negative binomial from none upwards, in the open. */
function summedCount(mean: number, dispersion: number, upTo: number): number {
  const size = 1 / dispersion
  const share = mean / (mean + size)
  let chance = (1 - share) ** size
  let sum = chance
  for (let count = 1; count <= upTo; count++) {
    chance *= ((count - 1 + size) / count) * share
    sum += chance
  }
  return sum
}

const mean = fc.double({ min: 0.05, max: 300, noNaN: true })
const dispersion = fc.double({ min: 0.001, max: 3, noNaN: true })

test('the tail of counts is the sum of its parts, and with its complement comes to 1', () => {
  fc.assert(
    fc.property(mean, dispersion, fc.nat(400), (expected, spread, x) => {
      const given = { mean: expected, dispersion: spread }
      expect(countOrLess(given, x)).toBeCloseTo(summedCount(expected, spread, x), 7)
      expect(countOrLess(given, x) + countOrMore(given, x + 1)).toBeCloseTo(1, 9)
    }),
  )
})

test('Poisson is what the negative binomial comes to as dispersion goes', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 200, noNaN: true }), fc.nat(300), (expected, x) => {
      const nearly = countOrMore({ mean: expected, dispersion: 1e-7 }, x)
      expect(nearly).toBeCloseTo(countOrMore({ mean: expected, dispersion: 0 }, x), 4)
    }),
  )
})

const share = fc.double({ min: 0.02, max: 0.98, noNaN: true })
const correlation = fc.double({ min: 0.0005, max: 0.6, noNaN: true })

test('the two tails of a share come to 1 and what they have in common', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 400 }), share, correlation, fc.nat(399), (of, expected, rho, x) => {
      const given = { of, mean: expected, correlation: rho }
      const at = Math.min(x, of - 1)
      expect(shareOrLess(given, at) + shareOrMore(given, at + 1)).toBeCloseTo(1, 7)
    }),
  )
})

test('where many are counted, a smooth beta is as good as the sum: within one point of probability', () => {
  const expectation = fc.double({ min: 0.101, max: 0.899, noNaN: true })
  const rho = fc.double({ min: 0.002, max: 0.2, noNaN: true })
  fc.assert(
    fc.property(expectation, rho, fc.nat(4_999), (expected, together, x) => {
      const summed = shareOrLess({ of: 5_000, mean: expected, correlation: together }, x)
      const smooth = shareOrLess({ of: 5_001, mean: expected, correlation: together }, x)
      expect(Math.abs(summed - smooth)).toBeLessThan(0.01)
    }),
  )
})

test('large counts: the smooth tail carries on where the exact one stops', () => {
  for (const x of [7_000, 9_000, 10_000, 11_000, 13_000]) {
    const exact = countOrMore({ mean: 10_000, dispersion: 0.02 }, x)
    const smooth = countOrMore({ mean: 10_000.001, dispersion: 0.02 }, x)
    expect(Math.abs(exact - smooth)).toBeLessThan(0.001)
  }
})
