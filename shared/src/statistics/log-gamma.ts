/** The logarithm of the gamma function. */

/** Lanczos's coefficients for g = 7 (Godfrey): fifteen digits. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
const halfLogOfTwoPi = 0.9189385332046727

/** ln of gamma at `x` above 0; ln of (x - 1)! where `x` is whole. */
export function logGamma(x: number): number {
  // Near 0 the digits of x would be lost in x - 1.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x)
  const shifted = x - 1
  let sum = lanczos[0]!
  for (let term = 1; term < lanczos.length; term++) sum += lanczos[term]! / (shifted + term)
  const base = shifted + 7.5
  return halfLogOfTwoPi + (shifted + 0.5) * Math.log(base) - base + Math.log(sum)
}
