import { queryOptions } from '@tanstack/react-query'
import type { AuditPage as AuditEvents } from '@inclusion/server/trust/routes'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** A page of the trail: latest first, before a position, of one subject where one is given. */
export type AuditPlace = { subject?: string; before?: number }

export const auditQuery = ({ subject, before }: AuditPlace) =>
  queryOptions<AuditEvents>({
    queryKey: ['audit', subject ?? '', before ?? 0],
    queryFn: () =>
      call(
        staffApi.audit.index.$get({
          query: { ...(subject && { subject }), ...(before && { before: String(before) }) },
        }),
      ),
  })
