/** Questions on one figure, and their answers: a thread that the borough sees beside the cell. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { namesOf } from '../returns/store.ts'

export type QueryView = {
  id: string
  locator: Locator
  status: 'open' | 'answered' | 'closed'
  openedAt: string
  messages: { by: string; at: string; text: string }[]
}

type Opening = { returnId: string; locator: Locator; question: string; by: string }

export async function openQuery(
  context: Context,
  trx: Trx,
  { returnId, locator, question, by }: Opening,
): Promise<void> {
  const at = context.now()
  const id = context.newId()
  await trx
    .insertInto('data_queries')
    .values({ id, returnId, locator, status: 'open', openedBy: by, openedAt: at, changedAt: at })
    .execute()
  await addMessage(context, trx, { queryId: id, personId: by, text: question })
}

/** Adds an answer (or a further question) to a thread of this return; a borough's answer marks it answered. */
export async function reply(
  context: Context,
  trx: Trx,
  given: { returnId: string; queryId: string; personId: string; text: string; fromBorough: boolean },
): Promise<Pick<QueryView, 'status' | 'locator'>> {
  const query = await trx
    .selectFrom('data_queries')
    .selectAll()
    .where('id', '=', given.queryId)
    .where('returnId', '=', given.returnId)
    .executeTakeFirst()
  if (!query) throw new Problem('not-found')
  if (query.status === 'closed') throw new Problem('return-not-open', { detail: 'This question is closed.' })
  const status = given.fromBorough ? 'answered' : 'open'
  await addMessage(context, trx, given)
  await trx
    .updateTable('data_queries')
    .set({ status, changedAt: context.now() })
    .where('id', '=', given.queryId)
    .execute()
  return { status, locator: query.locator }
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
  return queries.map(({ id, locator, status, openedAt }) => ({
    id,
    locator,
    status,
    openedAt,
    messages: messages
      .filter(({ queryId }) => queryId === id)
      .map(({ personId, at, text }) => ({ by: names[personId] ?? '', at, text })),
  }))
}
