import type { Locator } from '@inclusion/shared/locators'
import { placeName } from '@inclusion/shared/standards/words'
import { Link } from '../ui/link.tsx'
import { cardId, indicatorOf, questionId } from './asking.ts'
import { useReview } from './review-context.ts'

/** What was collected so far, each line leading to its figure. */
export function QuestionList({ questions }: { questions: Record<Locator, string> }) {
  const { prepared, asking } = useReview()
  const lines = Object.entries(questions)
  if (lines.length === 0) return null
  const placeOf = (locator: Locator) =>
    asking?.mode === 'ask' ? questionId(locator) : cardId(indicatorOf(locator) ?? '')
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map(([locator, question]) => (
        <li key={locator}>
          <Link href={`#${placeOf(locator)}`}>{placeName(prepared, locator)}</Link>
          {asking?.mode === 'ask' && (question.trim() === '' ? ': not written yet' : `: ${question}`)}
        </li>
      ))}
    </ul>
  )
}
