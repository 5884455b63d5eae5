/** What the time of the year does to a series: only as much of it as stands out of the noise. */
import { chanceVariance, type Family, type Observation } from './dispersion.ts'

/**
 * What each season adds to the common rate, how many degrees of freedom it took, and how sure one season is.
 */
export type Seasons = {
  rateOf: (season: number) => number
  spent: number
  /** How much less is known of one season's rate than of the common one: 1 or more. */
  doubt: (season: number) => number
}

/** Periods from which the season is asked after: two years of quarters. */
export const periodsForSeason = 8
/** A season is worth what its variance ratio is above this: with so few years it exceeds 1 by luck. */
const luck = 2

/** No season: one rate for all. */
export const noSeason = (rate: number): Seasons => ({ rateOf: () => rate, spent: 1, doubt: () => 1 })

/**
 * The rates of the seasons, drawn towards the common `rate` by how far they stand out of the noise between
 * years. None with fewer than eight periods, or where a season was seen in one year only.
 */
export function seasonsOf(family: Family, observations: readonly Observation[], rate: number): Seasons {
  if (observations.length < periodsForSeason) return noSeason(rate)
  const seen = totalsOf(observations)
  const groups = [...seen.values()]
  if (groups.length < 2 || groups.some(({ periods }) => periods < 2)) return noSeason(rate)
  const freedom = observations.length - groups.length
  let between = 0
  let within = 0
  for (const group of groups) between += pearson(family, group, rate) / (groups.length - 1)
  for (const observation of observations)
    within += pearson(family, observation, rateOf(seen.get(observation.season)!)) / freedom
  const weight = Math.max(0, 1 - (luck * Math.max(1, within)) / Math.max(between, 1e-12))
  if (weight === 0) return noSeason(rate)
  return {
    rateOf(season) {
      const group = seen.get(season)
      return group ? rate + weight * (rateOf(group) - rate) : rate
    },
    spent: 1 + weight * (groups.length - 1),
    doubt(season) {
      const group = seen.get(season)
      return group ? 1 + weight ** 2 * (observations.length / group.periods - 1) : 1
    },
  }
}

type Total = { amount: number; size: number; periods: number }

function totalsOf(observations: readonly Observation[]): Map<number, Total> {
  const seen = new Map<number, Total>()
  for (const { amount, size, season } of observations) {
    const total = seen.get(season)
    if (!total) seen.set(season, { amount, size, periods: 1 })
    else {
      total.amount += amount
      total.size += size
      total.periods += 1
    }
  }
  return seen
}

const rateOf = ({ amount, size }: Total): number => amount / size

function pearson(family: Family, { amount, size }: Pick<Total, 'amount' | 'size'>, rate: number): number {
  const chance = chanceVariance(family, rate)
  return chance <= 0 ? 0 : (amount - size * rate) ** 2 / (size * chance)
}
