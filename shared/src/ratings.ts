/**
 * RAG against profile (programmes: "Baselines, targets, RAG"). Thresholds are data; "no rating" is a
 * result, given when nothing was due, nothing came, no profile exists, or too few people stand behind it.
 */
import { ratioOf, type Figure } from './figures.ts'
import { isPair, type IndicatorDefinition } from './framework/indicators.ts'

export type Rating = 'green' | 'amber' | 'red' | 'none'

export const referenceThresholds = { green: 0.9, amber: 0.75 }

export const ratingNames: Record<Rating, string> = {
  green: 'On profile',
  amber: 'Below profile',
  red: 'Well below profile',
  none: 'No rating',
}

/** The number that a profile is compared with: the value, or the pair's ratio. */
export function amountOf(
  { measure }: Pick<IndicatorDefinition, 'measure'>,
  amounts: Pick<Figure, 'value' | 'numerator' | 'denominator'>,
): number | null {
  return isPair(measure) ? ratioOf(amounts) : amounts.value
}

/** How many people stand behind a figure, where its definition counts people. */
export function peopleOf(
  { people, measure }: Pick<IndicatorDefinition, 'people' | 'measure'>,
  amounts: Pick<Figure, 'value' | 'denominator' | 'people'>,
): number | null {
  if (people === 'beside') return amounts.people
  if (people === 'denominator') return amounts.denominator
  return people === 'value' && !isPair(measure) ? amounts.value : null
}

/**
 * The rating of an actual against its profile, both in the same unit. `people` is the number behind the
 * figure where the definition counts people: unknown behind a pair, there is no rating.
 */
export function rate(
  definition: Pick<IndicatorDefinition, 'polarity' | 'minimumPeople' | 'people' | 'measure'>,
  given: { actual: number | null; profile: number | null; people: number | null },
  thresholds = referenceThresholds,
): Rating {
  const { actual, profile, people } = given
  if (actual === null || profile === null || definition.polarity === 'none') return 'none'
  if (definition.people !== 'none') {
    if (people === null && isPair(definition.measure)) return 'none'
    if (people !== null && people < definition.minimumPeople) return 'none'
  }
  const wantsMore = definition.polarity === 'more' || definition.polarity === 'higher'
  // Nothing was due: neither doing it nor not doing it says how the borough stands.
  if (wantsMore && profile === 0) return 'none'
  const over = wantsMore ? actual : profile
  const under = wantsMore ? profile : actual
  if (under === 0) return 'green'
  const share = over / under
  if (share >= thresholds.green) return 'green'
  return share >= thresholds.amber ? 'amber' : 'red'
}
