import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import type { CheckParts } from './drafted-check.ts'
import { editionQuery } from './queries.ts'

type SavingProps = { standardId: string; code: string; setRevision: (revision: number) => void }

/** Saves a check of a draft at the revision it was opened at; `refresh` fetches the draft as it is now. */
export function useSavingCheck({ standardId, code, setRevision }: SavingProps, { onDone, onRefused }: Told) {
  const cache = useQueryClient()
  const refresh = () => cache.fetchQuery({ ...editionQuery(standardId), staleTime: 0 })
  const save = useMutation({
    mutationFn: ({ revision, parts }: { revision: number; parts: CheckParts }) =>
      call(
        staffApi.editions[':standardId'].checks[':code'].$put({
          param: { standardId, code },
          json: { revision, ...parts },
        }),
      ),
    onSuccess: async ({ revision }) => {
      setRevision(revision)
      await refresh()
      onDone(`Check ${code} is saved in the draft.`)
    },
    onError: onRefused,
  })
  return { save, refresh }
}
