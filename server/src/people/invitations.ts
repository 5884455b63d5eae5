/** Invitations: the only way to become a person of this service. Accepted by signing in with a code. */
import type { Trx } from '@inclusion/db/open'
import { roleNames, roles, type Role } from '@inclusion/shared/roles'
import { addDays, londonDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { invitation as invitationLetter } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { change, type Act } from '../trust/change.ts'
import type { NewInvitation } from './new-invitation.ts'

const daysToAccept = 14

export type Invited = { invitationId: string; email: string; expiresAt: string }

/** Makes the person if they are new, the invitation and its mail. Who may is the caller's to judge. */
export async function invite(context: Context, act: Act, invitation: NewInvitation): Promise<Invited> {
  return change(context, act, async (trx, note) => {
    const invitationId = context.newId()
    const now = context.now()
    const expiresAt = new Date(Date.parse(now) + daysToAccept * 86_400_000).toISOString()
    await ensurePerson(context, trx, invitation)
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

/** Turns this person's open invitations into memberships from today on. Without any, writes nothing. */
export async function acceptInvitations(context: Context, personId: string, email: string): Promise<void> {
  const open = () => pending(context, context.db, email)
  if ((await open()).length === 0) return
  const act = { personId, action: 'invitation.accept', subject: `person:${personId}` }
  await change(context, act, async (trx, note) => {
    const accepted: string[] = []
    for (const { id, role, programme, gssCode, urn } of await pending(context, trx, email)) {
      const { numUpdatedRows } = await trx
        .updateTable('invitations')
        .set({ acceptedAt: context.now() })
        .where('id', '=', id)
        .where('acceptedAt', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) continue
      const membership = {
        role: roleOf(role),
        programme,
        gssCode,
        urn,
        startsOn: today(context),
        endsBefore: null,
      }
      await trx
        .insertInto('memberships')
        .values({ id: context.newId(), personId, ...membership })
        .execute()
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
