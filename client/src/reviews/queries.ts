import { queryOptions } from '@tanstack/react-query'
import type { DifferencesView } from '@inclusion/server/returns/differences'
import type { ReturnLine } from '@inclusion/server/returns/view'
import type { QueueLine } from '@inclusion/server/reviews/queue'
import type { EvaluatorLine } from '@inclusion/server/reviews/view-evaluators'
import { api, call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** What was submitted and waits, the oldest first. */
export const queueQuery = queryOptions<QueueLine[]>({
  queryKey: ['review-queue'],
  queryFn: () => call(staffApi.queue.index.$get()),
})

/** Accepted returns that a lead has asked to have opened again. */
export const reopenAskedQuery = queryOptions<ReturnLine[]>({
  queryKey: ['returns', 'reopen-asked'],
  queryFn: () => call(api.returns.index.$get({ query: { reopenAsked: 'true' } })),
})

/** What changed between the two latest versions of a return; null before there are two. */
export const differencesQuery = (returnId: string, versions: number) =>
  queryOptions<DifferencesView | null>({
    queryKey: ['return', returnId, 'differences', versions],
    queryFn: () => {
      if (versions < 2) return null
      const query = { from: String(versions - 1), to: String(versions) }
      return call(
        api.returns[':returnId'].differences.$get({ param: { returnId }, query }),
      ) as Promise<DifferencesView>
    },
  })

/** Who may hold the review of a return. */
export const evaluatorsQuery = (returnId: string) =>
  queryOptions<EvaluatorLine[]>({
    queryKey: ['return', returnId, 'evaluators'],
    queryFn: () => call(api.reviews[':returnId'].evaluators.$get({ param: { returnId } })),
  })
