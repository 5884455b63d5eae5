import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { EditionView } from '@inclusion/server/standards/view'
import { api, call } from '../api.ts'
import { paths } from '../routing/paths.ts'
import type { CheckParts } from './drafted-check.ts'
import { editionQuery } from './queries.ts'

/** Adds a check to a draft, and leads back to the draft. */
export function useAddingCheck({ id, revision }: EditionView, onRefused: (error: Error) => void) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ code, parts }: { code: string; parts: CheckParts }) =>
      call(
        api.editions[':standardId'].checks.$post({
          param: { standardId: id },
          json: { revision, code, ...parts },
        }),
      ),
    onSuccess: async () => {
      await cache.invalidateQueries(editionQuery(id))
      await navigate({ href: paths.edition(id) })
    },
    onError: onRefused,
  })
}
