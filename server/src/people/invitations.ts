/** Invitations: the only way to become a person of this service. Accepted by signing in with a code. */
import * as z from 'zod'
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, Role, roleNames, roles, type Actor, type Subject } from '@inclusion/shared/roles'
import { storableText } from '@inclusion/shared/text'
import { addDays, londonDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { invitation as invitationLetter } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { change, type Act } from '../trust/change.ts'

const daysToAccept = 14

/** An email as it is stored and compared: trimmed, in small letters. */
export const Email = storableText(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('Enter an email address, for example name@council.gov.uk'))

/** Which scope a role needs, and which it may not have. */
const scopes: Record<Role, { needs: 'gssCode' | 'urn' | null; mayHave: ('programme' | 'gssCode')[] }> = {
  lead: { needs: 'gssCode', mayHave: ['programme'] },
  certifier: { needs: 'gssCode', mayHave: ['programme'] },
  head: { needs: 'urn', mayHave: ['programme', 'gssCode'] },
  evaluator: { needs: null, mayHave: ['programme'] },
  'programme-manager': { needs: null, mayHave: ['programme'] },
  approver: { needs: null, mayHave: ['programme'] },
  administrator: { needs: null, mayHave: [] },
  reader: { needs: null, mayHave: ['programme'] },
}

export const NewInvitation = z
  .object({
    email: Email,
    name: storableText(100)
      .trim()
      .min(1, 'Enter their name')
      .regex(/^[^\p{Cc}]*$/u, 'Enter the name on one line'),
    role: Role,
    programme: storableText(10)
      .nullish()
      .transform((code) => code ?? null),
    gssCode: storableText(9)
      .nullish()
      .transform((code) => code ?? null),
    urn: storableText(6)
      .nullish()
      .transform((code) => code ?? null),
  })
  .superRefine((invitation, refinement) => {
    const { needs, mayHave } = scopes[invitation.role]
    for (const field of ['programme', 'gssCode', 'urn'] as const) {
      const given = invitation[field] !== null
      const may = field === needs || mayHave.some((allowed) => allowed === field)
      if (field === needs && !given)
        refinement.addIssue({ code: 'custom', path: [field], message: needed[field] })
      if (given && !may) {
        const message = `${roleNames[invitation.role]} is not a role for one ${scopeWords[field]}`
        refinement.addIssue({ code: 'custom', path: [field], message })
      }
    }
  })
  .meta({ id: 'NewInvitation' })
export type NewInvitation = z.infer<typeof NewInvitation>

const needed = {
  programme: '',
  gssCode: 'Choose the authority this person works for',
  urn: 'Choose the setting this person is head of',
}
const scopeWords = { programme: 'programme', gssCode: 'authority', urn: 'setting' }

/** Roles that a borough lead may invite, and whose memberships a lead may end. */
export const boroughRoles: readonly Role[] = ['lead', 'certifier', 'head']

/** Whether the actor may invite to, or end, a membership of this role and scope. */
export function mayManage(actor: Actor, role: string, subject: Subject): boolean {
  if (allowedOn(actor, 'people.administer', subject)) return true
  return boroughRoles.some((known) => known === role) && allowedOn(actor, 'people.invite', subject)
}

/** Refuses an invitation that is not the actor's to make. `gssCode` is the setting's for a head. */
export async function judgeInvitation(
  context: Context,
  actor: Actor,
  invitation: NewInvitation,
): Promise<void> {
  const { programme, urn } = invitation
  const gssCode = await authorityOf(context, invitation)
  const subject: Subject = {
    ...(programme === null ? {} : { programme }),
    ...(gssCode === null ? {} : { gssCode }),
    ...(urn === null ? {} : { urns: [urn] }),
  }
  if (!mayManage(actor, invitation.role, subject)) throw new Problem('not-yours-to-do')
}

/** The authority an invitation is for. Throws a Problem naming a scope that does not exist. */
async function authorityOf(
  { db }: Context,
  { programme, gssCode, urn }: NewInvitation,
): Promise<string | null> {
  if (programme !== null) {
    const found = await db
      .selectFrom('programmes')
      .select('code')
      .where('code', '=', programme)
      .executeTakeFirst()
    if (!found) throw unknownScope('programme')
  }
  if (gssCode !== null) {
    const found = await db
      .selectFrom('authorities')
      .select('name')
      .where('gssCode', '=', gssCode)
      .executeTakeFirst()
    if (!found) throw unknownScope('gssCode')
  }
  if (urn === null) return gssCode
  const setting = await db.selectFrom('settings').select('gssCode').where('urn', '=', urn).executeTakeFirst()
  if (!setting || (gssCode !== null && gssCode !== setting.gssCode)) throw unknownScope('urn')
  return setting.gssCode
}

const unknownScope = (field: 'programme' | 'gssCode' | 'urn') =>
  new Problem('invalid-request', { errors: [{ field, message: `There is no such ${scopeWords[field]}` }] })

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
