/** One step of a return from status to status: lock, ask the table of actions, work, move. */
import type { Trx } from '@inclusion/db/open'
import type { ReturnRow } from '@inclusion/db/tables/returns'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor, type Capability } from '@inclusion/shared/roles'
import {
  statusAfter,
  whyNot,
  type ReturnAction,
  type ReturnActor,
  type ReturnState,
} from '@inclusion/shared/returns'
import type { Updateable } from 'kysely'
import type { Context } from '../context.ts'
import { change, type Act, type Note } from '../trust/change.ts'
import { findFilers, findReturn, lockReturn, type ReturnHead } from './store.ts'

export type Step = {
  trx: Trx
  note: Note
  /** The return as it is under the lock, before the step. */
  head: ReturnHead
  actor: Actor
}

/** Who does it, and what the audit calls it. */
export type By = { act: Act; actor: Actor }

/**
 * What a step changes in the row beside its status, what it tells the caller, and what follows in the same
 * transaction once the return has moved.
 */
export type Done<T> = { set: Updateable<ReturnRow>; answer?: T; after?: () => Promise<void> }

/** The capabilities of an actor on one return, as the table of actions asks for them. */
export const onReturn = (
  actor: Actor,
  { programme, gssCode }: { programme: string; gssCode: string },
): ReturnActor => ({
  personId: actor.personId,
  may: (capability: Capability) => allowedOn(actor, capability, { programme, gssCode }),
})

export const stateOf = (
  { status, tier, sentFrom, sentBy, submittedBy, takenBy, reopenRequest }: ReturnHead,
  filers: readonly string[],
): ReturnState => ({
  status,
  tier,
  sentFrom,
  sentBy,
  submittedBy,
  takenBy,
  filers,
  reopenAsked: reopenRequest !== null,
})

/** Throws why the actor may not do it now; `not-found` when the return is none of theirs. */
export function refuse(
  action: ReturnAction,
  head: ReturnHead,
  actor: Actor,
  filers: readonly string[] = [],
): void {
  const on = onReturn(actor, head)
  if (!on.may('return.see')) throw new Problem('not-found')
  const reason = whyNot(action, stateOf(head, filers), on)
  if (reason) throw new Problem(reason)
}

/**
 * Does one action. `work` runs under the lock, after the table allowed it; the status
 * follows the table.
 */
export async function transition<T extends object = object>(
  context: Context,
  { act, actor }: By,
  { returnId, action }: { returnId: string; action: ReturnAction },
  work: (step: Step) => Promise<Done<T>>,
): Promise<{ status: ReturnHead['status'] } & T> {
  return change(context, act, async (trx, note) => {
    await lockReturn(trx, returnId, 'update')
    const head = await findReturn(trx, returnId)
    if (!head) throw new Problem('not-found')
    const filers = await findFilers(trx, returnId)
    refuse(action, head, actor, filers)
    const status = statusAfter(action, stateOf(head, filers))
    const moved = status === head.status ? {} : { status, statusSince: context.now() }
    const { set, answer, after } = await work({ trx, note, head, actor })
    await trx
      .updateTable('returns')
      .set({ ...moved, ...set, revision: head.revision + 1 })
      .where('id', '=', returnId)
      .execute()
    await after?.()
    note({ from: head.status, to: status })
    return { status, ...(answer as T) }
  })
}
