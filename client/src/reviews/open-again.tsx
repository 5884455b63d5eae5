import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { Tag } from '../ui/tag.tsx'
import { verdictId } from './asking.ts'
import { useReview } from './review-context.ts'

/** Where a figure is chosen on the page; where it is decided on is another place. */
export const openId = (locator: Locator): string => `open-${verdictId(locator)}`

/** Chooses a figure of an accepted return to be opened again, or leaves it closed. */
export function OpenAgain({ locator, name }: { locator: Locator; name?: string }) {
  const { opening, prepared } = useReview()
  if (!opening) return null
  const isChosen = opening.chosen.includes(locator)
  const press = () => (isChosen ? opening.drop(locator) : opening.choose(locator))
  return (
    <p className="govuk-body" id={openId(locator)} tabIndex={-1}>
      {name && <>{name}: </>}
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
