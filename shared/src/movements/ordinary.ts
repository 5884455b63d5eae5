/** How large a movement is beside what is ordinary for its measure, so that a page can begin with what stands out. */
import type { Figure } from '../figures.ts'
import { isPair, type IndicatorDefinition } from '../framework/indicators.ts'
import { isSameSeries, type SeriesFrom } from '../standards/observations.ts'
import type { PastPeriod } from '../standards/check-input.ts'
import { byMeasure, type Movement } from './movements.ts'
import { peopleOf } from '../ratings.ts'
import { levelOf, togetherOf, type Places } from './places.ts'
import type { Locator } from '../locators.ts'

/** Fewer past changes than this say nothing of what is usual. */
const fewestChanges = 3
/** Taken as ordinary where there is no past to learn from: a tenth of the figure. */
export const guess = 0.1
/** A figure that never moved is not infinitely moved by the least change: at least this share of it is ordinary. */
const least = 0.02
/** A count that changed by fewer says nothing by how many times: chance has its way there. */
const fewest = 5

/** From here on tenths are of no use. */
const wholeFrom = 10

/** "3.9 times its usual change": never more than it was, so that no page calls four times what another does not. */
export function timesWords(strength: number): string {
  const rounded = strength >= wholeFrom ? Math.floor(strength) : Math.floor(strength * 10) / 10
  return `${rounded} times its usual change`
}

export type Ranked = {
  movement: Movement
  /** The change over the ordinary one; 0 of what cannot be compared, or is of too few people to say. */
  strength: number
  /** How many times its usual change that is; null where its own past does not say, or the change is of a few. */
  times: number | null
}

type Past = { history: readonly PastPeriod[]; seriesFrom: SeriesFrom }

/** The movements, those that stand out most first; those without a change last, as they stood. */
export function rankMovements(
  movements: readonly Movement[],
  asked: readonly IndicatorDefinition[],
  past: Past,
): Ranked[] {
  const definitions = new Map(asked.map((definition) => [definition.indicator, definition]))
  // Each period's figures are parted once, however many measures moved.
  const periods = past.history.map((period) => ({ period, measures: byMeasure(period.figures) }))
  const series = { periods, seriesFrom: past.seriesFrom }
  const ranked = movements.map((movement) => {
    const definition = definitions.get(movement.indicator)
    if (!definition) return { movement, strength: 0, times: null }
    const usual = usualChange(definition, movement.locator, series)
    return { movement, ...farness(definition, movement, usual) }
  })
  return ranked.toSorted((left, right) => right.strength - left.strength)
}

/** How far it moved. What never moved by so much as can be told has no usual change to speak of. */
function farness(
  definition: IndicatorDefinition,
  { change, before, after }: Movement,
  usual: number | null,
): Omit<Ranked, 'movement'> {
  if (change === null || isOfFew(definition, before) || isOfFew(definition, after))
    return { strength: 0, times: null }
  const size = Math.max(Math.abs(levelOf(definition, before) ?? 0), Math.abs(levelOf(definition, after) ?? 0))
  const floor = Math.max(size * least, stepOf(definition, [before, after]))
  const ordinary = Math.max(usual ?? size * guess, floor)
  const strength = Math.abs(change) / ordinary
  const isTold = usual !== null && usual >= floor && !isByFew(definition, change)
  return { strength, times: isTold ? strength : null }
}

/** Whether a count changed by a few. */
export const isByFew = ({ measure }: Pick<IndicatorDefinition, 'measure'>, change: number | null): boolean =>
  measure === 'count' && Math.abs(change ?? 0) < fewest

/** The least that tells: one of what is counted, and of a ratio one of what it is out of. */
function stepOf({ measure }: IndicatorDefinition, sides: readonly (Figure | null)[]): number {
  if (!isPair(measure)) return 1
  const outOf = sides.map((figure) => figure?.denominator ?? 0).filter((denominator) => denominator > 0)
  return outOf.length === 0 ? 0 : 1 / Math.min(...outOf)
}

/** Fewer people behind a ratio than its definition reads anything into. */
function isOfFew(definition: IndicatorDefinition, figure: Figure | null): boolean {
  const people = figure && isPair(definition.measure) ? peopleOf(definition, figure) : null
  return people !== null && people < definition.minimumPeople
}

type Series = {
  periods: readonly { period: PastPeriod; measures: ReadonlyMap<Locator, Places> }[]
  seriesFrom: SeriesFrom
}

/** The middle one of the changes from period to period, as far back as the series goes. */
function usualChange(
  definition: IndicatorDefinition,
  measure: Locator,
  { periods, seriesFrom }: Series,
): number | null {
  const end = periods.findIndex(({ period }) => !isSameSeries(definition, period, seriesFrom))
  const levels = periods.slice(0, end === -1 ? periods.length : end).flatMap(({ measures }) => {
    const level = levelOf(definition, togetherOf(definition, measures.get(measure) ?? new Map()))
    return level === null ? [] : [level]
  })
  return middleChange(levels)
}

/** The median step between neighbours; null where there are too few. */
export function middleChange(levels: readonly number[]): number | null {
  const changes = levels.slice(1).map((level, at) => Math.abs(level - levels[at]!))
  if (changes.length < fewestChanges) return null
  const sorted = changes.toSorted((left, right) => left - right)
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
}
