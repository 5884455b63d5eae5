import { queryOptions } from '@tanstack/react-query'
import type { HomeView } from '@inclusion/server/home/routes'
import { api, call } from '../api.ts'

export const homeQuery = queryOptions<HomeView>({
  queryKey: ['home'],
  queryFn: () => call(api.home.index.$get()),
})
