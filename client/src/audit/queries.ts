import { queryOptions } from '@tanstack/react-query'
import type { AuditSearch } from '@inclusion/server/trust/search'
import type { AuditChoices, AuditEventView, AuditPage as AuditEvents } from '@inclusion/server/trust/view'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** What is asked of the trail, as the address has it; latest first, before a position. */
export type AuditPlace = { [Name in keyof AuditSearch]?: string } & { before?: number }

export const searchNames = [
  'person',
  'return',
  'indicator',
  'figure',
  'action',
  'subject',
  'from',
  'to',
] as const

/** Only what is asked for, as texts. */
export const searchOf = (place: AuditPlace): Record<string, string> =>
  Object.fromEntries(searchNames.flatMap((name) => (place[name] ? [[name, place[name]] as const] : [])))

export const auditQuery = ({ before, ...place }: AuditPlace) =>
  queryOptions<AuditEvents>({
    queryKey: ['audit', searchOf(place), before ?? 0],
    queryFn: () =>
      call(
        staffApi.audit.index.$get({
          query: { ...searchOf(place), ...(before && { before: String(before) }) },
        }),
      ),
  })

/** Whom and what a search can name, and what the last verification found. */
export const auditChoicesQuery = queryOptions<AuditChoices>({
  queryKey: ['audit-choices'],
  queryFn: () => call(staffApi.audit.choices.$get()),
})

export const auditEventQuery = (position: string) =>
  queryOptions<AuditEventView>({
    queryKey: ['audit-event', position],
    queryFn: () => call(staffApi.audit.events[':position'].$get({ param: { position } })),
  })

/** The file of a search: a plain link, which the browser saves. */
export const exportAddress = (place: AuditPlace, format: 'csv' | 'jsonl'): string =>
  `/api/audit/export?${new URLSearchParams({ ...searchOf(place), format })}`
