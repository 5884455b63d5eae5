import { queryOptions } from '@tanstack/react-query'
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import { api, call } from '../api.ts'

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: () => call(api.programmes.index.$get()),
})

/** A programme's evidence in one period; in the latest that has figures when none is named. */
export const programmeQuery = (programme: string, period: string | undefined) =>
  queryOptions<ProgrammeView>({
    queryKey: ['programme', programme, period ?? ''],
    queryFn: () =>
      call(api.programmes[':programme'].$get({ param: { programme }, query: { ...(period && { period }) } })),
  })
