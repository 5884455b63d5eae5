/**
 * How much of a change lies within settings and how much in which settings there are, and how large each is.
 * A law holds, and is tested: the parts add up to the change, and turned round in time each changes its sign.
 */
import { isPair, type IndicatorDefinition } from '../framework/indicators.ts'
import { isGiven, levelOf, togetherOf, type Places } from './places.ts'

type Measured = Pick<IndicatorDefinition, 'measure' | 'overPlace'>

/** Parts of a change, in the unit of its level: 0.019 of a proportion is 1.9 points. */
export type Split = {
  /** Of the places there are on both sides, by what each changed itself. */
  within: number
  /** Of the places there are on both sides, by how much each weighs. */
  mix: number
  /** By places that count on one side only. */
  coverage: number
  /** The level of the places on both sides, before and after; null where there are none. */
  both: { before: number; after: number } | null
}

/** What comes from the composition, in one number. */
export const compositionOf = ({ mix, coverage }: Split): number => mix + coverage

/** Parts a change over several places; null where there is one place, or no level on a side, or one that weighs nothing. */
export function splitOf(definition: Measured, before: Places, after: Places): Split | null {
  if (new Set([...before.keys(), ...after.keys()]).size < 2) return null
  const from = levelOf(definition, togetherOf(definition, before))
  const to = levelOf(definition, togetherOf(definition, after))
  if (from === null || to === null || !isSound(definition, before) || !isSound(definition, after)) return null
  const shared = [...before.keys()].filter(
    (place) => weighs(definition, before, place) && weighs(definition, after, place),
  )
  if (shared.length === 0) return { within: 0, mix: 0, coverage: to - from, both: null }
  const [old, now] = [only(before, shared), only(after, shared)]
  const both = {
    before: levelOf(definition, togetherOf(definition, old))!,
    after: levelOf(definition, togetherOf(definition, now))!,
  }
  const within = isPair(definition.measure) ? withinOf(definition, old, now) : both.after - both.before
  const mix = isPair(definition.measure) ? both.after - both.before - within : 0
  return { within, mix, coverage: both.before - from + (to - both.after), both }
}

/** Each place's own change, weighed by the mean of its share before and after (Kitagawa). */
function withinOf(definition: Measured, before: Places, after: Places): number {
  const [was, is] = [sharesOf(before), sharesOf(after)]
  return [...before.keys()].reduce((sum, place) => {
    const [from, to] = [before, after].map((places) => levelOf(definition, places.get(place) ?? null)!)
    return sum + ((was(place) + is(place)) / 2) * (to! - from!)
  }, 0)
}

/** The share of the whole that each place is out of. */
function sharesOf(places: Places): (place: string) => number {
  const whole = [...places.values()].reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)
  return (place) => (places.get(place)?.denominator ?? 0) / whole
}

const only = (places: Places, kept: readonly string[]): Places =>
  new Map(kept.map((place) => [place, places.get(place)!]))

/** Whether a place has a level of its own. */
export const weighs = (definition: Measured, places: Places, place: string): boolean =>
  levelOf(definition, places.get(place) ?? null) !== null

/** A pair out of nobody must be of nobody, or its part of the whole could not be told. */
const isSound = (definition: Measured, places: Places): boolean =>
  !isPair(definition.measure) ||
  [...places.values()].every(
    (figure) =>
      !isGiven(definition, figure) ||
      figure.denominator! > 0 ||
      (figure.denominator === 0 && figure.numerator === 0),
  )
