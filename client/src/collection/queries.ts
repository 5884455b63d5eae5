import { queryOptions } from '@tanstack/react-query'
import type { DueDayView } from '@inclusion/server/collection/extension-view'
import type { CollectionView } from '@inclusion/server/collection/view'
import type { WindowsView } from '@inclusion/server/collection/windows-view'
import type { CollectionQuery } from '@inclusion/server/collection/requests'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** What the address asks to see; what is not in it is for the server to choose. */
export type CollectionSearch = { programme?: string; year?: string; status?: string }

export const collectionQuery = ({ programme, year, status }: CollectionSearch) =>
  queryOptions<CollectionView>({
    queryKey: ['collection', programme ?? '', year ?? '', status ?? ''],
    queryFn: () =>
      call(
        staffApi.collection.index.$get({
          query: {
            ...(programme && { programme }),
            ...(year && { year }),
            // An address may hold anything; what is no status is refused in words.
            ...(status && { status: status as NonNullable<CollectionQuery['status']> }),
          },
        }),
      ),
  })

export const windowsQuery = (programme: string | undefined) =>
  queryOptions<WindowsView>({
    queryKey: ['collection', 'windows', programme ?? ''],
    queryFn: () => call(staffApi.collection.windows.$get({ query: { ...(programme && { programme }) } })),
  })

export const dueDayQuery = (returnId: string) =>
  queryOptions<DueDayView>({
    queryKey: ['collection', 'return', returnId],
    queryFn: () => call(staffApi.dueDays[':returnId'].$get({ param: { returnId } })),
  })
