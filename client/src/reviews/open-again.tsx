import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { Tag } from '../ui/tag.tsx'
import { useReview } from './review-context.ts'

/** Chooses a figure of an accepted return to be opened again, or leaves it closed. */
export function OpenAgain({ locator }: { locator: Locator }) {
  const { opening, prepared } = useReview()
  if (!opening) return null
  const isChosen = opening.chosen.includes(locator)
  const press = () => (isChosen ? opening.drop(locator) : opening.choose(locator))
  return (
    <p className="govuk-body">
      {isChosen && (
        <>
          <Tag colour="orange">To open again</Tag>{' '}
        </>
      )}
      <button type="button" className="app-link-button" onClick={press}>
        {isChosen ? 'Leave closed' : 'Open again'}
        <span className="govuk-visually-hidden">: {placeName(prepared, locator)}</span>
      </button>
    </p>
  )
}
