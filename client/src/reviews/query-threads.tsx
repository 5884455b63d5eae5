import type { QueryView } from '@inclusion/server/reviews/queries'
import { placeName } from '@inclusion/shared/standards/words'
import { shortMoment } from '@inclusion/shared/time'
import { useReview } from './review-context.ts'

const states = { open: 'waiting for the borough', answered: 'answered', closed: 'closed' }

/** Questions on figures and what was answered, oldest first. */
export function QueryThreads({ queries }: { queries: readonly QueryView[] }) {
  const { prepared } = useReview()
  return queries.map(({ id, locator, status, messages }) => (
    <div key={id} className="app-thread">
      <p>
        <strong>Question on {placeName(prepared, locator)}</strong>, {states[status]}
      </p>
      {messages.map(({ by, at, text }) => (
        <div key={`${at} ${by}`}>
          <p className="app-reason">
            {by}, {shortMoment(at)}
          </p>
          <p>{text}</p>
        </div>
      ))}
    </div>
  ))
}
