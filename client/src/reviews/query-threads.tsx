import type { QueryView } from '@inclusion/server/reviews/queries'
import { placeName } from '@inclusion/shared/standards/words'
import { shortMoment } from '@inclusion/shared/time'
import { useReview } from './review-context.ts'

const states = { answered: 'answered', closed: 'closed' }
const waiting = { borough: 'waiting for the borough', setting: 'waiting for the setting' }
const questions = { borough: 'Question on', setting: 'The borough asks its setting about' }

/** Questions on figures and what was answered, oldest first: RMEL's own, and the borough's to its settings. */
export function QueryThreads({ queries }: { queries: readonly QueryView[] }) {
  const { prepared } = useReview()
  return queries.map(({ id, locator, askedOf, status, messages }) => (
    <div key={id} className="app-thread">
      <p>
        <strong>
          {questions[askedOf]} {placeName(prepared, locator)}
        </strong>
        , {status === 'open' ? waiting[askedOf] : states[status]}
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
