/** A departure takes effect: what is reviewed passes on, and the sessions end. Once, also with several processes. */
import type { Trx } from '@inclusion/db/open'
import type { Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { membershipsInForce } from '../people/store.ts'
import { handOverAll } from '../reviews/hand-over.ts'
import { change } from '../trust/change.ts'
import { findHeirs, findPerson, waitingDepartures, type Departure } from './store.ts'

export type PassedOn = { returns: string[]; sessionsEnded: boolean }

/** Another process carried it out, or it was taken back, a moment ago. */
class AlreadyDone extends Error {}

/**
 * Passes on what the person may not review any more, and ends their sessions where no other role is left. Answers what
 * the audit notes; throws where it was done before. `by` is null for the service itself.
 */
export async function carryOut(
  context: Context,
  trx: Trx,
  { id, personId }: Departure,
  by: Actor | null,
): Promise<PassedOn> {
  const { numUpdatedRows } = await trx
    .updateTable('departures')
    .set({ doneAt: context.now() })
    .where('id', '=', id)
    .where('doneAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AlreadyDone()
  const left = await membershipsInForce(trx, personId, today(context))
  const returns = await passOnReviews(context, trx, { id, personId, by })
  if (left.length === 0) await trx.deleteFrom('sessions').where('personId', '=', personId).execute()
  return { returns, sessionsEnded: left.length === 0 }
}

async function passOnReviews(
  context: Context,
  trx: Trx,
  { id, personId, by }: { id: string; personId: string; by: Actor | null },
): Promise<string[]> {
  const { reviews = null } = await findHeirs(trx, id)
  const name = (await findPerson(trx, personId))?.name ?? 'Whoever held it'
  return handOverAll(context, trx, { from: personId, to: reviews, by, reason: `${name} has left.` })
}

/** Carries out the departures whose day has come, each in a transaction of its own, and answers how many. */
export async function carryOutDepartures(context: Context): Promise<number> {
  const due = (await waitingDepartures(context.db)).filter(({ endsBefore }) => endsBefore <= today(context))
  const done = []
  for (const departure of due) done.push(await carryOutOnce(context, departure))
  return done.filter(Boolean).length
}

async function carryOutOnce(context: Context, departure: Departure): Promise<boolean> {
  const { id: departureId, personId } = departure
  const act = { personId: null, action: 'person.left', subject: `person:${personId}` }
  try {
    await change(context, act, async (trx, note) =>
      note({ departureId, ...(await carryOut(context, trx, departure, null)) }),
    )
    return true
  } catch (error) {
    if (error instanceof AlreadyDone) return false
    throw error
  }
}
