import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { Tag } from '../ui/tag.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { questionId } from './asking.ts'
import { useReview } from './review-context.ts'

/** A box for each question opened on these figures; for a return to open again, that they were chosen. */
export function QuestionFields({ locators }: { locators: readonly Locator[] }) {
  const { asking, prepared, faultOf } = useReview()
  if (!asking) return null
  const chosen = locators.filter((locator) => locator in asking.questions)
  if (asking.mode === 'reopen')
    return chosen.map((locator) => (
      <p key={locator} className="govuk-body">
        <Tag colour="orange">To open again</Tag> {placeName(prepared, locator)}
      </p>
    ))
  return chosen.map((locator) => (
    <Textarea
      key={locator}
      id={questionId(locator)}
      label={`Your question on ${placeName(prepared, locator)}`}
      hint="Say what does not look right and what the borough should check or change."
      rows={3}
      error={faultOf(questionId(locator))}
      value={asking.questions[locator] ?? ''}
      onChange={(question) => asking.write(locator, question)}
    />
  ))
}
