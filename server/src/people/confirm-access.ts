/**
 * Somebody confirms that a person's access is still right: each role of theirs that they manage, as it stands. Of
 * several people at once each is an act of its own: what is refused of one holds up none of the others.
 */
import { Problem } from '@inclusion/shared/problems'
import { today, type Context } from '../context.ts'
import { membershipsOf } from '../departures/store.ts'
import type { By } from '../returns/transition.ts'
import { actOn, change } from '../trust/change.ts'
import { mayManage, subjectOf } from './may-manage.ts'

/** The most that are confirmed in one request. */
export const mostConfirmed = 100

export type ConfirmedTogether = {
  outcomes: {
    personId: string
    /** Why it was not; null where it was. */
    reason: string | null
  }[]
}

/** One after another; a person named twice is confirmed once. */
export async function confirmTogether(
  context: Context,
  { act, actor }: By,
  people: readonly string[],
): Promise<ConfirmedTogether> {
  const outcomes: ConfirmedTogether['outcomes'] = []
  for (const personId of new Set(people)) {
    const own = actOn(act, 'person.confirm-access', `person:${personId}`)
    const reason = await confirmAccess(context, { act: own, actor }, personId).then(() => null, refusalOf)
    outcomes.push({ personId, reason })
  }
  return { outcomes }
}

function refusalOf(error: unknown): string {
  if (error instanceof Problem && error.type !== 'key-used-before') return error.message
  throw error
}

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
