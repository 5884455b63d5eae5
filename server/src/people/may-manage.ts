/** Who may invite whom, and end whose memberships. */
import type { Db, Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor, type Role, type Subject } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { scopeWords, type NewInvitation } from './new-invitation.ts'

/** Roles that a borough lead may invite, and whose memberships a lead may end. */
export const boroughRoles: readonly Role[] = ['lead', 'certifier', 'head']

/** Whether the actor may invite to, or end, a membership of this role and scope. */
export function mayManage(actor: Actor, role: string, subject: Subject): boolean {
  if (allowedOn(actor, 'people.administer', subject)) return true
  return boroughRoles.some((known) => known === role) && allowedOn(actor, 'people.invite', subject)
}

/** Throws `own-invitation` for the actor's own address: nobody gives themself a role. */
export async function refuseOwn(db: Db | Trx, { personId }: Actor, email: string): Promise<void> {
  const own = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  if (own) throw new Problem('own-invitation')
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
  await refuseOwn(context.db, actor, invitation.email)
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

type Scope = { programme: string | null; gssCode: string | null; urn: string | null }

/** What a membership or an invitation is over, as scope is judged: a head's authority is the setting's. */
export function subjectOf({
  programme,
  gssCode,
  urn,
  settingGssCode,
}: Scope & { settingGssCode: string | null }): Subject {
  const authority = settingGssCode ?? gssCode
  return {
    ...(programme === null ? {} : { programme }),
    ...(authority === null ? {} : { gssCode: authority }),
    ...(urn === null ? {} : { urns: [urn] }),
  }
}
