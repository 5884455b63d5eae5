import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Recorded } from '@inclusion/server/settings/record'
import type { Told } from '../outcome.tsx'
import { settingsQuery } from './queries.ts'
import { returnsWords } from './words.ts'

type Act = { send: () => Promise<Recorded>; done: string }

/** Sends one change of a setting, and says what it did to open returns. `nameOf` gives the name of a URN. */
export function useRecording({ onDone, onRefused }: Told, nameOf: (urn: string) => string) {
  const cache = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: ({ send }: Act) => send(),
    onSuccess: ({ returns }, { done }) => {
      onDone([done, ...returnsWords(returns, nameOf)].join(' '))
      return cache.invalidateQueries({ queryKey: settingsQuery.queryKey })
    },
    onError: onRefused,
  })
  return { record: mutate, busy: isPending }
}
