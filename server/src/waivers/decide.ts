/** Granting, refusing, withdrawing and ending a waiver: each once, by those whom the table of acts allows. */
import type { WaiverRow } from '@inclusion/db/tables/standards'
import { Problem } from '@inclusion/shared/problems'
import { touches, whyNotWaiver, type WaiverAct } from '@inclusion/shared/waivers'
import type { Updateable } from 'kysely'
import { today, type Context } from '../context.ts'
import type { By } from '../returns/transition.ts'
import { change } from '../trust/change.ts'
import { findWaiver } from './store.ts'
import { tellDecided } from './tell.ts'

type Decision = { waiverId: string; act: WaiverAct; note?: string }

const statusAfter = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn', end: 'ended' } as const

/** Does one act on a waiver. Throws `not-found` for one that the actor cannot see, else why it is refused. */
export function decideWaiver(
  context: Context,
  { act: audited, actor }: By,
  { waiverId, act, note: reason }: Decision,
): Promise<{ waiverId: string; status: WaiverRow['status'] }> {
  return change(context, audited, async (trx, note) => {
    const waiver = await findWaiver(trx, waiverId)
    if (!waiver || !touches(actor, waiver)) throw new Problem('not-found')
    const refusal = whyNotWaiver(act, waiver, { actor, on: today(context) })
    if (refusal) throw new Problem(refusal)
    const status = statusAfter[act]
    const { numUpdatedRows } = await trx
      .updateTable('waivers')
      .set({ status, ...markOf(act, { by: actor.personId, at: context.now(), reason }) })
      .where('id', '=', waiverId)
      .where('status', '=', waiver.status)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Problem('waiver-not-open')
    if (act !== 'withdraw') await tellDecided(context, trx, { waiver, act, actor, reason })
    note({ check: waiver.checkCode, from: waiver.status, to: status })
    return { waiverId, status }
  })
}

function markOf(
  act: WaiverAct,
  { by, at, reason = null }: { by: string; at: string; reason: string | null | undefined },
): Updateable<WaiverRow> {
  if (act === 'withdraw') return {}
  return act === 'end' ? { endedBy: by, endedAt: at } : { decidedBy: by, decidedAt: at, decisionNote: reason }
}
