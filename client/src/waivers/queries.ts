import { queryOptions } from '@tanstack/react-query'
import type { WaiversView } from '@inclusion/server/waivers/view'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** The waivers this person may know of, and what they may ask for. */
export const waiversQuery = queryOptions<WaiversView>({
  queryKey: ['waivers'],
  queryFn: () => call(staffApi.waivers.index.$get()),
})
