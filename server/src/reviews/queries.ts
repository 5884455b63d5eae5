/** Questions on one figure, and their answers: a thread that whoever is asked sees beside the cell. */
import type { Db, Trx } from '@inclusion/db/open'
import { settingOf, wholeFigure, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { namesOf } from '../returns/store.ts'

/** RMEL asks the borough; the borough asks the head of a setting. */
export type AskedOf = 'borough' | 'setting'

export type QueryView = {
  id: string
  locator: Locator
  askedOf: AskedOf
  /** Whether RMEL wants the figure changed: it was asked for in this thread. Else an answer is enough. */
  wants: 'answer' | 'change'
  status: 'open' | 'answered' | 'closed'
  openedAt: string
  messages: { by: string; at: string; text: string }[]
}

type Opening = { returnId: string; locator: Locator; question: string; by: string; askedOf?: AskedOf }

/** Opens a thread with its question, of the borough unless said otherwise, and answers its id. */
export async function openQuery(
  context: Context,
  trx: Trx,
  { returnId, locator, question, by, askedOf = 'borough' }: Opening,
): Promise<string> {
  const at = context.now()
  const id = context.newId()
  await trx
    .insertInto('data_queries')
    .values({ id, returnId, locator, askedOf, status: 'open', openedBy: by, openedAt: at, changedAt: at })
    .execute()
  await addMessage(context, trx, { queryId: id, personId: by, text: question })
  return id
}

/** Asks in the thread that RMEL has open on this very figure, else in a new one. Answers the thread's id. */
export async function askAbout(
  context: Context,
  trx: Trx,
  { returnId, locator, question, by }: Omit<Opening, 'askedOf'>,
): Promise<string> {
  const open = (await openQuestions(trx, returnId)).find((query) => query.locator === locator)
  if (!open) return openQuery(context, trx, { returnId, locator, question, by })
  await reply(context, trx, { queryId: open.id, personId: by, text: question, isAnswer: false })
  return open.id
}

/** Closes RMEL's threads on a figure and its categories: it was accepted. */
export async function settleAbout(
  context: Context,
  trx: Trx,
  { returnId, locator }: { returnId: string; locator: Locator },
): Promise<void> {
  const figure = wholeFigure(locator)
  const own = (await openQuestions(trx, returnId)).filter((query) => wholeFigure(query.locator) === figure)
  for (const { id } of own) await moveQuery(context, trx, { queryId: id, status: 'closed' })
}

/** RMEL's threads that are not closed. */
function openQuestions(trx: Trx, returnId: string): Promise<Pick<Query, 'id' | 'locator'>[]> {
  return trx
    .selectFrom('data_queries')
    .select(['id', 'locator'])
    .where('returnId', '=', returnId)
    .where('askedOf', '=', 'borough')
    .where('status', '<>', 'closed')
    .orderBy('openedAt')
    .execute()
}

export type Query = Pick<QueryView, 'id' | 'locator' | 'askedOf' | 'status'>

/** A thread of this return, or undefined. */
export function findQuery(
  db: Db | Trx,
  { returnId, queryId }: { returnId: string; queryId: string },
): Promise<Query | undefined> {
  return db
    .selectFrom('data_queries')
    .select(['id', 'locator', 'askedOf', 'status'])
    .where('id', '=', queryId)
    .where('returnId', '=', returnId)
    .executeTakeFirst()
}

type Reply = { queryId: string; personId: string; text: string; isAnswer: boolean }

/** Adds to a thread: an answer of whoever was asked, which marks it answered, or a further question. */
export async function reply(context: Context, trx: Trx, given: Reply): Promise<Pick<QueryView, 'status'>> {
  const status = given.isAnswer ? 'answered' : 'open'
  const moved = await moveQuery(context, trx, { queryId: given.queryId, status })
  if (!moved) throw new Problem('return-not-open', { detail: 'This question is closed.' })
  await addMessage(context, trx, given)
  return { status }
}

/** Moves a thread that is not closed; false when it is. */
export async function moveQuery(
  context: Context,
  trx: Trx,
  { queryId, status }: { queryId: string; status: QueryView['status'] },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('data_queries')
    .set({ status, changedAt: context.now() })
    .where('id', '=', queryId)
    .where('status', '<>', 'closed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function addMessage(
  context: Context,
  trx: Trx,
  { queryId, personId, text }: { queryId: string; personId: string; text: string },
) {
  await trx
    .insertInto('query_messages')
    .values({ id: context.newId(), queryId, personId, at: context.now(), text })
    .execute()
}

export async function closeQueries(context: Context, trx: Trx, returnId: string): Promise<void> {
  await trx
    .updateTable('data_queries')
    .set({ status: 'closed', changedAt: context.now() })
    .where('returnId', '=', returnId)
    .where('status', '<>', 'closed')
    .execute()
}

/** Closes the threads on figures of some settings of a return. Answers how many were not closed before. */
export async function closeQueriesOf(
  context: Context,
  trx: Trx,
  { returnId, urns }: { returnId: string; urns: readonly string[] },
): Promise<number> {
  const open = await trx
    .selectFrom('data_queries')
    .select(['id', 'locator'])
    .where('returnId', '=', returnId)
    .where('status', '<>', 'closed')
    .execute()
  const theirs = open.filter(({ locator }) => urns.includes(settingOf(locator) ?? ''))
  for (const { id } of theirs) await moveQuery(context, trx, { queryId: id, status: 'closed' })
  return theirs.length
}

/** How many threads on figures of settings wait for an answer, by `return@urn`. */
export async function openBySetting(
  db: Db | Trx,
  returnIds: readonly string[],
): Promise<Map<string, number>> {
  const open = new Map<string, number>()
  if (returnIds.length === 0) return open
  const queries = await db
    .selectFrom('data_queries')
    .select(['returnId', 'locator'])
    .where('returnId', 'in', returnIds)
    .where('status', '=', 'open')
    .execute()
  for (const { returnId, locator } of queries) {
    const key = `${returnId}@${settingOf(locator)}`
    open.set(key, (open.get(key) ?? 0) + 1)
  }
  return open
}

/** Every thread of a return, oldest first. */
export async function findQueries(db: Db | Trx, returnId: string): Promise<QueryView[]> {
  const queries = await db
    .selectFrom('data_queries')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('openedAt')
    .orderBy('id')
    .execute()
  if (queries.length === 0) return []
  const messages = await db
    .selectFrom('query_messages')
    .selectAll()
    .where(
      'queryId',
      'in',
      queries.map(({ id }) => id),
    )
    .orderBy('at')
    .orderBy('id')
    .execute()
  const names = await namesOf(
    db,
    messages.map(({ personId }) => personId),
  )
  const requests = await findRequests(db, returnId)
  return queries.map(({ id, locator, askedOf, status, openedAt }) => {
    const own = messages.filter(({ queryId }) => queryId === id)
    const asks = own.some(({ text }) => requests.has(requestKey(wholeFigure(locator), text)))
    return {
      id,
      locator,
      askedOf,
      status,
      openedAt,
      wants: asks && askedOf === 'borough' ? 'change' : 'answer',
      messages: own.map(({ personId, at, text }) => ({ by: names[personId] ?? '', at, text })),
    }
  })
}

const requestKey = (locator: string, words: string | null): string => `${locator} ${words}`

/** The changes that were ever asked for: the words of one that was sent stand in its figure's thread. */
async function findRequests(db: Db | Trx, returnId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('figure_decisions')
    .select(['locator', 'note'])
    .where('returnId', '=', returnId)
    .where('decision', '=', 'request-change')
    .execute()
  return new Set(rows.map(({ locator, note }) => requestKey(locator, note)))
}
