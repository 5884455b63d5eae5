/** Ending memberships, suspending people and letting them back in. Each counts from the next request on. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import type { Actor, Subject } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'
import { mayManage } from './may-manage.ts'
import { otherAdministrators } from './store.ts'

/** Ends a membership today. Throws Problem when it is not the actor's to end, or the last administrator's. */
export async function endMembership(
  context: Context,
  actor: Actor,
  act: Act,
  membershipId: string,
): Promise<void> {
  await change(context, act, async (trx, note) => {
    const membership = await findMembership(trx, membershipId)
    if (!membership || !mayManage(actor, membership.role, subjectOf(membership)))
      throw new Problem('not-found')
    const { personId, role, endsBefore } = membership
    if (endsBefore !== null && endsBefore <= today(context)) return
    if (role === 'administrator') await keepAnAdministrator(context, trx, personId)
    await trx
      .updateTable('memberships')
      .set({ endsBefore: today(context) })
      .where('id', '=', membershipId)
      .execute()
    note({ personId, role })
  })
}

/** Suspends a person and ends their sessions. */
export async function suspend(context: Context, act: Act, personId: string): Promise<void> {
  await change(context, act, async (trx) => {
    await keepAnAdministrator(context, trx, personId)
    await setSuspended(trx, personId, context.now())
    await trx.deleteFrom('sessions').where('personId', '=', personId).execute()
  })
}

export async function restore(context: Context, act: Act, personId: string): Promise<void> {
  await change(context, act, (trx) => setSuspended(trx, personId, null))
}

async function setSuspended(trx: Trx, personId: string, suspendedAt: string | null): Promise<void> {
  const changed = await trx
    .updateTable('people')
    .set({ suspendedAt })
    .where('id', '=', personId)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Problem('not-found')
}

async function keepAnAdministrator(context: Context, trx: Trx, personId: string): Promise<void> {
  if ((await otherAdministrators(trx, personId, today(context))) === 0)
    throw new Problem('last-administrator')
}

const findMembership = (trx: Trx, membershipId: string) =>
  trx
    .selectFrom('memberships')
    .leftJoin('settings', 'settings.urn', 'memberships.urn')
    .selectAll('memberships')
    .select('settings.gssCode as settingGssCode')
    .where('memberships.id', '=', membershipId)
    .executeTakeFirst()

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
