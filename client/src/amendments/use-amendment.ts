import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkReference, FrameworkView } from '@inclusion/server/framework/view'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouteParam } from '../routing/use-route-param.ts'
import { amendmentQuery, groundQuery, referenceQuery } from './queries.ts'

/** The amendment of the address. */
export const useAmendment = (): AmendmentView =>
  useSuspenseQuery(amendmentQuery(useRouteParam('amendmentId'))).data

/** What the forms choose from. */
export const useReference = (): FrameworkReference => useSuspenseQuery(referenceQuery).data

/** What the amendment changes: its programme as it is without it; null for one that is new. */
export const useGround = (amendment: AmendmentView): FrameworkView | null =>
  useSuspenseQuery(groundQuery(amendment)).data
