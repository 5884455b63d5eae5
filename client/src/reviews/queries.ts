import { queryOptions } from '@tanstack/react-query'
import type { Comparisons } from '@inclusion/server/returns/comparisons'
import type { EvaluatorLine } from '@inclusion/server/reviews/view-evaluators'
import { api, call } from '../api.ts'

/** What a return may be held against when it is reviewed. */
export const comparisonsQuery = (returnId: string) =>
  queryOptions<Comparisons>({
    queryKey: ['return', returnId, 'comparisons'],
    queryFn: () =>
      call(api.returns[':returnId'].comparisons.$get({ param: { returnId } })) as Promise<Comparisons>,
  })

/** Who may hold the review of a return. */
export const evaluatorsQuery = (returnId: string) =>
  queryOptions<EvaluatorLine[]>({
    queryKey: ['return', returnId, 'evaluators'],
    queryFn: () => call(api.reviews[':returnId'].evaluators.$get({ param: { returnId } })),
  })
