import { useEffect } from 'react'
import type { BackTestView } from '@inclusion/server/standards/back-test-view'
import type { EditionView } from '@inclusion/server/standards/view'
import { cache } from '../cache.ts'
import { editionQuery } from './queries.ts'

/** Once it is finished, what the edition's own page says of it has changed too. */
export function useFreshEdition({ id, backTest }: EditionView, now: BackTestView | undefined): void {
  const hasMoved = backTest?.id === now?.id && now !== undefined && backTest?.status !== now.status
  useEffect(() => {
    if (hasMoved) void cache.invalidateQueries(editionQuery(id))
  }, [hasMoved, id])
}
