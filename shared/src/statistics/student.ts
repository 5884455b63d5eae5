/** Normal and Student tails: how much wider an interval is whose spread is itself an estimate. */
import { incompleteBeta } from './incomplete-beta.ts'
import { upperGamma } from './incomplete-gamma.ts'

const central = {
  above: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  below: [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
  ],
}
const outer = {
  above: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  below: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

/**
 * How far above its mean a standard normal variable lies with the chance `tail`, from 0 to 0.5 (Acklam: nine
 * digits).
 */
export function normalDistance(tail: number): number {
  if (tail <= 0) return Number.POSITIVE_INFINITY
  if (tail < 0.02425) {
    const root = Math.sqrt(-2 * Math.log(tail))
    return -(polynomial(outer.above, root) / polynomial(outer.below, root))
  }
  const centred = tail - 0.5
  const square = centred * centred
  return -((polynomial(central.above, square) * centred) / polynomial(central.below, square))
}

/** The chance that a standard normal variable is above `distance`. */
export function normalTail(distance: number): number {
  const half = upperGamma(0.5, (distance * distance) / 2) / 2
  return distance < 0 ? 1 - half : half
}

/** The chance that Student's t with `freedom` degrees, above 0, is above `distance`, 0 or more. */
export function studentTail(distance: number, freedom: number): number {
  if (distance === Number.POSITIVE_INFINITY) return 0
  return incompleteBeta(freedom / (freedom + distance * distance), freedom / 2, 0.5) / 2
}

/** From here on Student's t is normal to four digits where it matters. */
const asGoodAsNormal = 2_000

/** Halvings after which a distance is as exact as its tail. */
const halvings = 100

/** How far above 0 Student's t with `freedom` degrees, above 0, lies with the chance `tail`, from 0 to 0.5. */
export function studentDistance(tail: number, freedom: number): number {
  const least = normalDistance(tail)
  if (freedom >= asGoodAsNormal || tail <= 0 || tail >= 0.5) return least
  // Student's tails are thicker than the normal: the distance is never less.
  let [near, far] = [least, 2 * least]
  while (studentTail(far, freedom) > tail) [near, far] = [far, 2 * far]
  for (let halving = 0; halving < halvings && near < far; halving++) {
    const middle = (near + far) / 2
    if (middle === near || middle === far) break
    if (studentTail(middle, freedom) > tail) near = middle
    else far = middle
  }
  return far
}

/**
 * A tail that was reckoned with a known spread, widened where the spread has only `freedom` degrees behind
 * it.
 */
export function widenedTail(tail: number, freedom: number): number {
  if (freedom >= asGoodAsNormal || tail >= 0.5) return tail
  return studentTail(normalDistance(tail), freedom)
}
