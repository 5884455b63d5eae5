import { queryOptions } from '@tanstack/react-query'
import type { WorkedExample } from '@inclusion/shared/standards/examples/worked-example'
import type { Standard } from '@inclusion/shared/standards/check'
import { api, call } from '../api.ts'

export type PublishedStandard = Standard & { effectiveFrom: string; publishedAt: string | null }

/** The only edition there is; RMEL publishes others from a period on. */
const edition = 'reference-1'

export const standardQuery = queryOptions<PublishedStandard>({
  queryKey: ['standard', edition],
  queryFn: () => call(api.standards[':standardId'].$get({ param: { standardId: edition } })),
})

/** The worked examples of one check. They ship with the engine, and its tests run them. */
export const examplesQuery = (code: string) =>
  queryOptions<WorkedExample[]>({
    queryKey: ['worked-examples', code],
    queryFn: async () => {
      const { workedExamples } = await import('@inclusion/shared/standards/examples')
      return workedExamples.filter(({ check }) => check === code)
    },
    staleTime: Infinity,
  })
