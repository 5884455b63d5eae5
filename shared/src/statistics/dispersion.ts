/** How much figures vary from period to period, beyond what chance makes of counts. */

/** `count`: things counted, over an exposure. `share`: a part of a whole. */
export type Family = 'count' | 'share'

/**
 * One period: `amount` of `size`. For a count the size is its exposure, 1 where there is none; for a share
 * it is the whole. `season` is the quarter or term of the year.
 */
export type Observation = { amount: number; size: number; season: number }

/**
 * Variation beyond chance: squared variation for counts, correlation for shares. `freedom` is the degrees
 * of freedom behind it.
 */
export type Dispersion = { amount: number; freedom: number }

/** Above this, variation means that there is no level to speak of, and arithmetic gains nothing from more. */
const most: Record<Family, number> = { count: 4, share: 0.95 }

/**
 * Two numbers whose ratio is the dispersion, so that several places can be added up before they are divided.
 */
export type DispersionSums = { excess: number; scale: number; freedom: number }

/** The variance that chance alone gives each unit of size at a rate. */
export const chanceVariance = (family: Family, rate: number): number =>
  family === 'share' ? rate * (1 - rate) : rate

/**
 * The method of moments: Pearson's statistic less its degrees of freedom. `rateOf` is what was expected of
 * each period; `spent` the degrees of freedom it took to know it, 1 for a common rate.
 */
export function dispersionSums(
  family: Family,
  observations: readonly Observation[],
  { rateOf, spent }: { rateOf: (observation: Observation) => number; spent: number },
): DispersionSums {
  const total = sumOf(observations, ({ size }) => size)
  const freedom = observations.length - spent
  if (freedom <= 0 || total <= 0) return { excess: 0, scale: 0, freedom: 0 }
  let pearson = 0
  let scale = 0
  for (const observation of observations) {
    const rate = rateOf(observation)
    const chance = observation.size * chanceVariance(family, rate)
    if (chance <= 0) continue
    pearson += (observation.amount - observation.size * rate) ** 2 / chance
    const grows = family === 'share' ? observation.size - 1 : observation.size * rate
    scale += grows * (1 - observation.size / total)
  }
  const kept = freedom / Math.max(1, observations.length - 1)
  return { excess: pearson - freedom, scale: scale * kept, freedom }
}

/**
 * The dispersion that sums of one or more places come to: never negative, never beyond what has a meaning.
 */
export function dispersionOf(family: Family, all: readonly DispersionSums[]): Dispersion {
  const scale = sumOf(all, (sums) => sums.scale)
  const excess = sumOf(all, (sums) => sums.excess)
  const freedom = sumOf(all, (sums) => sums.freedom)
  return { amount: scale > 0 ? Math.min(most[family], Math.max(0, excess / scale)) : 0, freedom }
}

/**
 * Each twice the one before, from nearly none to more than a level has: close enough, and quickly reckoned.
 */
const candidates: Record<Family, readonly number[]> = {
  count: Array.from({ length: 10 }, (_, step) => 0.0025 * 2 ** step),
  share: Array.from({ length: 10 }, (_, step) => 0.001 * 2 ** step),
}
const logCandidates: Record<Family, readonly number[]> = {
  count: candidates.count.map(Math.log),
  share: candidates.share.map(Math.log),
}

/** What is believed of a dispersion: its mean, and how sure that is. */
export type Belief = { amount: number; deviation: number }

/** Where nothing is known beforehand, a dispersion sixteen times as large is half as likely. */
const tilt = 0.25

/**
 * What is believed of the dispersion of a series: what was known `before` (a scaled inverse chi-squared with
 * that freedom, or null for next to nothing), as the series itself speaks for it (Pearson's statistic is a
 * chi-squared, inflated by the dispersion).
 */
export function believed(family: Family, own: DispersionSums, before: Dispersion | null): Belief {
  const pearson = own.excess + own.freedom
  const scale = own.freedom > 0 ? own.scale / own.freedom : 0
  const logWeights = candidates[family].map((amount, at) => {
    const inflation = 1 + amount * scale
    const spoken = (own.freedom * Math.log(inflation) + pearson / inflation) / 2
    return logBefore(family, at, before) - spoken
  })
  const largest = Math.max(...logWeights)
  let [all, sum, squares] = [0, 0, 0]
  for (const [at, amount] of candidates[family].entries()) {
    const weight = Math.exp(logWeights[at]! - largest)
    all += weight
    sum += amount * weight
    squares += amount ** 2 * weight
  }
  const amount = sum / all
  return { amount, deviation: Math.sqrt(Math.max(0, squares / all - amount ** 2)) }
}

function logBefore(family: Family, at: number, before: Dispersion | null): number {
  const logAmount = logCandidates[family][at]!
  if (before === null) return -tilt * logAmount
  const centre = Math.max(candidates[family][0]!, before.amount)
  return -(before.freedom / 2) * (logAmount + centre / candidates[family][at]!)
}

export function sumOf<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0)
}
