/**
 * How often the interval holds the rate that it should, simulated: pupils whose own rates are beta-distributed,
 * with sessions of their own number. Printed beside the naive binomial, which takes sessions for independent.
 */
import { dispersionOf } from '@inclusion/client/register/count/dispersion'
import { attendanceInterval } from '@inclusion/shared/attendance/interval'
import { expect, test } from 'vitest'
import { chanceFrom, type Chance } from '../statistics/chance.ts'

const draws = 2_000

/** Attendance of pupil referral units, and how much pupils' own rates go apart (intra-pupil correlation). */
const places = [
  { mean: 0.6, correlation: 0.15 },
  { mean: 0.6, correlation: 0.35 },
  { mean: 0.75, correlation: 0.25 },
  { mean: 0.9, correlation: 0.1 },
]
const sizes = [6, 12, 30]
const sessions = [40, 80, 110, 120, 120, 120]

type Place = (typeof places)[number]
type Holds = { known: number; typed: number; naive: number; width: number; typedWidth: number }

function simulate(chance: Chance, { mean, correlation }: Place, pupils: number): Holds {
  const holds: Holds = { known: 0, typed: 0, naive: 0, width: 0, typedWidth: 0 }
  for (let draw = 0; draw < draws; draw++) {
    const possible = Uint32Array.from({ length: pupils }, () => chance.pick(sessions))
    const attended = possible.map((of) => chance.share(of, mean, correlation))
    const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0)
    const given = { attended: sum(attended), possible: sum(possible), pupils }
    const dispersion = dispersionOf({ possible, attended })
    const known = attendanceInterval({ ...given, dispersion })!
    const typed = attendanceInterval({ ...given, dispersion: null })!
    // Each session as if it were a pupil of its own.
    const naive = attendanceInterval({ ...given, pupils: given.possible, dispersion: null })!
    const isIn = ({ low, high }: { low: number; high: number }) => (low <= mean && mean <= high ? 1 : 0)
    holds.known += isIn(known) / draws
    holds.typed += isIn(typed) / draws
    holds.naive += isIn(naive) / draws
    holds.width += (known.high - known.low) / draws
    holds.typedWidth += (typed.high - typed.low) / draws
  }
  return holds
}

test('95% intervals hold the rate about 95 times of 100, the naive ones do not', () => {
  const chance = chanceFrom(20260120)
  const simulated = places.flatMap((place) =>
    sizes.map((pupils) => ({ ...place, pupils, ...simulate(chance, place, pupils) })),
  )
  console.table(
    simulated.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value.toFixed(3))])),
    ),
  )
  for (const { known, typed, naive } of simulated) {
    expect(known).toBeGreaterThan(0.9)
    expect(typed).toBeGreaterThan(0.9)
    expect(naive).toBeLessThan(0.7)
  }
})
