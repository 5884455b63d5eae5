import { queryOptions } from '@tanstack/react-query'
import type { FigureHistory } from '@inclusion/server/returns/figure-history'
import type { HistoryEvent } from '@inclusion/server/returns/history'
import type { ReceiptView } from '@inclusion/server/returns/receipt'
import type { ReturnLine, ReturnView } from '@inclusion/server/returns/view'
import { api, call } from '../api.ts'

/** Every return this person may see, latest period first. */
export const returnsQuery = queryOptions<ReturnLine[]>({
  queryKey: ['returns'],
  queryFn: () => call(api.returns.index.$get({ query: {} })),
})

export const returnQuery = (returnId: string) =>
  queryOptions<ReturnView>({
    queryKey: ['return', returnId],
    queryFn: () => {
      const answer = call(api.returns[':returnId'].$get({ param: { returnId } }))
      // JSON has no undefined, but the client's type of it cannot say so of a field that may be left out.
      return answer as Promise<ReturnView>
    },
  })

export const returnReceiptQuery = (returnId: string) =>
  queryOptions<ReceiptView>({
    queryKey: ['return', returnId, 'receipt'],
    queryFn: () => call(api.returns[':returnId'].receipt.$get({ param: { returnId } })),
  })

export const historyQuery = (returnId: string) =>
  queryOptions<HistoryEvent[]>({
    queryKey: ['return', returnId, 'history'],
    queryFn: () => call(api.returns[':returnId'].history.$get({ param: { returnId }, query: {} })),
  })

/** One figure of a return over time: its changes, and what each version holds of it. */
export const figureHistoryQuery = (returnId: string, locator: string) =>
  queryOptions<FigureHistory>({
    queryKey: ['return', returnId, 'history', locator],
    queryFn: () =>
      call(api.returns[':returnId'].figures[':locator'].history.$get({ param: { returnId, locator } })),
  })
