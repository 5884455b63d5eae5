import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Told } from '../outcome.tsx'

type AmendmentAct<Given> = { send: (given: Given) => Promise<unknown>; done: string; after?: () => unknown }

/** An act on an amendment: afterwards the page shows the amendment as it is then, and says what was done. */
export function useAmendmentAct<Given = void>(
  { send, done, after }: AmendmentAct<Given>,
  { onDone, onRefused }: Told,
) {
  const cache = useQueryClient()
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['amendments'] }),
      cache.invalidateQueries({ queryKey: ['framework'] }),
    ])
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await refresh()
      onDone(done)
      await after?.()
    },
    onError: async (error: Error) => {
      await refresh()
      onRefused(error)
    },
  })
}
