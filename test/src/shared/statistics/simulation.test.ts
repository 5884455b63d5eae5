/** With every series in range, about 1 in 100 figures is flagged: simulated, and printed by family. */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { followedDefinitions } from '@inclusion/shared/standards/examples/framework-plausible'
import { summarisePeers, type PeerPeriod } from '@inclusion/shared/standards/peers'
import type { Family, Observation } from '@inclusion/shared/statistics/dispersion'
import { expectFromHistory, expectFromPeers, type Peers } from '@inclusion/shared/statistics/expect'
import { isOut } from '@inclusion/shared/statistics/prediction'
import { expect, test } from 'vitest'
import { chanceFrom, type Chance } from './chance.ts'

const level = 0.01
/** How places differ from each other: squared variation of counts, correlation of shares. */
const between = { count: 0.1, share: 0.03 }
/** Boroughs are like this in groups of so many, each group with its own peers. */
const [groups, figures] = [150, 20]
const peerPeriods = 6
const boroughs = 14

const { sessions: count, takeUp: proportion } = followedDefinitions
const rate: IndicatorDefinition = { ...proportion, measure: 'rate', overTime: 'rate' }

/** Series as people report them: of one size or another, as steady as chance allows or less. */
type Kind = {
  definition: IndicatorDefinition
  family: Family
  rates: readonly number[]
  sizes: readonly number[]
  spreads: readonly number[]
}
const counts = { definition: count, family: 'count', sizes: [1] } as const
const shares = { definition: proportion, family: 'share' } as const
const kinds: Record<string, Kind> = {
  counts: { ...counts, rates: [3, 12, 60], spreads: [0, 0.02, 0.05, 0.1] },
  hours: { ...counts, rates: [120, 400], spreads: [0.01, 0.03, 0.06] },
  money: { ...counts, rates: [3_000, 8_000], spreads: [0.005, 0.02, 0.05] },
  rates: {
    ...{ definition: rate, family: 'count', rates: [0.05, 0.2], sizes: [20, 40, 80] },
    spreads: [0, 0.05, 0.1],
  },
  proportions: { ...shares, rates: [0.6, 0.75, 0.9], sizes: [20, 100, 400], spreads: [0, 0.01, 0.03] },
  attendance: { ...shares, rates: [0.45, 0.6], sizes: [1_500], spreads: [0.005, 0.01, 0.03] },
}

type Group = { family: Family; centre: number; size: number; spread: number; peers: Peers }
type Draw = () => Observation
type Judge = (group: Group, draw: Draw) => boolean

/** The figures of one borough, period after period, around a level of its own. */
function boroughOf(chance: Chance, { family, centre, size, spread }: Omit<Group, 'peers'>): Draw {
  const own = chance.level(family, centre, between[family])
  let period = 0
  return function draw() {
    const amount = family === 'count' ? chance.count(own * size, spread) : chance.share(size, own, spread)
    return { amount, size, season: (period++ % 4) + 1 }
  }
}

const several = (periods: number, draw: Draw): Observation[] => Array.from({ length: periods }, draw)

/** A group of boroughs, with the summary that the service makes of it. */
function groupOf(chance: Chance, kind: Kind): Group {
  const { family, definition } = kind
  const [centre, size, spread] = [kind.rates, kind.sizes, kind.spreads].map((all) => chance.pick(all))
  const group = { family, centre: centre!, size: size!, spread: spread! }
  const series = Array.from({ length: boroughs }, () =>
    several(peerPeriods, boroughOf(chance, group)).map(({ amount }): PeerPeriod => {
      const pair = definition === count ? [null, null] : [amount, group.size]
      const value = definition === count ? amount : null
      return { value, numerator: pair[0]!, denominator: pair[1]!, periodId: 'FY2024-25-Q1', places: 1 }
    }),
  )
  const summary = summarisePeers(definition, series)
  if (summary === null) throw new Error('The simulated boroughs give no summary')
  return { ...group, peers: { ...summary, places: summary.peers } }
}

/** The share of figures in range that are flagged, in percent. */
function flagged(kind: Kind, judge: Judge, seed: number): number {
  const chance = chanceFrom(seed)
  let out = 0
  for (let made = 0; made < groups; made++) {
    const group = groupOf(chance, kind)
    for (let figure = 0; figure < figures; figure++) if (judge(group, boroughOf(chance, group))) out++
  }
  return (100 * out) / (groups * figures)
}

/** From the history alone, or with peers beside it. */
const fromHistory =
  (periods: number, hasPeers: boolean): Judge =>
  ({ family, peers }, draw) => {
    const history = several(periods, draw)
    const figure = draw()
    return isOut(expectFromHistory(family, history, figure, hasPeers ? peers : null), figure.amount, level)
  }

/** From the peers, with fewer than four periods of its own. */
const fromPeers =
  (periods: number): Judge =>
  ({ family, peers }, draw) => {
    const history = several(periods, draw)
    const figure = draw()
    return isOut(expectFromPeers(family, history, figure, peers), figure.amount, level)
  }

const ladder: Record<string, Judge> = {
  'peers alone': fromPeers(0),
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
    const percents = Object.values(ladder).map((judge, column) => flagged(kind, judge, 1_000 * row + column))
    return { name, percents, together: percents.reduce((sum, percent) => sum + percent, 0) / percents.length }
  })
  const cells = (percents: readonly number[]) =>
    percents.map((one) => `${one.toFixed(2)}%`.padStart(7)).join('')
  const lines = table.map(
    ({ name, percents, together }) => `${name.padEnd(12)}${cells([...percents, together])}`,
  )
  process.stdout.write(
    `Figures in range that are flagged at 1% (${Object.keys(ladder).join('; ')}; together):\n${lines.join('\n')}\n`,
  )
  for (const { name, percents, together } of table) {
    expect(together, name).toBeGreaterThan(0.2)
    expect(together, name).toBeLessThan(2)
    for (const percent of percents) expect(percent, name).toBeLessThan(2.5)
  }
})
