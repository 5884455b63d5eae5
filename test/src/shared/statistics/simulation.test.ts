/** With every series in range, about 1 in 100 figures is flagged: simulated, and printed by family. */
import type { Family, Observation } from '@inclusion/shared/statistics/dispersion'
import { expectFromHistory, expectFromPeers, type Peers } from '@inclusion/shared/statistics/expect'
import { isOut } from '@inclusion/shared/statistics/prediction'
import { expect, test } from 'vitest'
import { chanceFrom } from './chance.ts'

const level = 0.01
const figures = 3_000
/** How places differ from each other: squared variation of counts, correlation of shares. */
const between = 0.05

/** Series as people report them: of one size or another, as steady as chance allows or less. */
const kinds = {
  counts: { family: 'count', rates: [3, 12, 60], sizes: [1], spreads: [0, 0.02, 0.05, 0.1] },
  hours: { family: 'count', rates: [120, 400], sizes: [1], spreads: [0.01, 0.03, 0.06] },
  money: { family: 'count', rates: [3_000, 8_000], sizes: [1], spreads: [0.005, 0.02, 0.05] },
  rates: { family: 'count', rates: [0.05, 0.2], sizes: [20, 40, 80], spreads: [0, 0.05, 0.1] },
  proportions: { family: 'share', rates: [0.6, 0.75, 0.9], sizes: [20, 100, 400], spreads: [0, 0.01, 0.03] },
  attendance: { family: 'share', rates: [0.45, 0.6], sizes: [3_000], spreads: [0.005, 0.01, 0.03] },
} as const satisfies Record<string, Kind>

type Kind = {
  family: Family
  rates: readonly number[]
  sizes: readonly number[]
  spreads: readonly number[]
}
type Case = { family: Family; centre: number; rate: number; size: number; spread: number }

/** The share of figures in range that are flagged, in percent. */
function flagged(kind: Kind, judge: (given: Case, draw: () => Observation) => boolean, seed: number): number {
  const chance = chanceFrom(seed)
  let out = 0
  for (let figure = 0; figure < figures; figure++) {
    const centre = chance.pick(kind.rates)
    const given = {
      family: kind.family,
      centre,
      rate: chance.level(kind.family, centre, between),
      size: chance.pick(kind.sizes),
      spread: chance.pick(kind.spreads),
    }
    let period = 0
    const draw = (): Observation => {
      const { family, rate, size, spread } = given
      const amount = family === 'count' ? chance.count(rate * size, spread) : chance.share(size, rate, spread)
      return { amount, size, season: (period++ % 4) + 1 }
    }
    if (judge(given, draw)) out++
  }
  return (100 * out) / figures
}

const peersOf = ({ rate, spread }: Case): Peers => ({
  centre: rate,
  between: 0.05,
  within: spread,
  places: 12,
})
const several = (periods: number, draw: () => Observation) => Array.from({ length: periods }, draw)

/** From the history alone, or with peers beside it. */
const fromHistory = (periods: number, hasPeers: boolean) => (given: Case, draw: () => Observation) => {
  const history = several(periods, draw)
  const figure = draw()
  const peers = hasPeers ? peersOf(given) : null
  return isOut(expectFromHistory(given.family, history, figure, peers), figure.amount, level)
}

/** From the peers, with fewer than four periods of its own: this place is one like them. */
const fromPeers = (periods: number) => (given: Case, draw: () => Observation) => {
  const history = several(periods, draw)
  const figure = draw()
  return isOut(expectFromPeers(given.family, history, figure, peersOf(given)), figure.amount, level)
}

const ladder = {
  '1 period and peers': fromPeers(1),
  '3 periods and peers': fromPeers(3),
  '4 periods': fromHistory(4, false),
  '4 periods and peers': fromHistory(4, true),
  '6 periods': fromHistory(6, false),
  '6 periods and peers': fromHistory(6, true),
  '8 periods, by season': fromHistory(8, false),
  '8 periods, by season, and peers': fromHistory(8, true),
}

test('of figures in range, about 1 in 100 is flagged, whatever the family', () => {
  const table = Object.entries(kinds).map(([name, kind], row) => {
    const rates = Object.values(ladder).map((judge, column) => flagged(kind, judge, 1_000 * row + column))
    return { name, rates, together: rates.reduce((sum, rate) => sum + rate, 0) / rates.length }
  })
  const cells = (rates: readonly number[]) => rates.map((rate) => `${rate.toFixed(2)}%`.padStart(7)).join(' ')
  const lines = table.map(({ name, rates, together }) => `${name.padEnd(12)}${cells([...rates, together])}`)
  process.stdout.write(
    `Figures in range that are flagged at 1% (${Object.keys(ladder).join('; ')}; together):\n${lines.join('\n')}\n`,
  )
  for (const { name, rates, together } of table) {
    expect(together, name).toBeGreaterThan(0.2)
    expect(together, name).toBeLessThan(2)
    for (const rate of rates) expect(rate, name).toBeLessThan(2.5)
  }
})
