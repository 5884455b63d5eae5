import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FigureDecision } from '@inclusion/shared/figure-decisions'
import type { Locator } from '@inclusion/shared/locators'
import { api, call } from '../api.ts'
import { wordsOf } from '../returns/grid/explain-form.tsx'

export type Verdict = { decision: FigureDecision; note?: string }

type WithNote = 'accept-explained' | 'question' | 'request-change'

/** Decides on one figure; the review is fetched anew. `fault` is what the server refused, in words. */
export function useVerdict(returnId: string, locator: Locator) {
  const cache = useQueryClient()
  const decide = useMutation({
    mutationFn: (verdict: Verdict) => {
      const json = { decisions: [asSent(locator, verdict)] }
      return call(api.reviews[':returnId']['decide-figures'].$post({ param: { returnId }, json }))
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['return', returnId] }),
  })
  return {
    decide: (verdict: Verdict) => decide.mutateAsync(verdict),
    busy: decide.isPending,
    fault: decide.error ? wordsOf(decide.error) : undefined,
  }
}

function asSent(locator: Locator, { decision, note }: Verdict) {
  if (decision === 'accept' || decision === 'undecided') return { locator, decision }
  return { locator, decision: decision satisfies WithNote, note: note ?? '' }
}
