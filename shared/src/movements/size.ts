/**
 * How much a return moved as a whole, so that an evaluator sees which to open: how many of its figures changed by
 * much more than is usual for them, and which one most. Each figure is held against its own past and no other:
 * totals only, since a breakdown moves with its total; no count that changed by a few, where chance has its way; and
 * no count of the whole year across the turn of the year, where it begins anew.
 */
import type { IndicatorDefinition } from '../framework/indicators.ts'
import { periodOf } from '../periods.ts'
import { byMeasure, type Movement } from './movements.ts'
import { guess, isByFew, timesWords, type Ranked } from './ordinary.ts'
import { levelOf, togetherOf, type Places } from './places.ts'
import type { SinceLast } from './since-last.ts'

/** A change of so many times the usual one, or more, is large. */
const largeFrom = 4

export type SizeOfChange = {
  /** Figures with a number on both sides. */
  compared: number
  /** Of those, how many changed by four times what is usual for them or more. */
  large: number
  /** Figures that were given before and are not given now, though they are asked. */
  gone: number
  /** The one that changed most beside what is usual for it; null where none did. */
  largest: Largest | null
}

export type Largest = {
  name: string
  /** How many times its usual change; a tenth of the figure is taken for that where its past says none. */
  times: number
  /** Whether its own past says what is usual. */
  isKnown: boolean
}

/** The size of what changed since the accepted return before. */
export function sizeOfChange(since: SinceLast, asked: readonly IndicatorDefinition[]): SizeOfChange {
  const telling = tellingOf(since, asked)
  const [first] = telling
  const name = asked.find(({ indicator }) => indicator === first?.movement.indicator)?.label
  const { before, after } = since
  const [was, is] = [byMeasure(before.figures), byMeasure(after.figures)]
  return {
    compared: asked.filter((definition) => hasLevel(definition, was) && hasLevel(definition, is)).length,
    large: telling.filter(isLarge).length,
    gone: goneOf(since).length,
    largest: first && name !== undefined ? { name, ...farOf(first, asked) } : null,
  }
}

function farOf(
  { movement: { before, after, change, indicator }, times }: Ranked,
  asked: readonly IndicatorDefinition[],
): Pick<Largest, 'times' | 'isKnown'> {
  if (times !== null) return { times, isKnown: true }
  const definition = asked.find((each) => each.indicator === indicator)
  const levels = [before, after].map((figure) => (definition && levelOf(definition, figure)) ?? 0)
  const size = Math.max(...levels.map(Math.abs))
  return { times: size === 0 ? 0 : Math.abs(change ?? 0) / (size * guess), isKnown: false }
}

/** The totals that changed by four times what is usual for them or more, those that changed most first. */
export const largeOf = (since: SinceLast, asked: readonly IndicatorDefinition[]): Ranked[] =>
  tellingOf(since, asked).filter(isLarge)

/** The totals that were given before and are not given now, though they are asked. */
export const goneOf = ({ ranked }: SinceLast): Ranked[] =>
  ranked.filter((each) => isTotal(each) && isGone(each))

const isLarge = ({ strength }: Ranked): boolean => strength >= largeFrom

const isTotal = ({ movement }: Ranked): boolean => movement.locator === movement.indicator

/** The totals whose change says something. */
function tellingOf({ before, after, ranked }: SinceLast, asked: readonly IndicatorDefinition[]): Ranked[] {
  const definitions = new Map(asked.map((definition) => [definition.indicator, definition]))
  const isNewYear = periodOf(before.periodId).year !== periodOf(after.periodId).year
  return ranked.filter((each) => {
    const definition = definitions.get(each.movement.indicator)
    const isTelling = isTotal(each) && each.strength > 0 && definition !== undefined
    return isTelling && tells(definition, each.movement, isNewYear)
  })
}

/** Whether the size of a change says anything of this measure. */
const tells = (
  { measure, distinctWindow }: IndicatorDefinition,
  { change }: Movement,
  isNewYear: boolean,
): boolean => !isByFew({ measure }, change) && !(isNewYear && distinctWindow !== null)

const hasLevel = (definition: IndicatorDefinition, measures: ReadonlyMap<string, Places>): boolean =>
  levelOf(definition, togetherOf(definition, measures.get(definition.indicator) ?? new Map())) !== null

const isGone = ({ movement: { causes } }: Ranked): boolean =>
  causes.some((cause) => cause.kind === 'removed' && cause.why !== 'not-asked')

/** "3 of 21 figures changed much. Most: Contact hours, 9 times its usual change." */
export function sizeWords({ compared, large, gone, largest }: SizeOfChange): string {
  if (compared === 0) return 'Nothing to compare with yet.'
  const figures = compared === 1 ? 'figure' : 'figures'
  const changed = `${large === 0 ? 'None' : large} of ${compared} ${figures} changed much.`
  const most = largest === null ? '' : ` Most: ${largest.name}, ${farWords(largest)}.`
  const absent = gone === 0 ? '' : ` ${gone} given before ${gone === 1 ? 'is' : 'are'} not given now.`
  return `${changed}${most}${absent}`
}

/** From here on it is told how many times; below it is what is usual. */
const tellFrom = 1.5
/** Its share of the larger of the two, whichever way it went. */
const apartWords = (times: number): string =>
  `the smaller figure ${Math.round(times * guess * 100)}% below the larger`

/** How far it moved: by its own past, or by its share where it has none. */
function farWords({ times, isKnown }: Largest): string {
  if (!isKnown) return `${apartWords(times)} (its past does not say what is usual)`
  if (times < tellFrom) return 'about its usual change'
  return timesWords(times)
}
