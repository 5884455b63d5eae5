import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { questionId } from './asking.ts'
import { useReview } from './review-context.ts'

/** Opens a question on one figure, or chooses it to be opened again. Nothing where there is nothing to ask. */
export function AskButton({ locator }: { locator: Locator }) {
  const { asking, prepared } = useReview()
  if (!asking) return null
  const about = <span className="govuk-visually-hidden">: {placeName(prepared, locator)}</span>
  if (locator in asking.questions)
    return (
      <button type="button" className="app-link-button" onClick={() => asking.drop(locator)}>
        {asking.mode === 'ask' ? 'Remove this question' : 'Leave closed'}
        {about}
      </button>
    )
  const open = () => {
    asking.write(locator, '')
    // The field is there after the next paint.
    requestAnimationFrame(() => document.getElementById(questionId(locator))?.focus())
  }
  return (
    <button type="button" className="app-link-button" onClick={open}>
      {asking.mode === 'ask' ? 'Ask for a change' : 'Open again'}
      {about}
    </button>
  )
}
