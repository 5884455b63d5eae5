/** Extending the due day of one return, and ending an extension. The latest counts; one at most is in force. */
import type { Trx } from '@inclusion/db/open'
import { extensionFault } from '@inclusion/shared/collection/extensions'
import { isOutstanding } from '@inclusion/shared/collection/timeliness'
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { extensionEnded, extensionGranted } from '../mail/collection-letters.ts'
import { findReturn, lockReturn, type ReturnHead } from '../returns/store.ts'
import type { By } from '../returns/transition.ts'
import { change, type Note } from '../trust/change.ts'
import type { ExtensionRequest } from './requests.ts'
import { tellFilers } from './tell.ts'

type Step = { trx: Trx; note: Note; head: ReturnHead }

/**
 * Grants it in place of the one in force. Throws `return-was-filed` where a day would change nothing any more,
 * `invalid-request` for a day that cannot be.
 */
export function extend(
  context: Context,
  by: By,
  { returnId, dueOn, reason }: ExtensionRequest & { returnId: string },
): Promise<{ extensionId: string; dueOn: string }> {
  return holding(context, by, returnId, async ({ trx, note, head }) => {
    const { windowDueOn } = head
    const fault = extensionFault(dueOn, { windowDueOn, on: today(context) })
    if (fault) throw new Problem('invalid-request', { errors: [{ field: 'dueOn', message: fault }] })
    if (dueOn === head.dueOn)
      throw new Problem('invalid-request', {
        errors: [{ field: 'dueOn', message: 'It is extended to this day already' }],
      })
    const { personId, name } = by.actor
    const at = context.now()
    const inForce = trx
      .updateTable('extensions')
      .where('returnId', '=', returnId)
      .where('endedAt', 'is', null)
    await inForce.set({ endedBy: personId, endedAt: at }).execute()
    const extensionId = context.newId()
    const granted = { dueOn, dueOnBefore: head.dueOn, reason, approvedBy: personId, approvedAt: at }
    await trx
      .insertInto('extensions')
      .values({ id: extensionId, returnId, ...granted })
      .execute()
    const written = extensionGranted({
      ...about(context, head),
      approver: name,
      dueOn,
      from: head.dueOn,
      reason,
    })
    await tellFilers(context, trx, { head, written })
    note({ extensionId, from: head.dueOn, to: dueOn })
    return { extensionId, dueOn }
  })
}

/** Ends the one in force: the window's own due day counts again. Throws `extension-ended` for one that is not. */
export function endExtension(
  context: Context,
  by: By,
  { returnId, extensionId, reason }: { returnId: string; extensionId: string; reason: string },
): Promise<{ dueOn: string }> {
  return holding(context, by, returnId, async ({ trx, note, head }) => {
    const extension = await trx
      .selectFrom('extensions')
      .select('endedAt')
      .where('id', '=', extensionId)
      .where('returnId', '=', returnId)
      .executeTakeFirst()
    if (!extension) throw new Problem('not-found')
    if (extension.endedAt !== null) throw new Problem('extension-ended')
    await trx
      .updateTable('extensions')
      .set({ endedBy: by.actor.personId, endedAt: context.now(), endReason: reason })
      .where('id', '=', extensionId)
      .execute()
    const { windowDueOn: dueOn, dueOn: from } = head
    const isLate = dueOn < today(context)
    const written = extensionEnded({
      ...about(context, head),
      by: by.actor.name,
      dueOn,
      from,
      isLate,
      reason,
    })
    await tellFilers(context, trx, { head, written })
    note({ extensionId, from, to: dueOn })
    return { dueOn }
  })
}

const about = (context: Context, { id, authorityName, programmeName, periodId }: ReturnHead) => ({
  returnLabel: `${authorityName}, ${programmeName}, ${periodLabel(periodId)}`,
  url: `${context.environment.origin}/returns/${id}`,
})

/** Holds a return that has still to come in, against being filed meanwhile. */
function holding<T>(
  context: Context,
  { act, actor }: By,
  returnId: string,
  work: (step: Step) => Promise<T>,
): Promise<T> {
  return change(context, act, async (trx, note) => {
    await lockReturn(trx, returnId, 'update')
    const head = await findReturn(trx, returnId)
    refuseOthers(actor, head)
    if (!isOutstanding(head) || head.dueWhenFiled !== null) throw new Problem('return-was-filed')
    return work({ trx, note, head })
  })
}

function refuseOthers(actor: Actor, head: ReturnHead | undefined): asserts head is ReturnHead {
  if (!head || !allowedOn(actor, 'collection.see', head)) throw new Problem('not-found')
  if (!allowedOn(actor, 'collection.manage', head)) throw new Problem('not-yours-to-do')
}
