import { useMemo } from 'react'
import { placeName } from '@inclusion/shared/standards/words'
import { thoughtWords } from '@inclusion/shared/review-queue'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { cardId, indicatorOf } from './asking.ts'
import { reasonsOf, type Reason } from './reasons.ts'
import { useReview } from './review-context.ts'

/** What the queue said of the return, each reason with a way to its figures; nothing once it is decided on. */
export function WhyThought() {
  const { view } = useReview()
  const reasons = useMemo(() => reasonsOf(view), [view])
  if (view.status !== 'submitted') return null
  if (reasons.length === 0) return <InsetText>Nothing of this return needs thought: it is clean.</InsetText>
  return (
    <section aria-labelledby="why-thought" className="govuk-inset-text">
      <h2 className="govuk-heading-s" id="why-thought">
        Why it needs thought
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li key={reason.thought.about}>
            {thoughtWords(reason.thought)}
            <Figures {...reason} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A link for each indicator: the figures of all its settings stand in one card. */
function Figures({ locators }: Reason) {
  const { prepared } = useReview()
  const indicators = [...new Set(locators.map(indicatorOf))].filter((indicator) => indicator !== null)
  return indicators.map((indicator, at) => (
    <span key={indicator}>
      {at === 0 ? ': ' : '; '}
      <Link href={`#${cardId(indicator)}`}>{placeName(prepared, indicator)}</Link>
    </span>
  ))
}
