/** Tails of the beta-binomial: parts of a whole that vary more than chance alone makes them. */
import { incompleteBeta } from './incomplete-beta.ts'
import { logGamma } from './log-gamma.ts'

/**
 * `of` trials that each succeed with chance `mean`, and go together by `correlation` (rho): the variance is
 * of x mean x (1 - mean) x (1 + (of - 1) x correlation); 0 is binomial.
 */
export type BetaBinomial = { of: number; mean: number; correlation: number }

/** Above this many trials, and successes, a beta of the same spread stands in for the sum over counts. */
const smoothFrom = { of: 5_000, expected: 500 }
const negligible = 1e-13
const leastCorrelation = 1e-9
/** A beta narrower than this is not asked for: nothing that people count is. */
const largestSize = 1e6

/** The chance of `x` successes or more. */
export function shareOrMore({ of, mean, correlation }: BetaBinomial, x: number): number {
  return shareOrLess({ of, mean: 1 - mean, correlation }, of - x)
}

/** The chance of `x` successes or less. */
export function shareOrLess(given: BetaBinomial, x: number): number {
  const { of, mean, correlation } = given
  if (x < 0 || of <= 0) return x < 0 ? 0 : 1
  if (x >= of || mean <= 0) return 1
  if (mean >= 1) return 0
  if (of > smoothFrom.of && of * Math.min(mean, 1 - mean) > smoothFrom.expected) return smoothed(given, x)
  const whole = Math.floor(x)
  if (correlation < leastCorrelation) return incompleteBeta(1 - mean, of - whole, whole + 1)
  // Added up from the thicker end of the thinner tail: nothing is lost by starting from nearly nothing.
  if (x <= of * mean) return summed(given, whole)
  return 1 - summed({ of, mean: 1 - mean, correlation }, of - whole - 1)
}

/** A beta of the same mean and variance, with half a step for what lies between counts. */
function smoothed({ of, mean, correlation }: BetaBinomial, x: number): number {
  const size = Math.min(largestSize, Math.max(1e-6, of / (1 + (of - 1) * correlation) - 1))
  return incompleteBeta((x + 0.5) / of, mean * size, (1 - mean) * size)
}

/** The chances from `x` down to none, each from the one above it. */
function summed({ of, mean, correlation }: BetaBinomial, x: number): number {
  const size = 1 / correlation - 1
  const [a, b] = [mean * size, (1 - mean) * size]
  const logChance =
    logGamma(of + 1) -
    logGamma(x + 1) -
    logGamma(of - x + 1) +
    logGamma(x + a) +
    logGamma(of - x + b) -
    logGamma(of + size) +
    logGamma(size) -
    logGamma(a) -
    logGamma(b)
  let chance = Math.exp(logChance)
  let sum = 0
  for (let count = x; count >= 0 && chance > sum * negligible; count--) {
    sum += chance
    if (count > 0) chance *= (count / (of - count + 1)) * ((of - count + b) / (count - 1 + a))
  }
  return Math.min(1, sum)
}
