/**
 * What one figure is expected to be: how likely it is as it stands, and between which bounds it usually
 * lies.
 */
import { shareOrLess, shareOrMore } from './beta-binomial.ts'
import { countOrLess, countOrMore } from './negative-binomial.ts'
import { widenedTail } from './student.ts'

/**
 * `count`: `mean` things, spread by `dispersion` (negative binomial). `share`: a `mean` share of the whole
 * `of`, spread by `dispersion`, its correlation (beta-binomial). `freedom`: the degrees of freedom behind the
 * spread: the fewer, the wider.
 */
export type Prediction =
  | { family: 'count'; mean: number; dispersion: number; freedom: number }
  | { family: 'share'; of: number; mean: number; dispersion: number; freedom: number }

/** What is expected of a figure, in its own unit: things, or the number out of the whole. */
export const expectedOf = (prediction: Prediction): number =>
  prediction.family === 'share' ? prediction.mean * prediction.of : prediction.mean

/**
 * The chance of a figure as far out as `x`, or further, on either side: small where it is out of place. It
 * never grows as `x` moves on, above or below what is expected.
 */
export function chanceOf(prediction: Prediction, x: number): number {
  const isAbove = x >= expectedOf(prediction)
  const tail = isAbove ? orMore(prediction, x) : orLess(prediction, x)
  return Math.min(1, 2 * widenedTail(tail, prediction.freedom))
}

/**
 * Of the figure itself only half counts as further out than itself (mid-p): whole numbers in steps would
 * otherwise be flagged far less often than they should.
 */
const orMore = (prediction: Prediction, x: number): number =>
  (atLeast(prediction, x) + atLeast(prediction, x + 1)) / 2

const orLess = (prediction: Prediction, x: number): number =>
  (atMost(prediction, x) + atMost(prediction, x - 1)) / 2

function atLeast(prediction: Prediction, x: number): number {
  if (prediction.family === 'share' && x > prediction.of) return 0
  if (prediction.family === 'count') return countOrMore(prediction, x)
  return shareOrMore({ ...prediction, correlation: prediction.dispersion }, x)
}

function atMost(prediction: Prediction, x: number): number {
  if (x < 0) return 0
  if (prediction.family === 'count') return countOrLess(prediction, x)
  return shareOrLess({ ...prediction, correlation: prediction.dispersion }, x)
}

/** Whether a figure is so far out that less than `level` of figures in range are. */
export function isOut(prediction: Prediction, x: number, level: number): boolean {
  // Nearly every figure lies within one standard deviation, where no tail of these families is so thin.
  if (Math.abs(x - expectedOf(prediction)) <= deviationOf(prediction)) return false
  return chanceOf(prediction, x) < level
}

function deviationOf(prediction: Prediction): number {
  const { mean, dispersion } = prediction
  if (prediction.family === 'count') return Math.sqrt(mean * (1 + dispersion * mean))
  const { of } = prediction
  return Math.sqrt(of * mean * (1 - mean) * (1 + (of - 1) * dispersion))
}

/** The bounds between which a figure is not out at `level`, in its own unit; nothing is rounded. */
export function usualRange(prediction: Prediction, level: number): { low: number; high: number } {
  const expected = expectedOf(prediction)
  const most = prediction.family === 'share' ? prediction.of : highestOf(prediction, expected, level)
  const isUsual = (x: number) => chanceOf(prediction, x) >= level
  return {
    low: isUsual(0) ? 0 : boundary(isUsual, expected, 0),
    high: isUsual(most) ? most : boundary(isUsual, expected, most),
  }
}

function highestOf(prediction: Prediction, expected: number, level: number): number {
  let most = 2 * expected + 4
  while (chanceOf(prediction, most) >= level) most *= 2
  return most
}

/** The last usual figure on the way from one that is to one that is not, to a millionth of the way. */
function boundary(isUsual: (x: number) => boolean, usual: number, unusual: number): number {
  let [inside, outside] = [usual, unusual]
  for (let step = 0; step < 20; step++) {
    const middle = (inside + outside) / 2
    if (isUsual(middle)) inside = middle
    else outside = middle
  }
  return inside
}
