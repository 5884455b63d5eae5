/** A departure recorded for a day to come is taken back: the roles it was to end go on as they would have. */
import { Problem } from '@inclusion/shared/problems'
import { holds } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { mayManage, subjectOf } from '../people/may-manage.ts'
import type { By } from '../returns/transition.ts'
import { change } from '../trust/change.ts'
import { membershipsOf } from './store.ts'

/** Throws `not-found` for one that has taken effect, was taken back, or is not the actor's. */
export async function takeBackDeparture(
  context: Context,
  { act, actor }: By,
  departureId: string,
): Promise<void> {
  await change(context, act, async (trx, note) => {
    const { numUpdatedRows } = await trx
      .updateTable('departures')
      .set({ cancelledAt: context.now() })
      .where('id', '=', departureId)
      .where('doneAt', 'is', null)
      .where('cancelledAt', 'is', null)
      .executeTakeFirst()
    const departure = await trx
      .selectFrom('departures')
      .selectAll()
      .where('id', '=', departureId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n || !departure) throw new Problem('not-found')
    const { personId } = departure
    const own = (await membershipsOf(trx, personId, '')).filter((held) => held.departureId === departureId)
    const isTheirs =
      own.length === 0
        ? departure.recordedBy === actor.personId || holds(actor, 'people.administer')
        : own.every((membership) => mayManage(actor, membership.role, subjectOf(membership)))
    if (!isTheirs) throw new Problem('not-found')
    await trx
      .updateTable('memberships')
      .set((eb) => ({ endsBefore: eb.ref('wouldEndBefore'), departureId: null, wouldEndBefore: null }))
      .where('departureId', '=', departureId)
      .where('endsBefore', '=', departure.endsBefore)
      .execute()
    note({ personId, departureId })
  })
}
