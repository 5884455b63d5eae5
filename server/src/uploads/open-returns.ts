/** The returns that a person may fill in now, the one due first at the top. */
import { can } from '@inclusion/shared/returns'
import type { Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { listReturns } from '../returns/store.ts'
import { onReturn, stateOf } from '../returns/transition.ts'
import { lineOf, type ReturnLine } from '../returns/view.ts'

export async function openReturnsOf(context: Context, actor: Actor): Promise<ReturnLine[]> {
  const heads = await listReturns(context.db)
  return heads
    .filter((head) => can('edit', stateOf(head, []), onReturn(actor, head)))
    .map((head) => lineOf(head, context))
    .toSorted((left, right) => left.dueOn.localeCompare(right.dueOn) || left.id.localeCompare(right.id))
}
