/**
 * Sends what waits in the outbox. A letter is claimed with an end, so two processes never hold the same
 * one, and another takes over from a sender that died: it may then arrive twice, with the same Message-ID.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../context.ts'

const batch = 20
const claimMinutes = 2
const mostAttempts = 12
const longestPauseMinutes = 60
const restMilliseconds = 1000

type Waiting = {
  id: string
  recipient: string
  subject: string
  text: string
  createdAt: string
  attempts: number
}

/** One round: sends the letters that are due and answers how many were sent. Never throws for a letter. */
export async function deliver(context: Context): Promise<number> {
  let sent = 0
  for (const letter of await due(context)) {
    if (!(await claim(context, letter))) continue
    if (await send(context, letter)) sent++
  }
  return sent
}

const later = (context: Context, minutes: number): string =>
  new Date(Date.parse(context.now()) + minutes * 60_000).toISOString()

async function due({ db, now }: Context): Promise<Waiting[]> {
  const at = now()
  return db
    .selectFrom('outbox')
    .select(['id', 'recipient', 'subject', 'text', 'createdAt', 'attempts'])
    .where('sentAt', 'is', null)
    .where('notBefore', '<=', at)
    .where('attempts', '<', mostAttempts)
    .where((eb) => eb.or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<=', at)]))
    .orderBy('notBefore')
    .orderBy('id')
    .limit(batch)
    .execute()
}

/** True for exactly one process: the count of attempts is the revision of the row. */
async function claim(context: Context, { id, attempts }: Waiting): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('outbox')
    .set({ claimedUntil: later(context, claimMinutes), attempts: attempts + 1 })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('sentAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function send(context: Context, { id, recipient, subject, text, createdAt, attempts }: Waiting) {
  const row = context.db.updateTable('outbox').where('id', '=', id)
  try {
    await context.mailer.send({ id, recipient, subject, text, at: createdAt })
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error)
    const notBefore = later(context, Math.min(2 ** attempts, longestPauseMinutes))
    context.log.warn({ letter: id, attempts: attempts + 1, error: lastError }, 'A letter could not be sent')
    await row.set({ claimedUntil: null, notBefore, lastError }).execute()
    return false
  }
  // The text goes once it is sent: codes and names need not stay here.
  await row.set({ claimedUntil: null, sentAt: context.now(), text: '' }).execute()
  return true
}

/** Delivers every second until stopped; `stop` waits for the round that is under way. */
export function startDelivery(context: Context): () => Promise<void> {
  const stopping = new AbortController()
  const running = deliverUntil(context, stopping.signal)
  return async function stop() {
    stopping.abort()
    await running
  }
}

async function deliverUntil(context: Context, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await deliver(context)
    } catch (error) {
      context.log.error(
        { error: error instanceof Error ? error.message : String(error) },
        'Delivery of mail failed',
      )
    }
    await wait(restMilliseconds, undefined, { signal, ref: false }).catch(() => {})
  }
}
