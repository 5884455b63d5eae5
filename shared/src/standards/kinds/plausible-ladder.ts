/** Clause 5, Plausible: figures far from their own history (5.4) or from their peers (5.5). */
import { ratioOf, showRatio } from '../../figures.ts'
import type { Family, Observation } from '../../statistics/dispersion.ts'
import { expectFromHistory, expectFromPeers, expectFromSpread, type Peers } from '../../statistics/expect.ts'
import { isOut, usualRange, type Prediction } from '../../statistics/prediction.ts'
import { periodsForSeason } from '../../statistics/season.ts'
import { familyOf, observationOf, peerFamilyOf, sameSeries } from '../observations.ts'
import type { ComparatorSummary, PeerSummary } from '../peers.ts'
import { mainParts, soundPart, type Cell, type Fault, type PreparedInput } from '../prepared-input.ts'
import { cellName, figureWords, listWords, seenParts } from '../words.ts'
import { rangeWords } from './range-words.ts'
import { awardScale } from './award-scale.ts'
import type { RuleOf } from './rule-of.ts'

/** A figure that can be judged, and what was reported of it before: earliest first. */
type Judged = {
  cell: Cell
  family: Family
  now: Observation
  /** In the terms of this year's award, where it is money of the grant. */
  before: Observation[]
  /** What was reported of it before, in words: asked for only where there is something to say. */
  past: () => string[]
  isScaled: boolean
}

/** Both steps of the ladder judge the same figures: they are gathered once. */
const gathered = new WeakMap<PreparedInput, Judged[]>()

function judgedFigures(prepared: PreparedInput): Judged[] {
  const known = gathered.get(prepared) ?? gatherFigures(prepared)
  gathered.set(prepared, known)
  return known
}

function gatherFigures(prepared: PreparedInput): Judged[] {
  return prepared.cells().flatMap((cell) => {
    const { definition, figure, dimension, locator } = cell
    const family = peerFamilyOf(definition)
    if (family === null || dimension !== null || figure.missing !== null) return []
    if (mainParts(definition.measure).some((part) => soundPart(definition, figure, part) === null)) return []
    const now = observationOf(definition, figure, prepared.input.periodId)
    if (now === null) return []
    const earlier = sameSeries(definition, prepared.input).toReversed()
    const seen = earlier.flatMap((past) => {
      const observation = observationOf(definition, past.figures[locator], past.periodId)
      if (observation === null) return []
      const scale = awardScale(prepared, definition, past.periodId)
      const scaled = { ...observation, amount: observation.amount * scale }
      return [{ observation: scaled, scale, figure: past.figures[locator] }]
    })
    return [
      {
        cell,
        family: familyOf(family),
        now,
        before: seen.map(({ observation }) => observation),
        past: () => seen.map(({ figure: reportedThen }) => shortWords(cell, reportedThen)),
        isScaled: seen.some(({ scale }) => scale !== 1),
      },
    ]
  })
}

/** 5.4: outside what its own earlier periods lead one to expect; it is not among them itself. */
export function outsideOwnHistory(prepared: PreparedInput, rule: RuleOf<'outside-own-history'>): Fault[] {
  const peers = peersByIndicator(prepared)
  return judgedFigures(prepared).flatMap((judged) => {
    const { cell, family, now, before } = judged
    if (before.length < rule.periods) return []
    const summary = peers.get(cell.definition.indicator) ?? null
    const prediction = expectFromHistory(family, before, now, summary && peersOf(summary))
    if (!isOut(prediction, now.amount, rule.level)) return []
    const season = before.length >= periodsForSeason ? ' at this time of the year' : ''
    const award = judged.isScaled ? " under this year's award" : ''
    const usual = rangeWords(cell.definition, now, usualRange(prediction, rule.level))
    return [
      faultOf(prepared, cell, {
        message: `${said(prepared, cell)} ${reported(judged)}; ${usual} would be usual${season}${award}.`,
        fix: 'Check the figure. If it is right, explain what changed.',
      }),
    ]
  })
}

/**
 * 5.5: far from boroughs of its kind, while its own periods are few; attendance also from what the DfE
 * publishes.
 */
export function farFromPeers(prepared: PreparedInput, rule: RuleOf<'far-from-peers'>): Fault[] {
  const peers = peersByIndicator(prepared)
  return judgedFigures(prepared).flatMap((judged) => {
    const summary = peers.get(judged.cell.definition.indicator)
    const fromPeers = summary ? farFromBoroughs(prepared, { judged, summary }, rule) : []
    return fromPeers.length > 0 ? fromPeers : farFromPublished(prepared, judged, rule)
  })
}

function farFromBoroughs(
  prepared: PreparedInput,
  { judged, summary }: { judged: Judged; summary: PeerSummary },
  rule: RuleOf<'far-from-peers'>,
): Fault[] {
  const { cell, family, now, before } = judged
  if (before.length >= rule.periods || summary.peers < rule.peers) return []
  // How much a setting does depends on its size, which nobody knows; its rates do not.
  if (summary.family === 'count' && cell.urn !== null) return []
  const prediction = expectFromPeers(family, before, now, peersOf(summary))
  if (!isOut(prediction, now.amount, rule.level)) return []
  const ofOthers = expectFromPeers(family, [], now, peersOf(summary))
  const words = (of: Prediction) => rangeWords(cell.definition, now, usualRange(of, rule.level))
  return [
    faultOf(prepared, cell, {
      message: `${said(prepared, cell)} ${beside(judged, {
        others: words(ofOthers),
        // Usual for others and not after what was reported before: then only the two together say why.
        own: isOut(ofOthers, now.amount, rule.level) ? null : words(prediction),
      })}`,
      fix: 'Check the figure. If it is right, say what is different here.',
    }),
  ]
}

function beside(judged: Judged, { others, own }: { others: string; own: string | null }): string {
  if (judged.before.length === 0) return `Boroughs of your kind usually report ${others}.`
  const usual = own === null ? '' : `, and after your figures ${own} would be usual`
  return `${reported(judged)}; boroughs of your kind usually report ${others}${usual}.`
}

function farFromPublished(
  prepared: PreparedInput,
  { cell, now }: Judged,
  rule: RuleOf<'far-from-peers'>,
): Fault[] {
  const { derivation } = cell.definition
  if (derivation?.kind !== 'attendance' || derivation.numerator !== 'attended') return []
  const { comparator } = prepared.input
  if (comparator === null || comparator.centre <= 0 || comparator.centre >= 1) return []
  const prediction = publishedPrediction(now, comparator)
  if (!isOut(prediction, now.amount, rule.level)) return []
  const usual = rangeWords(cell.definition, now, usualRange(prediction, rule.level))
  const { label, when, source } = comparator
  return [
    faultOf(prepared, cell, {
      message: `${said(prepared, cell)} Of ${label}, nearly all have ${usual} (${when}; ${source}). That is another period, so it is only a guide.`,
      fix: 'Check sessions attended and sessions possible. If they are right, say what is different here.',
    }),
  ]
}

const publishedPrediction = (now: Observation, { centre, spread, places }: ComparatorSummary): Prediction =>
  expectFromSpread(now, { centre, deviation: spread, places })

const peersByIndicator = ({ input }: PreparedInput): ReadonlyMap<string, PeerSummary> =>
  new Map(input.peers.map((summary) => [summary.indicator, summary]))

const peersOf = ({ centre, between, within, peers }: PeerSummary): Peers => ({
  centre,
  between,
  within,
  places: peers,
})

/** Only the return's own figures are remembered: an explanation does not lapse when peers report again. */
function faultOf(prepared: PreparedInput, cell: Cell, words: Pick<Fault, 'message' | 'fix'>): Fault {
  const parts = mainParts(cell.definition.measure)
  return { locator: cell.locator, part: parts[0] ?? null, inputs: seenParts(prepared, cell, parts), ...words }
}

const shortWords = ({ definition }: Cell, figure: Cell['figure'] | undefined): string =>
  (figure && ratioOf(figure) !== null && showRatio(figure, definition.measure)) ||
  figureWords(definition, figure)

function said(prepared: PreparedInput, cell: Cell): string {
  const { definition, figure } = cell
  const ratio = showRatio(figure, definition.measure)
  const words = figureWords(definition, { ...figure, people: null })
  return `${cellName(prepared, cell)}: ${ratio === null ? words : `${ratio} (${words})`}.`
}

const reported = ({ past }: Judged): string => `You reported ${listWords(past())} before`
