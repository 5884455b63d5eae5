import { queryOptions } from '@tanstack/react-query'
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import type { MeetingsView } from '@inclusion/server/learning/store'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: () => call(staffApi.programmes.index.$get()),
})

/** A programme's evidence in one period; in the latest that has figures when none is named. */
export const programmeQuery = (programme: string, period: string | undefined) =>
  queryOptions<ProgrammeView>({
    queryKey: ['programme', programme, period ?? ''],
    queryFn: () =>
      call(
        staffApi.programmes[':programme'].$get({
          param: { programme },
          query: { ...(period && { period }) },
        }),
      ),
  })

/** The meetings of a programme, latest first, and the authorities they can be with. */
export const meetingsQuery = (programme: string) =>
  queryOptions<MeetingsView>({
    queryKey: ['meetings', programme],
    queryFn: () => call(staffApi.meetings[':programme'].meetings.$get({ param: { programme } })),
  })
