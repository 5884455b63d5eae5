/**
 * Sends what waits in the outbox, each letter at most once. A letter is claimed with an end, so that another
 * process takes over from a sender that died. Right before it can arrive it is handed over, by one process alone:
 * from then on nobody sends it again, even where nobody can know whether it arrived (decision 0034).
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../context.ts'

const batch = 20
const claimMinutes = 2
export const mostAttempts = 12
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
  await giveUpUnknown(context)
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
    .where('handedOverAt', 'is', null)
    .where('settledAt', 'is', null)
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
    .where('handedOverAt', 'is', null)
    .where('settledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function send(context: Context, letter: Waiting): Promise<boolean> {
  const { id, recipient, subject, text, createdAt, attempts } = letter
  let isHandedOver = false
  try {
    await context.mailer.send({ id, recipient, subject, text, at: createdAt }, async () => {
      await handOver(context, letter)
      isHandedOver = true
    })
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error)
    if (isHandedOver && !isRefusal(error)) await setAside(context, id, lastError)
    else {
      context.log.warn({ letter: id, attempts: attempts + 1, error: lastError }, 'A letter could not be sent')
      await tryLater(context, letter, lastError)
    }
    return false
  }
  // The text goes once it is sent: codes and names need not stay here.
  await context.db
    .updateTable('outbox')
    .set({ claimedUntil: null, sentAt: context.now(), text: '' })
    .where('id', '=', id)
    .execute()
  return true
}

/** Throws unless this process still holds the letter: a claim that ran out may be another's by now. */
async function handOver(context: Context, { id, attempts }: Waiting): Promise<void> {
  const { numUpdatedRows } = await context.db
    .updateTable('outbox')
    .set({ handedOverAt: context.now() })
    .where('id', '=', id)
    .where('attempts', '=', attempts + 1)
    .where('handedOverAt', 'is', null)
    .where('settledAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('Another process has taken this letter over')
}

/** The other side answered that it does not take the message: it has not arrived. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'responseCode' in error &&
  typeof error.responseCode === 'number'

async function tryLater(context: Context, { id, attempts }: Waiting, lastError: string): Promise<void> {
  const notBefore = later(context, Math.min(2 ** attempts, longestPauseMinutes))
  await context.db
    .updateTable('outbox')
    .set({ claimedUntil: null, handedOverAt: null, notBefore, lastError })
    .where('id', '=', id)
    .where('attempts', '=', attempts + 1)
    .execute()
}

const unknown = 'A letter may or may not have arrived. It is not sent again'

async function setAside(context: Context, id: string, lastError: string): Promise<void> {
  await context.db.updateTable('outbox').set({ claimedUntil: null, lastError }).where('id', '=', id).execute()
  context.log.error({ letter: id, error: lastError }, unknown)
}

/** Letters whose sender died after it had handed them over: said once in the log, and kept as they are. */
async function giveUpUnknown(context: Context): Promise<void> {
  const lost = await context.db
    .selectFrom('outbox')
    .select('id')
    .where('sentAt', 'is', null)
    .where('handedOverAt', 'is not', null)
    .where('claimedUntil', '<=', context.now())
    .execute()
  for (const { id } of lost) await setAside(context, id, 'Its sender ended before it was answered')
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
