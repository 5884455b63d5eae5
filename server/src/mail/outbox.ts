/**
 * The outbox: mail is written in the transaction of the act it tells of, and sent afterwards. A claim
 * with an end lets another process take over a message whose sender died.
 */
import type { Trx } from '@inclusion/db/open'
import type { Context } from '../context.ts'

export type Letter = { recipient: string; subject: string; text: string }

/** Puts a letter in the outbox, inside the caller's transaction. */
export async function queueMail(context: Context, trx: Trx, letter: Letter): Promise<void> {
  const at = context.now()
  await trx
    .insertInto('outbox')
    .values({ id: context.newId(), ...letter, createdAt: at, notBefore: at })
    .execute()
}
