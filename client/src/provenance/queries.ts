import { queryOptions } from '@tanstack/react-query'
import type { FigureProvenance } from '@inclusion/server/provenance/figure-provenance'
import type { RollUpProvenance } from '@inclusion/server/provenance/roll-up'
import { api, call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** Under its return: what is changed there is out of date here. */
export const figureQuery = (returnId: string, locator: string) =>
  queryOptions<FigureProvenance>({
    queryKey: ['return', returnId, 'provenance', locator],
    queryFn: () => {
      const answer = call(
        api.returns[':returnId'].figures[':locator'].provenance.$get({ param: { returnId, locator } }),
      )
      // JSON has no undefined, but the client's type of it cannot say so of a number that may be left out.
      return answer as Promise<FigureProvenance>
    },
  })

export const rollUpQuery = (programme: string, indicator: string, period: string | undefined) =>
  queryOptions<RollUpProvenance>({
    queryKey: ['programme', programme, period ?? '', 'provenance', indicator],
    queryFn: () =>
      call(
        staffApi.programmes[':programme'].indicators[':indicator'].provenance.$get({
          param: { programme, indicator },
          query: { ...(period && { period }) },
        }),
      ),
  })
