/** An answer in a question's thread, from the borough or from RMEL. */
import { allowedOn } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { reply, type QueryView } from '../reviews/queries.ts'
import { change } from '../trust/change.ts'
import type { ReturnHead } from './store.ts'
import { tell } from './tell.ts'
import type { By } from './transition.ts'

export function answerQuery(
  context: Context,
  { act, actor }: By,
  { head, queryId, text }: { head: ReturnHead; queryId: string; text: string },
): Promise<{ status: QueryView['status'] }> {
  const fromBorough = allowedOn(actor, 'return.edit', head)
  return change(context, act, async (trx, note) => {
    const given = { returnId: head.id, queryId, personId: actor.personId, text, fromBorough }
    const answered = await reply(context, trx, given)
    await tell(context, trx, 'answered', { head, by: actor, text: 'a figure' })
    note({ queryId })
    return answered
  })
}
