import { lazy, Suspense } from 'react'
import { statusNames } from '@inclusion/shared/returns'
import { WarningText } from '../ui/warning-text.tsx'
import { AcceptReturn } from './accept-return.tsx'
import { refusalWords } from './refusal-words.ts'
import { ReopenReturn } from './reopen-return.tsx'
import { RequestChanges } from './request-changes.tsx'
import { useReview } from './review-context.ts'
import { TakeReturn } from './take-return.tsx'
import type { DecisionProps } from './use-decision.ts'

const HandOverReview = lazy(async () => ({
  default: (await import('./hand-over-review.tsx')).HandOverReview,
}))

/** Last on the page and seldom wanted: it comes after the rest. */
const HandingOver = (props: DecisionProps) => (
  <Suspense>
    <HandOverReview {...props} />
  </Suspense>
)

/** What this person may decide about the return now, with the reason for what they may not. */
export function Decision(props: DecisionProps) {
  const { view } = useReview()
  const { status, actions, holder } = view
  const passesOn = actions['hand-over'] === null
  if (actions.take === 'not-yours-to-do') return passesOn ? <HandingOver {...props} /> : null
  return (
    <section aria-labelledby="decision">
      <h2 className="govuk-heading-m" id="decision" tabIndex={-1}>
        Your decision
      </h2>
      {status === 'submitted' && view.taken === null && <TakeReturn {...props} />}
      {status === 'submitted' && view.taken !== null && (
        <>
          <RequestChanges {...props} />
          <AcceptReturn {...props} />
          <HandingOver {...props} />
        </>
      )}
      {status === 'accepted' && <ReopenReturn {...props} />}
      {status !== 'submitted' && status !== 'accepted' && (
        <p className="govuk-body">
          {statusNames[status]}: this return is with {holder}. There is nothing to decide until it is
          submitted.
        </p>
      )}
      {view.taken !== null && actions.accept === 'reviewer-filed-it' && (
        <WarningText>{refusalWords(view, 'accept')}</WarningText>
      )}
    </section>
  )
}
