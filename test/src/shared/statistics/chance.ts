/** Chance that is the same every time, for simulations: a seeded generator and what is drawn with it. */

import type { Family } from '@inclusion/shared/statistics/dispersion'

export type Chance = {
  count: (mean: number, dispersion: number) => number
  share: (of: number, mean: number, correlation: number) => number
  /** The level of one place among many that differ, by squared variation or correlation. */
  level: (family: Family, mean: number, between: number) => number
  pick: <Item>(items: readonly Item[]) => Item
}

/** Mulberry32 (public domain), and draws by Marsaglia and Tsang (gamma), Knuth and the normal limit (the rest). */
export function chanceFrom(seed: number): Chance {
  let state = seed
  function uniform(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape)
    const base = shape - 1 / 3
    for (;;) {
      const x = normal()
      const cube = (1 + x / Math.sqrt(9 * base)) ** 3
      if (cube <= 0) continue
      if (Math.log(1 - uniform()) < x ** 2 / 2 + base - base * cube + base * Math.log(cube))
        return base * cube
    }
  }
  function poisson(mean: number): number {
    if (mean > 500) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    const least = Math.exp(-mean)
    let [count, product] = [0, uniform()]
    for (; product > least; product *= uniform()) count++
    return count
  }
  function binomial(of: number, mean: number): number {
    if (of > 1_000) {
      const drawn = Math.round(of * mean + Math.sqrt(of * mean * (1 - mean)) * normal())
      return Math.min(of, Math.max(0, drawn))
    }
    let count = 0
    for (let trial = 0; trial < of; trial++) if (uniform() < mean) count++
    return count
  }
  function portion(mean: number, correlation: number): number {
    const size = 1 / correlation - 1
    const [a, b] = [gamma(mean * size), gamma((1 - mean) * size)]
    return a / (a + b)
  }
  return {
    count: (mean, dispersion) => poisson(dispersion === 0 ? mean : gamma(1 / dispersion) * mean * dispersion),
    share: (of, mean, correlation) => binomial(of, correlation === 0 ? mean : portion(mean, correlation)),
    level: (family, mean, between) =>
      family === 'share' ? portion(mean, between) : gamma(1 / between) * mean * between,
    pick: (items) => items[Math.floor(uniform() * items.length)]!,
  }
}
