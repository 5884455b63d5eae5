/** What the people page sees: those in the actor's scope, and the invitations still open. */
import { holds, type Actor, type Role } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { mayManage, subjectOf } from './may-manage.ts'
import { invitableBy, scopeInWords } from './scopes.ts'
import { listInvitations, listMemberships, type ListedMembership } from './store.ts'

export type MembershipView = {
  membershipId: string
  role: Role
  programme: string | null
  gssCode: string | null
  urn: string | null
  /** What it is over, in words. */
  scope: string
  startsOn: string
  endsBefore: string | null
}

export type PersonView = {
  personId: string
  name: string
  email: string
  jobTitle: string | null
  suspended: boolean
  invented: boolean
  memberships: MembershipView[]
}

/** Everybody for an administrator; for a lead, those whose memberships the lead may end. */
export async function peopleInScope(context: Context, actor: Actor) {
  const [rows, open, invitable] = await Promise.all([
    listMemberships(context.db, today(context)),
    listInvitations(context.db),
    invitableBy(context, actor),
  ])
  const everybody = holds(actor, 'people.administer')
  const people = [...Map.groupBy(rows, ({ personId }) => personId).values()]
    .map((memberships) => personView(actor, memberships))
    .filter(({ memberships }) => everybody || memberships.length > 0)
  const invitations = open
    .filter((invitation) => mayManage(actor, invitation.role, subjectOf(invitation)))
    .map((invitation) => invitationView(context, invitation))
  return { people, invitations, invitable }
}

function personView(actor: Actor, rows: ListedMembership[]): PersonView {
  const { personId, name, email, jobTitle, suspendedAt, invented } = rows[0]!
  const memberships = rows.flatMap((row) => membershipView(actor, row))
  return {
    personId,
    name,
    email,
    jobTitle,
    suspended: suspendedAt !== null,
    invented: invented === 1,
    memberships,
  }
}

function membershipView(actor: Actor, row: ListedMembership): MembershipView[] {
  const { membershipId, role, programme, gssCode, urn, startsOn, endsBefore } = row
  if (membershipId === null || role === null || startsOn === null) return []
  if (!mayManage(actor, role, subjectOf(row))) return []
  return [{ membershipId, role, programme, gssCode, urn, scope: scopeInWords(row), startsOn, endsBefore }]
}

type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number]

function invitationView(context: Context, invitation: OpenInvitation) {
  const { invitationId, email, name, role, programme, gssCode, urn, expiresAt, endsBefore } = invitation
  return {
    invitationId,
    email,
    name,
    role,
    programme,
    gssCode,
    urn,
    scope: scopeInWords(invitation),
    expiresAt,
    endsBefore,
    invitedBy: invitation.invitedBy,
    hasRunOut: expiresAt <= context.now(),
  }
}
