/** How much pupils differ from each other, as one number: the design effect of their sessions. */

/** Possible and attended sessions by pupil; a pupil without possible sessions is no enrolment. */
export type PupilSessions = { possible: Uint32Array; attended: Uint32Array }

/** With fewer pupils one of them could be told from the others, and the spread is hardly known. */
const fewestPupils = 6

/**
 * The between-pupil variance of attendance over that of independent sessions, to three decimals:
 * [n/(n-1) x sum of (a - R p)^2] / [P R (1 - R)], for n pupils with `a` of `p` sessions attended, `P` in all
 * and the rate R (ratio estimator of a cluster sample, Kish 1965). Null for fewer than six pupils, and where
 * all or none was attended. In whole numbers up to the last division: the order of pupils changes nothing.
 */
export function dispersionOf({ possible, attended }: PupilSessions): number | null {
  let [pupils, sessions, present] = [0, 0, 0]
  let [squares, products, presentSquares] = [0, 0, 0]
  for (let pupil = 0; pupil < possible.length; pupil++) {
    const [of, there] = [possible[pupil]!, attended[pupil]!]
    if (of === 0) continue
    pupils++
    sessions += of
    present += there
    squares += of * of
    products += of * there
    presentSquares += there * there
  }
  if (pupils < fewestPupils || present === 0 || present === sessions) return null
  const [all, there] = [BigInt(sessions), BigInt(present)]
  const spread =
    all * all * BigInt(presentSquares) - 2n * all * there * BigInt(products) + there * there * BigInt(squares)
  const chance = all * there * (all - there)
  const dispersion = (pupils / (pupils - 1)) * (Number(spread) / Number(chance))
  return Math.round(dispersion * 1000) / 1000
}
