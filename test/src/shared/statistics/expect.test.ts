/** What is expected of a figure: the examples of the standard, and laws. */
import type { Family, Observation } from '@inclusion/shared/statistics/dispersion'
import { expectFromHistory, expectFromPeers, expectFromSpread } from '@inclusion/shared/statistics/expect'
import { chanceOf, isOut, usualRange } from '@inclusion/shared/statistics/prediction'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const counts = (amounts: readonly number[]): Observation[] =>
  amounts.map((amount, period) => ({ amount, size: 1, season: (period % 4) + 1 }))
const one = { size: 1, season: 1 }
const level = 0.01
const isOutOf = (history: readonly number[], figure: number) =>
  isOut(expectFromHistory('count', counts(history), one, null), figure, level)

describe('the examples of the standard', () => {
  test.each([
    [[60, 60, 60, 60, 60, 60], 95, true],
    [[60, 61, 59, 62], 64, false],
    [[60, 61, 59, 62], 61, false],
    [[9, 11, 10, 8], 62, true],
    [[0, 0, 0, 0], 0, false],
    [[0, 0, 0, 0], 1, false],
    [[0, 0, 0, 0], 12, true],
    [[20, 40, 60, 80, 22, 41, 58, 84], 21, false],
    [[20, 40, 60, 80, 22, 41, 58, 84], 80, true],
    [[8_000, 7_600, 8_200, 7_900], 8_400, false],
    [[8_000, 7_600, 8_200, 7_900], 16_000, true],
  ])('%j, then %d: out is %s', (history, figure, expected) => {
    expect(isOutOf(history, figure)).toBe(expected)
  })

  test('attendance of pupil referral units: 40% to 77% is usual, 8% and 95% are not', () => {
    const prediction = expectFromSpread(
      { size: 1_000, season: 1 },
      { centre: 0.634, deviation: 0.119, places: 55 },
    )
    for (let share = 400; share <= 770; share += 10) expect(isOut(prediction, share, level)).toBe(false)
    expect(isOut(prediction, 80, level)).toBe(true)
    expect(isOut(prediction, 950, level)).toBe(true)
  })
})

const family = fc.constantFrom<Family>('count', 'share')
const period = fc.record({
  size: fc.integer({ min: 1, max: 300 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
})
const history = fc.array(period, { minLength: 1, maxLength: 10 })
const peers = fc.option(
  fc.record({
    centre: fc.double({ min: 0.01, max: 0.95, noNaN: true }),
    between: fc.double({ min: 0, max: 0.5, noNaN: true }),
    within: fc.double({ min: 0, max: 0.5, noNaN: true }),
    places: fc.integer({ min: 5, max: 31 }),
  }),
)
const seen = (periods: readonly { size: number; part: number }[], exposure = 1): Observation[] =>
  periods.map(({ size, part }, at) => ({
    amount: Math.round(size * part),
    size: size * exposure,
    season: (at % 4) + 1,
  }))

test('the further out a figure, the smaller its chance', () => {
  const distances = fc.tuple(fc.double({ min: 0.001, max: 150, noNaN: true }), fc.constantFrom(-1, 1))
  fc.assert(
    fc.property(family, history, fc.tuple(peers, distances, fc.nat(100)), (of, periods, given) => {
      const [others, [distance, side], further] = given
      const prediction = expectFromHistory(of, seen(periods), { size: 300, season: 1 }, others)
      const expected = prediction.family === 'share' ? prediction.mean * 300 : prediction.mean
      const near = chanceOf(prediction, expected + side * distance)
      const far = chanceOf(prediction, expected + side * (distance + further))
      expect(far).toBeLessThanOrEqual(near + 1e-9)
    }),
  )
})

test('every prediction is a number: whatever the history and the peers', () => {
  fc.assert(
    fc.property(family, history, peers, fc.nat(300), (of, periods, others, figure) => {
      const asked = { size: 300, season: 2 }
      const made = [
        expectFromHistory(of, seen(periods), asked, others),
        ...(others ? [expectFromPeers(of, seen(periods.slice(0, 3)), asked, others)] : []),
      ]
      for (const prediction of made) {
        const chance = chanceOf(prediction, figure)
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
        expect(prediction.freedom).toBeGreaterThan(0)
      }
    }),
  )
})

test('the order of up to seven periods does not matter', () => {
  fc.assert(
    fc.property(family, fc.array(period, { minLength: 1, maxLength: 7 }), peers, (of, periods, others) => {
      const asked = { size: 200, season: 1 }
      const forward = expectFromHistory(of, seen(periods), asked, others)
      const backward = expectFromHistory(of, seen(periods.toReversed()), asked, others)
      expect(chanceOf(forward, 70)).toBeCloseTo(chanceOf(backward, 70), 9)
    }),
  )
})

test('with season, the order of the years does not matter', () => {
  const year = fc.array(period, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(family, year, year, (of, first, second) => {
      const asked = { size: 200, season: 3 }
      const one = expectFromHistory(of, seen([...first, ...second]), asked, null)
      const other = expectFromHistory(of, seen([...second, ...first]), asked, null)
      expect(chanceOf(one, 70)).toBeCloseTo(chanceOf(other, 70), 9)
    }),
  )
})

test('the unit of an exposure does not matter: per head or per hundred', () => {
  fc.assert(
    fc.property(history, fc.nat(100), (periods, figure) => {
      const each = expectFromHistory('count', seen(periods), { size: 120, season: 1 }, null)
      const hundreds = expectFromHistory('count', seen(periods, 0.01), { size: 1.2, season: 1 }, null)
      expect(chanceOf(each, figure)).toBeCloseTo(chanceOf(hundreds, figure), 8)
    }),
  )
})

test('a share and what is left of it are equally far out', () => {
  fc.assert(
    fc.property(history, fc.nat(90), (periods, figure) => {
      const part = seen(periods)
      const rest = part.map((seenOne) => ({ ...seenOne, amount: seenOne.size - seenOne.amount }))
      const asked = { size: 90, season: 1 }
      const chance = chanceOf(expectFromHistory('share', part, asked, null), figure)
      const other = chanceOf(expectFromHistory('share', rest, asked, null), 90 - figure)
      // At the expected value itself either side may be taken.
      expect(Math.min(chance, 0.5)).toBeCloseTo(Math.min(other, 0.5), 6)
    }),
  )
})

test('more of the same never makes a far-off figure plausible', () => {
  const usual = fc.array(fc.integer({ min: 55, max: 65 }), { minLength: 6, maxLength: 7 })
  fc.assert(
    fc.property(usual, fc.integer({ min: 130, max: 9_000 }), (amounts, figure) => {
      for (let periods = 6; periods <= amounts.length; periods++)
        expect(isOutOf(amounts.slice(0, periods), figure)).toBe(true)
      expect(isOutOf([...amounts, ...amounts], figure)).toBe(true)
    }),
  )
})

test('a figure is judged by the others, never by itself: it would excuse itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 95, max: 9_000 }), (figure) => {
      const flat = [60, 60, 60, 60, 60, 60]
      expect(isOutOf(flat, figure)).toBe(true)
      const without = chanceOf(expectFromHistory('count', counts(flat), one, null), figure)
      const itself = chanceOf(expectFromHistory('count', counts([...flat, figure]), one, null), figure)
      expect(itself).toBeGreaterThan(without)
    }),
  )
})

test('with many own periods, peers hardly matter; with none, they are all there is', () => {
  const others = { centre: 10, between: 0.2, within: 0.05, places: 12 }
  expect(isOut(expectFromPeers('count', [], one, others), 60, level)).toBe(true)
  expect(isOut(expectFromPeers('count', [], one, others), 14, level)).toBe(false)
  expect(isOut(expectFromPeers('count', counts([58, 61, 60]), one, others), 62, level)).toBe(false)
})

test('the usual range ends where figures begin to be out', () => {
  fc.assert(
    fc.property(family, history, (of, periods) => {
      const prediction = expectFromHistory(of, seen(periods), { size: 300, season: 1 }, null)
      const { low, high } = usualRange(prediction, level)
      expect(low).toBeLessThanOrEqual(high)
      expect(isOut(prediction, low, level)).toBe(false)
      expect(isOut(prediction, high, level)).toBe(false)
      // Just below the range is out, where there is anything below it at all.
      const below = low > 0.5 ? chanceOf(prediction, Math.floor(low * 0.99)) : 0
      expect(below).toBeLessThan(level + 1e-6)
    }),
  )
})
