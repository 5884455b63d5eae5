import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Told } from '../outcome.tsx'

/** `onSent` when what was collected has been sent, and need be kept no longer. */
export type DecisionProps = Told & { onSent: () => void }

/** One decision on a return. Everything that was fetched may be another after it, so all is asked for again. */
export function useDecision(
  send: () => Promise<unknown>,
  done: string,
  { onDone, onRefused, onSent }: DecisionProps,
) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await cache.invalidateQueries()
      onSent()
      onDone(done)
    },
    onError: (error) => {
      // What was decided elsewhere meanwhile is shown, with the reason above it.
      void cache.invalidateQueries()
      onRefused(error)
    },
  })
}
