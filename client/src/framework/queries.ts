import { queryOptions } from '@tanstack/react-query'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { api, call } from '../api.ts'

/** Every edition of an indicator's definition, latest first. */
export const indicatorQuery = (code: string) =>
  queryOptions<{ editions: IndicatorDefinition[] }>({
    queryKey: ['indicator', code],
    queryFn: () => call(api.indicators[':indicator'].$get({ param: { indicator: code } })),
    staleTime: Infinity,
  })
