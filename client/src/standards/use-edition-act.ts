import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Told } from '../outcome.tsx'
import { editionQuery, editionsQuery } from './queries.ts'

type EditionAct<Given> = {
  send: (given: Given) => Promise<unknown>
  /** What is said when it is done; null where the page shows it by itself. */
  done: string | null
  /** Also when it is refused the edition is fetched anew: it may have moved on. */
  refetchOnRefusal?: boolean
}

/** An act on an edition: afterwards the page shows the edition as it is then, and says what was done. */
export function useEditionAct<Given = void>(
  standardId: string,
  { send, done, refetchOnRefusal = false }: EditionAct<Given>,
  { onDone, onRefused }: Told,
) {
  const cache = useQueryClient()
  const refresh = () =>
    Promise.all([cache.invalidateQueries(editionQuery(standardId)), cache.invalidateQueries(editionsQuery)])
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await refresh()
      if (done !== null) onDone(done)
    },
    onError: async (error: Error) => {
      if (refetchOnRefusal) await refresh()
      onRefused(error)
    },
  })
}
