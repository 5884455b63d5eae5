import { ratingNames, type Rating } from '@inclusion/shared/ratings'
import { Tag, type TagColour } from '../ui/tag.tsx'

const colours: Record<Rating, TagColour> = { green: 'green', amber: 'orange', red: 'red', none: 'grey' }

/** Actual against profile, in words. */
export function RatingTag({ rating }: { rating: Rating }) {
  return <Tag colour={colours[rating]}>{ratingNames[rating]}</Tag>
}
