import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { Link } from '../ui/link.tsx'
import { verdictId } from './asking.ts'
import { useReview } from './review-context.ts'

type FigureLinksProps = {
  figures: readonly { locator: Locator; words?: string | null }[]
  /** The id of the place that a figure's link leads to: where it is decided on, unless said otherwise. */
  placeOf?: (locator: Locator) => string
}

/** Figures by name, each leading to its place, with what is to say of it. */
export function FigureLinks({ figures, placeOf = verdictId }: FigureLinksProps) {
  const { prepared } = useReview()
  if (figures.length === 0) return null
  return (
    <ul className="govuk-list govuk-list--bullet">
      {figures.map(({ locator, words }) => (
        <li key={locator}>
          <Link href={`#${placeOf(locator)}`}>{placeName(prepared, locator)}</Link>
          {words && `: ${words}`}
        </li>
      ))}
    </ul>
  )
}
