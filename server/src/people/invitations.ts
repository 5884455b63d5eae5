/** Invitations: the only way to become a person of this service. Accepted by signing in with a code. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { roles, type Actor, type Membership, type Role } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import type { By } from '../returns/transition.ts'
import { change, type Act } from '../trust/change.ts'
import { findConflicts, refuseConflicts } from './conflicts.ts'
import { sendInvitation } from './invitation-letter.ts'
import { mayManage, refuseOwn, subjectOf } from './may-manage.ts'
import type { NewInvitation, SendAgain } from './new-invitation.ts'
import { membershipsInForce } from './store.ts'

const daysToAccept = 14

export type Invited = { invitationId: string; email: string; expiresAt: string }

/**
 * Makes the person if they are new, the invitation and its mail; an open one to the same is replaced.
 * Who may is the caller's to judge.
 */
export async function invite(context: Context, act: Act, given: NewInvitation): Promise<Invited> {
  const { knowing, ...invitation } = given
  return change(context, act, async (trx, note) => {
    refuseEnd(context, invitation.endsBefore)
    const conflicts = await findConflicts(context, trx, invitation)
    if (!knowing) await refuseConflicts(context, trx, act, conflicts)
    const invitationId = context.newId()
    const expiresAt = runsOut(context)
    await ensurePerson(context, trx, invitation)
    await withdrawInvitations(context, trx, { email: invitation.email, to: invitation })
    const row = {
      id: invitationId,
      ...invitation,
      invitedBy: act.personId,
      createdAt: context.now(),
      expiresAt,
      acceptedAt: null,
    }
    await trx.insertInto('invitations').values(row).execute()
    await sendInvitation(context, trx, row)
    const { role, programme, gssCode, urn, endsBefore } = invitation
    note({ invitationId, role, programme, gssCode, urn, endsBefore })
    if (conflicts.length > 0) note({ conflictsWith: conflicts.map(({ role: held }) => held) })
    return { invitationId, email: invitation.email, expiresAt }
  })
}

const runsOut = (context: Context): string =>
  new Date(Date.parse(context.now()) + daysToAccept * 86_400_000).toISOString()

function refuseEnd(context: Context, endsBefore: string | null): void {
  if (endsBefore === null || endsBefore > today(context)) return
  const message = 'The last day of the role is over already'
  throw new Problem('invalid-request', { errors: [{ field: 'endsBefore', message }] })
}

/** A person with no membership, so that a code can be sent to prove that the mailbox is theirs. */
async function ensurePerson(
  context: Context,
  trx: Trx,
  { email, name }: Pick<NewInvitation, 'email' | 'name'>,
): Promise<void> {
  const now = context.now()
  await trx
    .insertInto('people')
    .values({
      id: context.newId(),
      name,
      email,
      emailVerified: 0,
      image: null,
      jobTitle: null,
      suspendedAt: null,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
}

/** What a membership holds and an invitation offers. */
type RoleOver = { role: string; programme: string | null; gssCode: string | null; urn: string | null }

const isSame = (left: RoleOver, right: RoleOver): boolean =>
  left.role === right.role &&
  left.programme === right.programme &&
  left.gssCode === right.gssCode &&
  left.urn === right.urn

/** Withdraws a person's invitations, run out or not: those to one role and scope, or all of them. */
export async function withdrawInvitations(
  context: Context,
  trx: Trx,
  { email, to }: { email: string; to?: RoleOver },
): Promise<void> {
  const open = await unanswered(trx).where('email', '=', email).execute()
  const ids = open.filter((invitation) => !to || isSame(invitation, to)).map(({ id }) => id)
  if (ids.length === 0) return
  const withdrawnAt = context.now()
  await trx.updateTable('invitations').set({ withdrawnAt }).where('id', 'in', ids).execute()
}

/** Withdraws an invitation. Throws `not-found` when there is none that is the actor's to manage. */
export async function withdrawInvitation(
  context: Context,
  actor: Actor,
  act: Act,
  invitationId: string,
): Promise<void> {
  await change(context, act, async (trx, note) => {
    const invitation = await findOwn(trx, actor, invitationId)
    const { email, role, programme, gssCode, urn } = invitation
    await withdrawInvitations(context, trx, { email, to: invitation })
    note({ role, programme, gssCode, urn })
  })
}

/** Sends an invitation again, run out or not, judged anew: it can be accepted for another 14 days. */
export async function sendAgain(
  context: Context,
  { act, actor }: By,
  { invitationId, knowing }: SendAgain & { invitationId: string },
): Promise<Invited> {
  return change(context, act, async (trx, note) => {
    const invitation = await findOwn(trx, actor, invitationId)
    const { email, role, programme, gssCode, urn, endsBefore } = invitation
    refuseEnd(context, endsBefore)
    await refuseOwn(trx, actor, email)
    const conflicts = await findConflicts(context, trx, invitation)
    if (!knowing) await refuseConflicts(context, trx, act, conflicts)
    const expiresAt = runsOut(context)
    const set = { expiresAt, invitedBy: actor.personId }
    await trx.updateTable('invitations').set(set).where('id', '=', invitationId).execute()
    await sendInvitation(context, trx, { ...invitation, ...set })
    note({ role, programme, gssCode, urn })
    if (conflicts.length > 0) note({ conflictsWith: conflicts.map(({ role: held }) => held) })
    return { invitationId, email, expiresAt }
  })
}

/** Invitations that were neither accepted nor withdrawn, with the authority of a setting they are for. */
export const unanswered = (db: Context['db'] | Trx) =>
  db
    .selectFrom('invitations')
    .leftJoin('settings', 'settings.urn', 'invitations.urn')
    .selectAll('invitations')
    .select('settings.gssCode as settingGssCode')
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('invitations.id')

/** One of them, if it is the actor's to manage; else `not-found`. */
async function findOwn(trx: Trx, actor: Actor, invitationId: string) {
  const invitation = await unanswered(trx).where('invitations.id', '=', invitationId).executeTakeFirst()
  if (!invitation || !mayManage(actor, invitation.role, subjectOf(invitation))) throw new Problem('not-found')
  return invitation
}

/**
 * Turns this person's open invitations into memberships from today on, but for what they hold already.
 * Without any, writes nothing.
 */
export async function acceptInvitations(context: Context, personId: string, email: string): Promise<void> {
  const open = () => pending(context, context.db, email)
  if ((await open()).length === 0) return
  const act = { personId, action: 'invitation.accept', subject: `person:${personId}` }
  await change(context, act, async (trx, note) => {
    const accepted: string[] = []
    const held = await membershipsInForce(trx, personId, today(context))
    for (const { id, role, programme, gssCode, urn, endsBefore } of await pending(context, trx, email)) {
      const { numUpdatedRows } = await trx
        .updateTable('invitations')
        .set({ acceptedAt: context.now() })
        .where('id', '=', id)
        .where('acceptedAt', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) continue
      const over = { role: roleOf(role), programme, gssCode, urn }
      if (endsBefore !== null && endsBefore <= today(context)) continue
      if (held.some((membership) => lastsAsLong(membership, endsBefore) && isSame(membership, over))) continue
      const membership = { ...over, startsOn: today(context), endsBefore }
      await trx
        .insertInto('memberships')
        .values({ id: context.newId(), personId, ...membership })
        .execute()
      held.push(membership)
      accepted.push(id)
    }
    note({ accepted })
  })
}

/** Whether a membership holds at least as long as an invitation offers. */
const lastsAsLong = ({ endsBefore }: Membership, offered: string | null): boolean =>
  endsBefore === null || (offered !== null && endsBefore >= offered)

const pending = (context: Context, db: Context['db'] | Trx, email: string) =>
  unanswered(db).where('email', '=', email).where('expiresAt', '>', context.now()).execute()

function roleOf(text: string): Role {
  const role = roles.find((known) => known === text)
  if (!role) throw new Error(`An invitation names a role that does not exist: ${text}`)
  return role
}
