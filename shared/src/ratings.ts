/**
 * RAG against profile (programmes: "Baselines, targets, RAG"). Thresholds are data; "no rating" is a
 * result, given when nothing was due, nothing came, no profile exists, or too few people stand behind it.
 */
import type { IndicatorDefinition } from './framework/indicators.ts'

export type Rating = 'green' | 'amber' | 'red' | 'none'

export const referenceThresholds = { green: 0.9, amber: 0.75 }

export const ratingNames: Record<Rating, string> = {
  green: 'On profile',
  amber: 'Below profile',
  red: 'Well below profile',
  none: 'No rating',
}

/**
 * The rating of an actual against its profile, both in the same unit. `people` is the number behind the
 * figure where the definition counts people.
 */
export function rate(
  definition: Pick<IndicatorDefinition, 'polarity' | 'minimumPeople' | 'people'>,
  given: { actual: number | null; profile: number | null; people: number | null },
  thresholds = referenceThresholds,
): Rating {
  const { actual, profile, people } = given
  if (actual === null || profile === null || definition.polarity === 'none') return 'none'
  const counted = definition.people !== 'none'
  if (counted && people !== null && people < definition.minimumPeople) return 'none'
  const wantsMore = definition.polarity === 'more' || definition.polarity === 'higher'
  const over = wantsMore ? actual : profile
  const under = wantsMore ? profile : actual
  if (under === 0) return over > 0 || actual === profile ? 'green' : 'none'
  const share = over / under
  if (share >= thresholds.green) return 'green'
  return share >= thresholds.amber ? 'amber' : 'red'
}
