/**
 * Somebody deals with a letter that did not arrive: its row is settled, and no process sends it any more. Sent again, it
 * is a letter of its own: what is left of the first sender cannot send that one (decision 0034).
 */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { By } from '../returns/transition.ts'
import { change } from '../trust/change.ts'
import { codeSubject } from './letters.ts'
import { queueMail } from './outbox.ts'
import { undelivered } from './undelivered.ts'

/** Marks a letter as dealt with: told in another way, or not needed any more. Throws `letter-settled` for one that is no more undelivered. */
export function settleLetter(
  context: Context,
  { act, actor }: By,
  letterId: string,
): Promise<{ letterId: string }> {
  return change(context, act, async (trx, note) => {
    await settle(context, trx, { letterId, settledBy: actor.personId })
    note({ letterId })
    return { letterId }
  })
}

/** Writes the letter anew, to the same address. Throws `not-found`, and `code-ran-out` for a code to sign in. */
export function sendLetterAgain(
  context: Context,
  { act, actor }: By,
  letterId: string,
): Promise<{ letterId: string }> {
  return change(context, act, async (trx, note) => {
    const { mayHaveArrived, ...letter } = await settle(context, trx, { letterId, settledBy: actor.personId })
    if (letter.subject === codeSubject) throw new Problem('code-ran-out')
    await queueMail(context, trx, letter)
    note({ letterId, mayHaveArrived })
    return { letterId }
  })
}

type Settling = { letterId: string; settledBy: string }

/** Takes it, unless a process began to send it or somebody dealt with it meanwhile; its text goes. */
async function settle({ now }: Context, trx: Trx, { letterId, settledBy }: Settling) {
  const letter = await undelivered(trx)
    .select(['recipient', 'subject', 'text', 'handedOverAt', 'attempts'])
    .where('id', '=', letterId)
    .executeTakeFirst()
  if (!letter) throw new Problem((await isLetter(trx, letterId)) ? 'letter-settled' : 'not-found')
  const { handedOverAt, attempts, ...written } = letter
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({ settledBy, settledAt: now(), text: '' })
    .where('id', '=', letterId)
    .where('attempts', '=', attempts)
    .where('claimedUntil', 'is', null)
    .where('settledAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Problem('letter-settled')
  return { ...written, mayHaveArrived: handedOverAt !== null }
}

async function isLetter(trx: Trx, letterId: string): Promise<boolean> {
  const found = await trx.selectFrom('outbox').select('id').where('id', '=', letterId).executeTakeFirst()
  return found !== undefined
}
