/** Tails of the negative binomial: counts that vary more than chance alone makes them. */
import { incompleteBeta } from './incomplete-beta.ts'
import { lowerGamma, upperGamma } from './incomplete-gamma.ts'

/**
 * `dispersion` is the squared variation beyond chance: the variance is mean + dispersion x mean²; 0 is
 * Poisson.
 */
export type NegativeBinomial = { mean: number; dispersion: number }

/**
 * Above this mean the steps between counts are too small to matter, and a gamma of the same spread stands
 * in.
 */
const smoothFrom = 10_000
const leastDispersion = 1e-9

/** The chance of `x` or more. `x` need not be whole: the tail falls smoothly between counts. */
export function countOrMore({ mean, dispersion }: NegativeBinomial, x: number): number {
  if (x <= 0) return 1
  if (mean <= 0) return 0
  if (mean > smoothFrom) return upperGamma(...smoothed({ mean, dispersion }, x))
  if (dispersion < leastDispersion) return lowerGamma(x, mean)
  const size = 1 / dispersion
  return incompleteBeta(mean / (mean + size), x, size)
}

/** The chance of `x` or less. */
export function countOrLess({ mean, dispersion }: NegativeBinomial, x: number): number {
  if (x < 0) return 0
  if (mean <= 0) return 1
  if (mean > smoothFrom) return lowerGamma(...smoothed({ mean, dispersion }, x))
  if (dispersion < leastDispersion) return upperGamma(x + 1, mean)
  const size = 1 / dispersion
  return incompleteBeta(size / (mean + size), size, x + 1)
}

function smoothed({ mean, dispersion }: NegativeBinomial, x: number): [shape: number, x: number] {
  const scale = 1 + dispersion * mean
  return [mean / scale, x / scale]
}
