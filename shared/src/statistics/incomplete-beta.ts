/**
 * The regularised incomplete beta function: what binomial, negative-binomial and Student tails are read
 * from.
 */
import { logGamma } from './log-gamma.ts'

const tiny = 1e-300
const precision = 1e-12
/** A fraction of the largest parameters that occur here settles in far fewer steps than this. */
const mostSteps = 5_000

/** The chance that a beta variable with `a` and `b`, both above 0, is at most `x`; between 0 and 1. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  const front = Math.exp(logFront)
  // The fraction settles fast on one side of the mean only; the other side is its complement.
  if (x < (a + 1) / (a + b + 2)) return Math.min(1, (front * fraction(x, a, b)) / a)
  return Math.max(0, 1 - (front * fraction(1 - x, b, a)) / b)
}

/** The continued fraction 26.5.8 of Abramowitz and Stegun, evaluated by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  let numerator = 1
  let denominator = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = denominator
  for (let step = 1; step <= mostSteps; step++) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step))
    denominator = 1 / away(1 + even * denominator)
    numerator = away(1 + even / numerator)
    value *= denominator * numerator
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1))
    denominator = 1 / away(1 + odd * denominator)
    numerator = away(1 + odd / numerator)
    const factor = denominator * numerator
    value *= factor
    if (Math.abs(factor - 1) < precision) break
  }
  return value
}

/** A number kept away from 0, so that it may be divided by. */
const away = (number: number): number => (Math.abs(number) < tiny ? tiny : number)
