import { queryOptions } from '@tanstack/react-query'
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
