import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Told } from '../outcome.tsx'

type AmendmentAct<Given, Answer> = {
  send: (given: Given) => Promise<Answer>
  done: string | ((answer: Answer) => string)
  after?: () => unknown
}

/** An act on an amendment: afterwards the page shows the amendment as it is then, and says what was done. */
export function useAmendmentAct<Given = void, Answer = unknown>(
  { send, done, after }: AmendmentAct<Given, Answer>,
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
    onSuccess: async (answer) => {
      await refresh()
      onDone(typeof done === 'string' ? done : done(answer))
      await after?.()
    },
    onError: async (error: Error) => {
      await refresh()
      onRefused(error)
    },
  })
}
