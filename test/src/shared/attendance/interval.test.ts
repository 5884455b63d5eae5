import { attendanceInterval, type IntervalInput } from '@inclusion/shared/attendance/interval'
import { normalDistance, studentDistance, studentTail } from '@inclusion/shared/statistics/student'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Wilson's interval of independent sessions, written out on its own (Wilson 1927). */
function naive(attended: number, possible: number, z = 1.959963984540054): { low: number; high: number } {
  const rate = attended / possible
  const centre = (attended + z ** 2 / 2) / (possible + z ** 2)
  const half = (z / (possible + z ** 2)) * Math.sqrt(possible * rate * (1 - rate) + z ** 2 / 4)
  return { low: centre - half, high: centre + half }
}

const nothing: IntervalInput = { attended: 81, possible: 263, pupils: null, dispersion: null }

describe("Student's distance", () => {
  // Printed tables of t, two-sided 95% and 99%.
  test.each([
    [0.025, 1, 12.7062],
    [0.025, 2, 4.3027],
    [0.025, 5, 2.5706],
    [0.025, 10, 2.2281],
    [0.025, 30, 2.0423],
    [0.005, 9, 3.2498],
    [0.025, 5000, 1.96],
  ])('of a tail of %d with %d degrees is %d', (tail, freedom, distance) => {
    expect(studentDistance(tail, freedom)).toBeCloseTo(distance, 4)
  })

  test('undoes the tail', () => {
    const tail = fc.double({ min: 1e-6, max: 0.499, noNaN: true })
    fc.assert(
      fc.property(tail, fc.integer({ min: 1, max: 1999 }), (chance, freedom) => {
        expect(studentTail(studentDistance(chance, freedom), freedom) / chance).toBeCloseTo(1, 7)
      }),
    )
    expect(studentDistance(0.5, 7)).toBeCloseTo(normalDistance(0.5), 12)
  })
})

describe('an interval', () => {
  test('is none without pupils, without sessions, or of counts that cannot be', () => {
    const whole: IntervalInput = { attended: 5, possible: 10, pupils: 3, dispersion: null }
    const wrong: Partial<IntervalInput>[] = [
      ...[{ pupils: null }, { pupils: 0 }, { possible: null }, { possible: 0 }, { attended: null }],
      ...[{ attended: 11 }, { attended: -1 }],
    ]
    expect(attendanceInterval(whole)).not.toBeNull()
    for (const part of wrong) expect(attendanceInterval({ ...whole, ...part })).toBeNull()
    expect(attendanceInterval(nothing)).toBeNull()
  })

  test('is Wilson’s with the sessions over the dispersion, and Student’s distance', () => {
    // 81 of 263 with Wilson's z is 0.2553 to 0.3662 (Newcombe 1998, method 3).
    expect(naive(81, 263).low).toBeCloseTo(0.2553, 4)
    expect(naive(81, 263).high).toBeCloseTo(0.3662, 4)
    const many = attendanceInterval({ ...nothing, pupils: 5_000, dispersion: 1 })
    expect(many).toMatchObject({ basis: 'between-pupils' })
    expect(many!.low).toBeCloseTo(0.2553, 4)
    expect(many!.high).toBeCloseTo(0.3662, 4)
    // 12 pupils, 1,000 sessions as good as 50: t = 2.201 with 11 degrees.
    const few = attendanceInterval({ attended: 600, possible: 1000, pupils: 12, dispersion: 20 })!
    const expected = naive(30, 50, 2.200985160082949)
    expect([few.low, few.high]).toEqual([expect.closeTo(expected.low, 9), expect.closeTo(expected.high, 9)])
  })

  test('takes each pupil as one observation where it is not known how much they differ', () => {
    const typed = attendanceInterval({ attended: 600, possible: 1000, pupils: 10, dispersion: null })!
    const expected = naive(6, 10)
    expect(typed).toEqual({
      ...{ low: expect.closeTo(expected.low, 9), high: expect.closeTo(expected.high, 9) },
      basis: 'one-each',
    })
  })

  const rate = fc.integer({ min: 1, max: 1e6 }).chain((possible) =>
    fc.record({
      possible: fc.constant(possible),
      attended: fc.nat(possible),
      pupils: fc.integer({ min: 1, max: possible }),
      dispersion: fc.option(fc.double({ min: 0, max: 1e4, noNaN: true })),
    }),
  )

  test('contains the rate, lies from 0 to 1, and is never narrower than the naive one', () => {
    fc.assert(
      fc.property(rate, (given) => {
        const { low, high } = attendanceInterval(given)!
        const share = given.attended / given.possible
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(share)
        expect(high).toBeGreaterThanOrEqual(share)
        const narrow = naive(given.attended, given.possible)
        expect(high - low).toBeGreaterThanOrEqual((narrow.high - narrow.low) * (1 - 1e-9))
      }),
    )
  })

  test('narrows with more pupils like these, and widens with their difference and with its level', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 2, max: 20 }), (given, times) => {
        const width = (input: IntervalInput) => {
          const { low, high } = attendanceInterval(input)!
          return high - low
        }
        const { attended, possible, pupils, dispersion } = given
        const more = {
          ...given,
          attended: attended * times,
          possible: possible * times,
          pupils: pupils * times,
        }
        // A single pupil's spread is not known: it has no dispersion to compare with.
        const isKnown = dispersion === null || pupils > 1
        expect(!isKnown || width(more) < width(given)).toBe(true)
        const apart = { ...given, dispersion: Math.max(1, dispersion ?? 1) * 2 }
        expect(width(apart)).toBeGreaterThanOrEqual(width({ ...apart, dispersion: apart.dispersion / 2 }))
        expect(width({ ...given, level: 0.99 })).toBeGreaterThan(width(given))
      }),
    )
  })
})
