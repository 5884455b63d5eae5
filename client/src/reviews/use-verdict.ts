import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { DecisionView } from '@inclusion/server/reviews/view'
import type { FigureDecision } from '@inclusion/shared/figure-decisions'
import type { Locator } from '@inclusion/shared/locators'
import { api, call, NotConnected, once } from '../api.ts'

export type Verdict = { decision: FigureDecision; note?: string }

type WithNote = 'accept-explained' | 'question' | 'request-change'

/** Decides on one figure, once however often it is pressed; the review is fetched anew, also where it was refused. */
export function useVerdict(returnId: string, locator: Locator, standing: DecisionView | undefined) {
  const cache = useQueryClient()
  const keyOf = useKeys()
  const sending = useRef<Promise<unknown> | null>(null)
  const { isPending, mutateAsync } = useMutation({
    mutationFn: (verdict: Verdict) => {
      const replaces = standing?.number ?? 0
      const json = { decisions: [{ ...asSent(locator, verdict), replaces }] }
      const act = api.reviews[':returnId']['decide-figures'].$post
      return keyOf(JSON.stringify(json), (key) => call(act({ param: { returnId }, json }, once(key))))
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['return', returnId] }),
  })
  const decide = (verdict: Verdict): Promise<unknown> => {
    sending.current ??= mutateAsync(verdict).finally(() => {
      sending.current = null
    })
    return sending.current
  }
  return { decide, busy: isPending }
}

/** The same words have the same key until there was an answer: a try that got none may have been counted. */
function useKeys() {
  const last = useRef({ words: '', key: '' })
  return async <Answer>(words: string, send: (key: string) => Promise<Answer>): Promise<Answer> => {
    if (last.current.words !== words) last.current = { words, key: crypto.randomUUID() }
    try {
      const answer = await send(last.current.key)
      last.current.words = ''
      return answer
    } catch (error) {
      if (!(error instanceof NotConnected)) last.current.words = ''
      throw error
    }
  }
}

function asSent(locator: Locator, { decision, note }: Verdict) {
  if (decision === 'accept' || decision === 'undecided') return { locator, decision }
  return { locator, decision: decision satisfies WithNote, note: note ?? '' }
}
