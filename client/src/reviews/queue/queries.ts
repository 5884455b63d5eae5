import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ServiceLevelsView } from '@inclusion/server/reviews/queue/level-routes'
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import type { QueueFilter } from '@inclusion/shared/review-queue'
import { call } from '../../api.ts'
import { staffApi } from '../../staff-api.ts'

/** The returns that meet a filter, a page of them, with how many each filter would leave. */
export const queueQuery = (filter: QueueFilter) =>
  queryOptions<QueueView>({
    queryKey: ['review-queue', filter],
    queryFn: () => {
      const query = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]))
      return call(staffApi.queue.index.$get({ query })) as Promise<QueueView>
    },
    placeholderData: keepPreviousData,
  })

/** Returns chosen to be accepted together, as they stand now. */
export const chosenQuery = (returnIds: readonly string[]) =>
  queryOptions<QueueLine[]>({
    queryKey: ['review-queue', 'chosen', returnIds],
    queryFn: () =>
      returnIds.length === 0
        ? []
        : (call(staffApi.queue.chosen.$get({ query: { returns: returnIds.join(',') } })) as Promise<
            QueueLine[]
          >),
  })

/** Within how many working days RMEL reviews, by programme and first day. */
export const levelsQuery = queryOptions<ServiceLevelsView>({
  queryKey: ['service-levels'],
  queryFn: () => call(staffApi.serviceLevels.index.$get()),
})
