/**
 * Reviews whose holder may not review them any more, because a role ended by itself, go back to the queue: once an
 * hour, each in a transaction of its own, once also with several processes.
 */
import type { Context } from '../context.ts'
import { change } from '../trust/change.ts'
import { passOnOne } from './hand-over.ts'

/** The holder may go on with it, or another process was first. */
class NotStranded extends Error {}

/** Gives them back, and answers how many. */
export async function passOnStranded(context: Context): Promise<number> {
  const held = await context.db
    .selectFrom('returns')
    .select(['id', 'takenBy'])
    .where('status', '=', 'submitted')
    .where('takenBy', 'is not', null)
    .orderBy('id')
    .execute()
  let passed = 0
  for (const { id, takenBy } of held) if (await passOnIfStranded(context, id, takenBy!)) passed += 1
  return passed
}

async function passOnIfStranded(context: Context, returnId: string, from: string): Promise<boolean> {
  const act = { personId: null, action: 'return.hand-over', subject: returnId }
  try {
    await change(context, act, async (trx, note) => {
      if (!(await passOnOne(context, trx, { returnId, from, to: null, by: null }))) throw new NotStranded()
      note({ holderBefore: from, holder: null, from: 'submitted', to: 'submitted' })
    })
    return true
  } catch (error) {
    if (error instanceof NotStranded) return false
    throw error
  }
}
