/**
 * What boroughs of one tier and cohort report, in so few numbers that no single borough can be read out of
 * them: made by the server from accepted earlier periods, and frozen with the version.
 */

import type { Figure } from '../figures.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import type { PeriodId } from '../periods.ts'
import {
  chanceVariance,
  dispersionOf,
  dispersionSums,
  sumOf,
  type Dispersion,
  type DispersionSums,
  type Family,
  type Observation,
} from '../statistics/dispersion.ts'
import { familyOf, observationOf, peerFamilyOf } from './observations.ts'

/**
 * One indicator over the peers. `count`: of the period. `proportion` and `rate`: numerator over denominator.
 */
export type PeerSummary = {
  indicator: string
  family: 'count' | 'proportion' | 'rate'
  /** The boroughs behind it: at least five, never the one that is judged. */
  peers: number
  /** The mean count, or the pooled proportion or rate (events for each of the denominator). */
  centre: number
  /** How much boroughs differ from each other, beyond chance: squared variation of their means, or rho. */
  between: number
  /** How much one borough differs from itself from period to period, beyond chance: the same measure. */
  within: number
}

/**
 * What the DfE publishes of places of this kind, for attendance. `centre` is the share of sessions attended.
 */
export type ComparatorSummary = {
  /** "pupil referral units in London" */
  label: string
  /** "autumn and spring terms 2022/23" */
  when: string
  source: string
  places: number
  centre: number
  /** The standard deviation of one setting's share around the centre. */
  spread: number
}

/** What one borough reported in one period; `places` are the settings together in it, at least 1. */
export type PeerPeriod = Pick<Figure, 'value' | 'numerator' | 'denominator'> & {
  periodId: PeriodId
  places: number
}

/** With fewer, a summary would say too much of each. */
const fewestPeers = 5
/** Beyond these, differences mean that there is nothing in common to compare with. */
const most: Record<Family, number> = { count: 4, share: 0.9 }
/** What is thought of ups and downs before any are seen: first periods alone show none. */
const beforehand: Record<Family, Dispersion> = {
  count: { amount: 0.05, freedom: 10 },
  share: { amount: 0.02, freedom: 10 },
}

/**
 * Moments of what other boroughs report, one list of periods each: null with fewer than five of them, where
 * there is nothing to compare, and for counts of settings, whose size nobody knows. For what settings
 * report, the variation is that of one setting, as more of them together vary less.
 */
export function summarisePeers(
  definition: IndicatorDefinition,
  series: readonly (readonly PeerPeriod[])[],
): PeerSummary | null {
  const named = peerFamilyOf(definition)
  const isOfSettings = definition.collectedFrom === 'setting'
  if (named === null || (named === 'count' && isOfSettings)) return null
  const family = familyOf(named)
  const boroughs = inOneOrder(series)
    .map((periods) => boroughOf(family, definition, periods))
    .filter((borough) => borough !== null)
  if (boroughs.length < fewestPeers) return null
  const centre = named === 'count' ? meanOf(boroughs.map(({ rate }) => rate)) : pooledRate(boroughs)
  if (chanceVariance(family, centre) <= 0) return null
  const places = isOfSettings ? meanOf(boroughs.map((borough) => borough.places)) : 1
  const within = withinOf(family, boroughs)
  const between = betweenOf(family, boroughs, { centre, within })
  const bounded = (amount: number): number =>
    toFourDigits(Math.min(most[family], Math.max(0, amount * places)))
  return {
    indicator: definition.indicator,
    family: named,
    peers: boroughs.length,
    centre: toFourDigits(centre),
    between: bounded(between),
    within: bounded(within),
  }
}

type Borough = {
  observations: Observation[]
  amount: number
  size: number
  rate: number
  places: number
  sums: DispersionSums
}

function boroughOf(
  family: Family,
  definition: IndicatorDefinition,
  periods: readonly PeerPeriod[],
): Borough | null {
  const observations = periods
    .map((period) => observationOf(definition, period, period.periodId))
    .filter((observation) => observation !== null)
  if (observations.length === 0) return null
  const amount = sumOf(observations, (observation) => observation.amount)
  const size = sumOf(observations, (observation) => observation.size)
  const rate = amount / size
  const sums = dispersionSums(family, observations, { rateOf: () => rate, spent: 1 })
  return { observations, amount, size, rate, places: meanOf(periods.map(({ places }) => places)), sums }
}

/** The boroughs' own ups and downs together, drawn towards what is usual while few periods show them. */
function withinOf(family: Family, boroughs: readonly Borough[]): number {
  const seen = dispersionOf(
    family,
    boroughs.map(({ sums }) => sums),
  )
  const usual = beforehand[family]
  return (seen.amount * seen.freedom + usual.amount * usual.freedom) / (seen.freedom + usual.freedom)
}

const pooledRate = (boroughs: readonly Borough[]): number =>
  sumOf(boroughs, ({ amount }) => amount) / sumOf(boroughs, ({ size }) => size)

/** The variance of the boroughs' rates, less what chance and their own ups and downs put into it. */
function betweenOf(
  family: Family,
  boroughs: readonly Borough[],
  { centre, within }: { centre: number; within: number },
): number {
  const chance = chanceVariance(family, centre)
  const mean = meanOf(boroughs.map(({ rate }) => rate))
  const variance = sumOf(boroughs, ({ rate }) => (rate - mean) ** 2) / (boroughs.length - 1)
  const noise = meanOf(
    boroughs.map(
      ({ observations, size: all }) =>
        sumOf(observations, ({ size }) => {
          const grows = family === 'share' ? size - 1 : size * centre
          return size * chance * (1 + within * grows)
        }) /
        all ** 2,
    ),
  )
  return (variance - noise) / (family === 'share' ? chance : centre ** 2)
}

const meanOf = (numbers: readonly number[]): number => sumOf(numbers, (number) => number) / numbers.length

/** More digits than this would say of single boroughs what a summary must not. */
const toFourDigits = (number: number): number => Number(number.toPrecision(4))

/** Sums of fractions depend on their order, and a rounded one may tip: they are made in one order always. */
const inOneOrder = (series: readonly (readonly PeerPeriod[])[]): PeerPeriod[][] =>
  series.map((periods) => periods.toSorted(byText)).toSorted(byText)

function byText<T>(left: T, right: T): number {
  const [one, other] = [JSON.stringify(left), JSON.stringify(right)]
  return one < other ? -1 : one > other ? 1 : 0
}
