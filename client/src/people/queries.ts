import { queryOptions } from '@tanstack/react-query'
import type { LeavingView } from '@inclusion/server/departures/leaving'
import type { AccessFilter, AccessLine } from '@inclusion/server/people/access-review'
import type { peopleInScope } from '@inclusion/server/people/view'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** Those in this person's scope, the invitations still open, and what this person may invite to. */
export type People = Awaited<ReturnType<typeof peopleInScope>>
export type PersonInScope = People['people'][number]
export type MembershipInScope = PersonInScope['memberships'][number]
export type OpenInvitation = People['invitations'][number]

export const peopleQuery = queryOptions<People>({
  queryKey: ['people'],
  queryFn: () => call(staffApi.people.api.people.$get()),
})

/** What somebody holds who is to leave, who could take it over, and what would be lost. */
export const leavingQuery = (personId: string) =>
  queryOptions<LeavingView>({
    queryKey: ['leaving', personId],
    queryFn: () => call(staffApi.departures.api.people[':personId'].leaving.$get({ param: { personId } })),
  })

/** What the review of access is narrowed by, as the address has it. */
export type AccessPlace = { [Name in keyof AccessFilter]?: string }

export const accessNames = ['programme', 'gssCode', 'role', 'only'] as const

export const accessOf = (place: AccessPlace): Record<string, string> =>
  Object.fromEntries(accessNames.flatMap((name) => (place[name] ? [[name, place[name]] as const] : [])))

export const accessQuery = (place: AccessPlace) =>
  queryOptions<AccessLine[]>({
    queryKey: ['access', accessOf(place)],
    queryFn: () => call(staffApi.access.api.people.access.$get({ query: accessOf(place) })),
  })
