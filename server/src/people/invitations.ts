/** Invitations: the only way to become a person of this service. Accepted by signing in with a code. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { roleNames, roles, type Actor, type Role } from '@inclusion/shared/roles'
import { addDays, londonDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { invitation as invitationLetter } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { change, type Act } from '../trust/change.ts'
import { mayManage, subjectOf } from './may-manage.ts'
import type { NewInvitation } from './new-invitation.ts'
import { membershipsInForce } from './store.ts'

const daysToAccept = 14

export type Invited = { invitationId: string; email: string; expiresAt: string }

/**
 * Makes the person if they are new, the invitation and its mail; an open one to the same is replaced.
 * Who may is the caller's to judge.
 */
export async function invite(context: Context, act: Act, invitation: NewInvitation): Promise<Invited> {
  return change(context, act, async (trx, note) => {
    const invitationId = context.newId()
    const now = context.now()
    const expiresAt = new Date(Date.parse(now) + daysToAccept * 86_400_000).toISOString()
    await ensurePerson(context, trx, invitation)
    await expireInvitations(context, trx, { email: invitation.email, to: invitation })
    await trx
      .insertInto('invitations')
      .values({
        id: invitationId,
        ...invitation,
        invitedBy: act.personId,
        createdAt: now,
        expiresAt,
        acceptedAt: null,
      })
      .execute()
    const letter = invitationLetter({
      name: invitation.name,
      role: roleNames[invitation.role],
      url: `${context.environment.origin}/sign-in`,
      lastDay: addDays(londonDate(expiresAt), -1),
    })
    await queueMail(context, trx, { recipient: invitation.email, ...letter })
    const { role, programme, gssCode, urn } = invitation
    note({ invitationId, role, programme, gssCode, urn })
    return { invitationId, email: invitation.email, expiresAt }
  })
}

/** A person with no membership, so that a code can be sent to prove that the mailbox is theirs. */
async function ensurePerson(context: Context, trx: Trx, { email, name }: NewInvitation): Promise<void> {
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

/** Lets a person's open invitations run out now: those to one role and scope, or all of them. */
export async function expireInvitations(
  context: Context,
  trx: Trx,
  { email, to }: { email: string; to?: RoleOver },
): Promise<void> {
  const open = await pending(context, trx, email)
  const ids = open.filter((invitation) => !to || isSame(invitation, to)).map(({ id }) => id)
  if (ids.length === 0) return
  const expiresAt = context.now()
  await trx.updateTable('invitations').set({ expiresAt }).where('id', 'in', ids).execute()
}

/** Withdraws an open invitation. Throws `not-found` when there is none that is the actor's to manage. */
export async function withdrawInvitation(
  context: Context,
  actor: Actor,
  act: Act,
  invitationId: string,
): Promise<void> {
  await change(context, act, async (trx, note) => {
    const invitation = await trx
      .selectFrom('invitations')
      .leftJoin('settings', 'settings.urn', 'invitations.urn')
      .selectAll('invitations')
      .select('settings.gssCode as settingGssCode')
      .where('invitations.id', '=', invitationId)
      .where('acceptedAt', 'is', null)
      .where('expiresAt', '>', context.now())
      .executeTakeFirst()
    if (!invitation || !mayManage(actor, invitation.role, subjectOf(invitation)))
      throw new Problem('not-found')
    const { email, role, programme, gssCode, urn } = invitation
    await expireInvitations(context, trx, { email, to: invitation })
    note({ role, programme, gssCode, urn })
  })
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
    for (const { id, role, programme, gssCode, urn } of await pending(context, trx, email)) {
      const { numUpdatedRows } = await trx
        .updateTable('invitations')
        .set({ acceptedAt: context.now() })
        .where('id', '=', id)
        .where('acceptedAt', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) continue
      const over = { role: roleOf(role), programme, gssCode, urn }
      if (held.some((membership) => membership.endsBefore === null && isSame(membership, over))) continue
      const membership = { ...over, startsOn: today(context), endsBefore: null }
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

const pending = (context: Context, db: Context['db'] | Trx, email: string) =>
  db
    .selectFrom('invitations')
    .selectAll()
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('expiresAt', '>', context.now())
    .orderBy('id')
    .execute()

function roleOf(text: string): Role {
  const role = roles.find((known) => known === text)
  if (!role) throw new Error(`An invitation names a role that does not exist: ${text}`)
  return role
}
