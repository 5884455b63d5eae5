import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QueryView } from '@inclusion/server/reviews/queries'
import { placeName } from '@inclusion/shared/standards/words'
import { shortMoment } from '@inclusion/shared/time'
import { api, call } from '../api.ts'
import { wordsOf } from '../returns/grid/fault-words.ts'
import { useReview } from './review-context.ts'

const states = { answered: 'answered', closed: 'closed' }
const waiting = { borough: 'waiting for the borough', setting: 'waiting for the setting' }

function titleOf({ askedOf, wants }: Pick<QueryView, 'askedOf' | 'wants'>): string {
  if (askedOf === 'setting') return 'The borough asks its setting about'
  return wants === 'change' ? 'Change asked for on' : 'Question on'
}

/** Questions on figures and what was answered, oldest first: RMEL's own, and the borough's to its settings. */
export function QueryThreads({ queries }: { queries: readonly QueryView[] }) {
  const { prepared, view } = useReview()
  const decides = view.actions['decide-figures'] === null
  return queries.map(({ id, locator, askedOf, wants, status, messages }) => (
    <div key={id} className="app-thread">
      <p>
        <strong>
          {titleOf({ askedOf, wants })} {placeName(prepared, locator)}
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
      {decides && askedOf === 'borough' && status !== 'closed' && (
        <Settle queryId={id} about={placeName(prepared, locator)} />
      )}
    </div>
  ))
}

/** Closes RMEL's own question: it needs no answer any more, or has it. */
function Settle({ queryId, about }: { queryId: string; about: string }) {
  const { view } = useReview()
  const cache = useQueryClient()
  const [fault, setFault] = useState<string | null>(null)
  const settle = async () => {
    const param = { returnId: view.id, queryId }
    try {
      await call(api.returns[':returnId'].queries[':queryId'].close.$post({ param }))
      await cache.invalidateQueries({ queryKey: ['return', view.id] })
    } catch (error) {
      setFault(wordsOf(error))
    }
  }
  return (
    <>
      {fault && (
        <p className="govuk-error-message" role="alert">
          {fault}
        </p>
      )}
      <p>
        <button type="button" className="app-link-button" onClick={() => void settle()}>
          Close as settled<span className="govuk-visually-hidden">: {about}</span>
        </button>
      </p>
    </>
  )
}
