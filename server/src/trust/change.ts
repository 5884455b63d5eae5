/**
 * The one way to write: a transaction, its audit event, and its answer to a repeat. `change` hands out
 * only the transaction; using the outer database inside it would deadlock on SQLite. `rehearse` tries a write
 * and takes it back: it leaves no row, no event and no key.
 */
import type { Db, Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { appendAudit } from './audit.ts'

/** A repeatable request: the key a client gave, and what it was given for. */
export type Repeatable = { key: string; route: string; bodyHash: string }

export type Act = {
  personId: string | null
  action: string
  subject: string
  repeatable?: Repeatable | null
}

/** The act on one of several things that a request names; a repeat of the request repeats each by a key of its own. */
export function actOn({ personId, repeatable }: Act, action: string, subject: string): Act {
  if (!repeatable) return { personId, action, subject }
  return {
    personId,
    action,
    subject,
    repeatable: { ...repeatable, key: `${repeatable.key} ${action} ${subject}` },
  }
}

/** What the audit event remembers beside action and subject. Never a text a person typed. */
export type Note = (detail: Record<string, unknown>) => void

/**
 * Runs `work` in one transaction and writes its audit event there. With a key that was used before for
 * the same request, answers as it did then and changes nothing.
 */
export async function change<T>(
  context: Context,
  act: Act,
  work: (trx: Trx, note: Note) => Promise<T>,
): Promise<T> {
  return context.db.transaction().execute(async (trx) => {
    const earlier = await claimKey(context, trx, act)
    if (earlier) return earlier.response as T
    let detail: Record<string, unknown> = {}
    const result = await work(trx, (given) => {
      detail = { ...detail, ...given }
    })
    await appendAudit(context, trx, { ...act, detail })
    await keepResponse(trx, act, result)
    return result
  })
}

/** Claims the key for this transaction; a twin waits here, then finds the first one's response. */
async function claimKey(context: Context, trx: Trx, act: Act): Promise<{ response: unknown } | null> {
  const { personId, repeatable } = act
  if (!repeatable || !personId) return null
  const claimed = await trx
    .insertInto('idempotency_keys')
    .values({ ...repeatable, personId, response: '', createdAt: context.now() })
    .onConflict((conflict) => conflict.columns(['personId', 'key']).doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows) return null
  return answerBefore(trx, act)
}

/**
 * What a repeat is answered, for what must be known before its work is prepared; null where this is none.
 * Throws `key-used-before`.
 */
export async function answerBefore(
  db: Db | Trx,
  { personId, repeatable }: Act,
): Promise<{ response: unknown } | null> {
  if (!repeatable || !personId) return null
  const kept = await db
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('personId', '=', personId)
    .where('key', '=', repeatable.key)
    .executeTakeFirst()
  if (!kept) return null
  if (kept.route !== repeatable.route || kept.bodyHash !== repeatable.bodyHash)
    throw new Problem('key-used-before')
  return { response: JSON.parse(kept.response) }
}

async function keepResponse(trx: Trx, { personId, repeatable }: Act, result: unknown): Promise<void> {
  if (!repeatable || !personId) return
  await trx
    .updateTable('idempotency_keys')
    .set({ response: JSON.stringify(result ?? null) })
    .where('personId', '=', personId)
    .where('key', '=', repeatable.key)
    .execute()
}

/** Thrown to end a transaction that has answered, so that all of it is taken back. */
class Rehearsed<T> extends Error {
  readonly answer: T

  constructor(answer: T) {
    super('Rehearsed')
    this.answer = answer
  }
}

/** Runs `work` in a transaction that is always taken back. Answers, or throws, what the work did. */
export async function rehearse<T>({ db }: Pick<Context, 'db'>, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(async (trx) => {
      throw new Rehearsed(await work(trx))
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer as T
    throw error
  }
}
