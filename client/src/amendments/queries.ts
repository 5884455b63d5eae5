import { queryOptions } from '@tanstack/react-query'
import { api, call } from '../api.ts'
import type { AmendmentLine, AmendmentView, FrameworkReference, FrameworkView } from './shapes.ts'

/** Every amendment this person may see, the one begun last at the top. */
export const amendmentsQuery = queryOptions<AmendmentLine[]>({
  queryKey: ['amendments'],
  queryFn: () => call(api.amendments.index.$get()),
})

export const amendmentQuery = (amendmentId: string) =>
  queryOptions<AmendmentView>({
    queryKey: ['amendments', amendmentId],
    queryFn: () => {
      const answer = call(api.amendments[':amendmentId'].$get({ param: { amendmentId } }))
      // JSON has no undefined, but the client's type of it cannot say so of a field that may be left out.
      return answer as Promise<AmendmentView>
    },
  })

/** What the forms choose from. */
export const referenceQuery = queryOptions<FrameworkReference>({
  queryKey: ['framework'],
  queryFn: () => call(api.framework.index.$get()),
})

/** The framework of a programme in force in a period: the first one that is free, where none is named. */
export const frameworkQuery = (programme: string, period?: string) =>
  queryOptions<FrameworkView>({
    queryKey: ['framework', programme, period ?? ''],
    queryFn: () => {
      const query = period === undefined ? {} : { period }
      const answer = call(api.framework[':programme'].$get({ param: { programme }, query }))
      return answer as Promise<FrameworkView>
    },
  })
