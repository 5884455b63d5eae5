/**
 * Ending memberships, suspending people and letting them back in. Each counts from the next request on, and what a
 * person may not review any more goes back to the queue.
 */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { handOverAll } from '../reviews/hand-over.ts'
import type { By } from '../returns/transition.ts'
import { change, type Act } from '../trust/change.ts'
import { withdrawInvitations } from './invitations.ts'
import { mayManage, subjectOf } from './may-manage.ts'
import { otherAdministrators } from './store.ts'

/**
 * Ends a membership today, and open invitations to the same: they would bring it back. A departure that was to end it
 * does so no more. Throws Problem when it is not the actor's to end, or the last administrator's.
 */
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
      .set({ endsBefore: today(context), departureId: null, wouldEndBefore: null })
      .where('id', '=', membershipId)
      .execute()
    await withdrawInvitations(context, trx, { email: membership.email, to: membership })
    const returns = await handOverAll(context, trx, { from: personId, to: null, by: actor })
    note({ personId, role, returns })
  })
}

/** Suspends a person, and ends their sessions and open invitations. */
export async function suspend(context: Context, { act, actor }: By, personId: string): Promise<void> {
  await change(context, act, async (trx, note) => {
    await keepAnAdministrator(context, trx, personId)
    const { email } = await setSuspended(trx, personId, context.now())
    await withdrawInvitations(context, trx, { email })
    await trx.deleteFrom('sessions').where('personId', '=', personId).execute()
    note({ returns: await handOverAll(context, trx, { from: personId, to: null, by: actor }) })
  })
}

export async function restore(context: Context, act: Act, personId: string): Promise<void> {
  await change(context, act, async (trx) => {
    await setSuspended(trx, personId, null)
  })
}

async function setSuspended(trx: Trx, personId: string, suspendedAt: string | null) {
  const person = await trx
    .updateTable('people')
    .set({ suspendedAt })
    .where('id', '=', personId)
    .returning('email')
    .executeTakeFirst()
  if (!person) throw new Problem('not-found')
  return person
}

async function keepAnAdministrator(context: Context, trx: Trx, personId: string): Promise<void> {
  if ((await otherAdministrators(trx, personId, today(context))) === 0)
    throw new Problem('last-administrator')
}

const findMembership = (trx: Trx, membershipId: string) =>
  trx
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .leftJoin('settings', 'settings.urn', 'memberships.urn')
    .selectAll('memberships')
    .select(['people.email', 'settings.gssCode as settingGssCode'])
    .where('memberships.id', '=', membershipId)
    .executeTakeFirst()
