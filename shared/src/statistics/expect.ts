/** What a figure is expected to be, from its own earlier periods and, where there are few, from its peers. */
import {
  believed,
  chanceVariance,
  dispersionSums,
  sumOf,
  type Belief,
  type Family,
  type Observation,
} from './dispersion.ts'
import type { Prediction } from './prediction.ts'
import { noSeason, seasonsOf, type Seasons } from './season.ts'

/** What peers say: their common rate, how places differ (`between`) and how one place varies (`within`). */
export type Peers = { centre: number; between: number; within: number; places: number }

/** The whole, or the exposure, of the figure that is judged, and its season. */
export type Asked = { size: number; season: number }

/** Peers that never vary are too good to be true. */
const least: Record<Family, number> = { count: 0.0025, share: 0.001 }
/** The most that peers' dispersion weighs, in degrees of freedom: a place may be livelier than its peers. */
const mostPeerFreedom = 8

/**
 * Half of one thing seen: what is known before anything is (Jeffreys), so that nothing is ever impossible.
 */
const beforehand = 0.5

/** The dispersion of a series, as it speaks for itself and as its peers lead one to expect. */
function dispersionFor(
  family: Family,
  observations: readonly Observation[],
  seasons: Seasons,
  peers: Peers | null,
): Belief {
  const own = dispersionSums(family, observations, {
    rateOf: ({ season }) => seasons.rateOf(season),
    spent: seasons.spent,
  })
  if (peers === null) return believed(family, own, null)
  const freedom = Math.min(mostPeerFreedom, peers.places)
  return believed(family, own, { amount: peers.within, freedom })
}

/** How many times its chance variance a period's amount varies: what it says counts for so much less. */
const inflation = (family: Family, { size, rate }: { size: number; rate: number }, dispersion: number) =>
  1 + dispersion * (family === 'share' ? Math.max(0, size - 1) : size * rate)

/**
 * From the own history alone, without the figure that is judged; the spread is drawn towards the peers' where
 * there are any. `observations` hold at least one period, with sizes above 0.
 */
export function expectFromHistory(
  family: Family,
  observations: readonly Observation[],
  asked: Asked,
  peers: Peers | null,
): Prediction {
  const rate = rateOf(observations)
  const seasons = seasonsOf(family, observations, rate)
  const dispersion = dispersionFor(family, observations, seasons, peers)
  const known = knownFrom(family, observations, { dispersion, seasons })
  const doubt = seasons.doubt(asked.season)
  const level = (known.amount + beforehand) / (known.size + (family === 'share' ? 2 * beforehand : 0))
  const moved = level + seasons.rateOf(asked.season) - rate
  const centre = within(family, moved, level, known.size)
  return predict(family, { asked, rate: centre, size: known.size / doubt, dispersion, priorFreedom: null })
}

/** From peers, moved by what own periods there are: none, one or a few. */
export function expectFromPeers(
  family: Family,
  observations: readonly Observation[],
  asked: Asked,
  peers: Peers,
): Prediction {
  const rate = observations.length > 0 ? rateOf(observations) : peers.centre
  const dispersion = dispersionFor(family, observations, noSeason(rate), peers)
  const known = knownFrom(family, observations, { dispersion, seasons: noSeason(rate) })
  const between = Math.max(least[family], peers.between) * (1 + 1 / peers.places)
  const size = family === 'share' ? 1 / Math.min(0.9, between) - 1 : 1 / (between * peers.centre)
  const centre = (known.amount + size * peers.centre) / (known.size + size)
  return predict(family, {
    asked,
    rate: centre,
    size: known.size + size,
    dispersion,
    // As far as what is expected comes from the peers, it stands on so many places less one.
    priorFreedom: (peers.places - 1) * ((known.size + size) / size) ** 2,
  })
}

/** From a published centre and the deviation of a single place around it; for shares. */
export function expectFromSpread(
  asked: Asked,
  { centre, deviation, places }: { centre: number; deviation: number; places: number },
): Prediction {
  const dispersion = Math.min(0.9, deviation ** 2 / (centre * (1 - centre)))
  return { family: 'share', of: asked.size, mean: centre, dispersion, freedom: Math.max(1, places - 1) }
}

function rateOf(observations: readonly Observation[]): number {
  return sumOf(observations, ({ amount }) => amount) / sumOf(observations, ({ size }) => size)
}

/** What a history is worth in amounts and sizes that vary by chance alone, with the season taken out. */
function knownFrom(
  family: Family,
  observations: readonly Observation[],
  { dispersion, seasons }: { dispersion: Belief; seasons: Seasons },
): { amount: number; size: number } {
  const rate = observations.length > 0 ? rateOf(observations) : 0
  let amount = 0
  let size = 0
  for (const observation of observations) {
    const moved = observation.size * (seasons.rateOf(observation.season) - rate)
    const factor = inflation(family, { size: observation.size, rate }, dispersion.amount)
    amount += (observation.amount - moved) / factor
    size += observation.size / factor
  }
  return { amount: Math.max(0, amount), size }
}

/** A rate moved by its season, kept where a rate can be. */
function within(family: Family, moved: number, level: number, size: number): number {
  const lowest = Math.min(level, beforehand / size, family === 'share' ? 1 - level : level)
  return family === 'share' ? Math.min(Math.max(moved, lowest), 1 - lowest) : Math.max(moved, lowest)
}

type Basis = {
  asked: Asked
  rate: number
  /** What the rate stands on, in sizes that vary by chance alone. */
  size: number
  dispersion: Belief
  /** The degrees of freedom of what the rate is believed to be beforehand; null where nothing was. */
  priorFreedom: number | null
}

/**
 * The prediction for one more period: its variance is that of the period itself and of what is known of its
 * rate. Where the variance itself is only believed, it is a Student's with the freedom that belief has.
 */
function predict(family: Family, { asked, rate, size, dispersion, priorFreedom }: Basis): Prediction {
  const chance = asked.size * chanceVariance(family, rate)
  const grows = chance * (family === 'share' ? asked.size - 1 : asked.size * rate)
  const own = grows * dispersion.amount
  const centre = (asked.size ** 2 * chanceVariance(family, rate)) / (size + (family === 'share' ? 1 : 0))
  const believedVariance = chance + own + centre
  // A doubt of the dispersion is one of the rate too, as far as the rate stands on the same periods.
  const doubt = grows * dispersion.deviation * (priorFreedom === null ? 1 + centre / (chance + own) : 1)
  const freedomOfOwn = 4 + 2 / Math.max(1e-9, (doubt / believedVariance) ** 2)
  const variance = Math.max(chance, believedVariance * (1 - 2 / freedomOfOwn))
  const uncertain = variance ** 2 / freedomOfOwn + (priorFreedom === null ? 0 : centre ** 2 / priorFreedom)
  const freedom = variance ** 2 / uncertain
  const beyond = variance - chance
  if (family === 'count') {
    const mean = asked.size * rate
    return { family, mean, dispersion: beyond / mean ** 2, freedom }
  }
  const correlation = asked.size > 1 ? beyond / (chance * (asked.size - 1)) : 0
  return { family, of: asked.size, mean: rate, dispersion: Math.min(0.99, correlation), freedom }
}
