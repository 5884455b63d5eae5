import { useQueryClient } from '@tanstack/react-query'
import { api, call } from '../api.ts'

/** What one side of a question may do with it. Both throw what the server refused. */
export type Threads = {
  /** The borough answers RMEL and asks its settings; a setting answers both. */
  side: 'borough' | 'setting'
  write: (queryId: string, text: string) => Promise<void>
  close: (queryId: string) => Promise<void>
}

/** The ways to write in the threads of a return, and to close one; the pages are fetched anew. */
export function useThreads(returnId: string, side: Threads['side']): Threads {
  const queries = useQueryClient()
  // A head's lists count the questions that wait.
  const refresh = () =>
    Promise.all(
      [['return', returnId], ['setting-reports'], ['home']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  const of = api.returns[':returnId'].queries[':queryId']
  return {
    side,
    async write(queryId, text) {
      await call(of.messages.$post({ param: { returnId, queryId }, json: { text } }))
      await refresh()
    },
    async close(queryId) {
      await call(of.close.$post({ param: { returnId, queryId } }))
      await refresh()
    },
  }
}
