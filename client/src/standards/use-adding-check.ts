import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { EditionView } from '@inclusion/server/standards/view'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import type { CheckParts } from './drafted-check.ts'
import { editionQuery } from './queries.ts'

/** Adds a check to a draft, and leads back to the draft. */
export function useAddingCheck({ id, revision }: EditionView, onRefused: (error: Error) => void) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ code, parts }: { code: string; parts: CheckParts }) =>
      call(
        staffApi.editions[':standardId'].checks.$post({
          param: { standardId: id },
          json: { revision, code, ...parts },
        }),
      ),
    onSuccess: async () => {
      await cache.invalidateQueries(editionQuery(id))
      await navigate({ href: staffPaths.edition(id) })
    },
    onError: onRefused,
  })
}
