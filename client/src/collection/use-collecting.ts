import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Told } from '../outcome.tsx'

/** Sends one act on due days; what came of it is said at the top of the page, and what it moved is fetched anew. */
export function useCollecting<Given, Answer>(
  work: (given: Given) => Promise<Answer>,
  done: (answer: Answer) => string,
  { onDone, onRefused }: Told,
) {
  const cache = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: work,
    onSuccess: async (answer) => {
      onDone(done(answer))
      const moved = ['collection', 'return', 'returns', 'home']
      await Promise.all(moved.map((key) => cache.invalidateQueries({ queryKey: [key] })))
    },
    onError: onRefused,
  })
  return { send: mutate, busy: isPending }
}
