/** The regularised incomplete gamma function: what Poisson and gamma tails are read from. */
import { logGamma } from './log-gamma.ts'

const precision = 1e-12
const mostSteps = 20_000

/** The chance that a gamma variable of the given shape, above 0, and scale 1 is at most `x`. */
export function lowerGamma(shape: number, x: number): number {
  if (x <= 0) return 0
  return x < shape + 1 ? series(shape, x) : 1 - fraction(shape, x)
}

/** The chance that it is more than `x`: exact also where it is very small. */
export function upperGamma(shape: number, x: number): number {
  if (x <= 0) return 1
  return x < shape + 1 ? 1 - series(shape, x) : fraction(shape, x)
}

const front = (shape: number, x: number): number => Math.exp(shape * Math.log(x) - x - logGamma(shape))

function series(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let step = 1; step <= mostSteps && term > sum * precision; step++) {
    term *= x / (shape + step)
    sum += term
  }
  return Math.min(1, sum * front(shape, x))
}

/** Legendre's continued fraction (Abramowitz and Stegun 6.5.31), evaluated by Lentz's method. */
function fraction(shape: number, x: number): number {
  let base = x + 1 - shape
  let numerator = 1e300
  let denominator = 1 / base
  let value = denominator
  for (let step = 1; step <= mostSteps; step++) {
    const part = step * (shape - step)
    base += 2
    denominator = 1 / (part * denominator + base)
    numerator = base + part / numerator
    const factor = denominator * numerator
    value *= factor
    if (Math.abs(factor - 1) < precision) break
  }
  return Math.min(1, value * front(shape, x))
}
