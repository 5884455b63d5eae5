/** Somebody confirms that a person's access is still right: each role of theirs that they manage, as it stands. */
import { Problem } from '@inclusion/shared/problems'
import { today, type Context } from '../context.ts'
import { membershipsOf } from '../departures/store.ts'
import type { By } from '../returns/transition.ts'
import { change } from '../trust/change.ts'
import { mayManage, subjectOf } from './may-manage.ts'

/** Throws `not-found` for a person with no role that is the actor's to manage, and `own-access` for oneself. */
export async function confirmAccess(
  context: Context,
  { act, actor }: By,
  personId: string,
): Promise<{ confirmed: number }> {
  return change(context, act, async (trx, note) => {
    const own = (await membershipsOf(trx, personId, today(context))).filter((membership) =>
      mayManage(actor, membership.role, subjectOf(membership)),
    )
    if (own.length === 0) throw new Problem('not-found')
    if (personId === actor.personId) throw new Problem('own-access')
    const memberships = own.map(({ id }) => id)
    await trx
      .updateTable('memberships')
      .set({ reviewedBy: actor.personId, reviewedAt: context.now() })
      .where('id', 'in', memberships)
      .execute()
    note({ memberships })
    return { confirmed: memberships.length }
  })
}
