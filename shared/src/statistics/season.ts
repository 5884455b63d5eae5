/** What the time of the year does to a series: only as much of it as stands out of the noise. */
import { chanceVariance, sumOf, type Family, type Observation } from './dispersion.ts'

/** What each season adds to the common rate, how many degrees of freedom it took, and how sure one season is. */
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
  const bySeason = Map.groupBy(observations, ({ season }) => season)
  const groups = [...bySeason.values()]
  if (groups.length < 2 || groups.some((group) => group.length < 2)) return noSeason(rate)
  const between = sumOf(groups, (group) => pearson(family, [together(group)], rate)) / (groups.length - 1)
  const freedom = observations.length - groups.length
  const within = sumOf(groups, (group) => pearson(family, group, rateOf(group))) / freedom
  const weight = Math.max(0, 1 - (luck * Math.max(1, within)) / Math.max(between, 1e-12))
  const rates = new Map(
    [...bySeason].map(([season, group]) => [season, rate + weight * (rateOf(group) - rate)]),
  )
  const doubts = new Map(
    [...bySeason].map(([season, group]) => [
      season,
      1 + weight ** 2 * (observations.length / group.length - 1),
    ]),
  )
  return {
    rateOf: (season) => rates.get(season) ?? rate,
    spent: 1 + weight * (groups.length - 1),
    doubt: (season) => doubts.get(season) ?? 1,
  }
}

const together = (group: readonly Observation[]): Observation => ({
  amount: sumOf(group, ({ amount }) => amount),
  size: sumOf(group, ({ size }) => size),
  season: 0,
})

function rateOf(group: readonly Observation[]): number {
  const { amount, size } = together(group)
  return amount / size
}

function pearson(family: Family, group: readonly Observation[], rate: number): number {
  const chance = chanceVariance(family, rate)
  if (chance <= 0) return 0
  return sumOf(group, ({ amount, size }) => (amount - size * rate) ** 2 / (size * chance))
}
