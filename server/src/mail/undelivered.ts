/** Letters that did not arrive, or may not have: what the administrators see of them. Never what they say. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Instant } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { mostAttempts } from './deliver.ts'
import { codeSubject } from './letters.ts'

export type UndeliveredLetter = {
  letterId: string
  recipient: string
  /** Whose address it is; null where nobody here has it. */
  name: string | null
  subject: string
  writtenAt: Instant
  attempts: number
  /** Tried again by itself; given up; or handed over without an answer, so that nobody knows whether it arrived. */
  state: 'trying' | 'given-up' | 'unknown'
  /** What the mail server, or the way to it, said last. */
  lastError: string
  /** When it is tried next; null where it is not. */
  nextAt: Instant | null
  /** A code to sign in has run out by now: another one is asked for instead. */
  maySendAgain: boolean
}

/** All that nobody has dealt with, the latest first. */
export async function viewUndelivered(context: Context): Promise<UndeliveredLetter[]> {
  const rows = await undelivered(context.db)
    .leftJoin('people', 'people.email', 'outbox.recipient')
    .select(['outbox.id as letterId', 'recipient', 'subject', 'outbox.createdAt as writtenAt'])
    .select(['attempts', 'lastError', 'handedOverAt', 'notBefore', 'people.name'])
    .orderBy('outbox.createdAt', 'desc')
    .orderBy('outbox.id')
    .execute()
  return rows.map(({ handedOverAt, notBefore, lastError, ...row }) => {
    const state = stateOf({ handedOverAt, attempts: row.attempts })
    return {
      ...row,
      lastError: lastError ?? '',
      state,
      nextAt: state === 'trying' ? notBefore : null,
      maySendAgain: row.subject !== codeSubject,
    }
  })
}

/** Letters that failed once and that no process is sending at the moment. */
export const undelivered = (db: Db | Trx) =>
  db
    .selectFrom('outbox')
    .where('sentAt', 'is', null)
    .where('settledAt', 'is', null)
    .where('claimedUntil', 'is', null)
    .where('lastError', 'is not', null)

/** How many are not tried again by themselves. */
export async function countGivenUp(db: Db): Promise<number> {
  const { count } = await undelivered(db)
    .where((eb) => eb.or([eb('handedOverAt', 'is not', null), eb('attempts', '>=', mostAttempts)]))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function stateOf({
  handedOverAt,
  attempts,
}: {
  handedOverAt: Instant | null
  attempts: number
}): UndeliveredLetter['state'] {
  if (handedOverAt !== null) return 'unknown'
  return attempts >= mostAttempts ? 'given-up' : 'trying'
}
