/** What the queue and an acceptance ask of returns beside their rows: summaries, questions, who filed. */
import type { Db, Trx } from '@inclusion/db/open'
import type { FilingSummaryRow } from '@inclusion/db/tables/queue'

export async function findSummaries(
  db: Db | Trx,
  ids: readonly string[],
): Promise<Map<string, FilingSummaryRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('filing_summaries').selectAll().where('returnId', 'in', ids).execute()
  return new Map(rows.map((row) => [row.returnId, row]))
}

/** How many questions to the borough are not closed, by return. */
export async function countQuestions(db: Db | Trx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('data_queries')
    .select('returnId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('returnId', 'in', ids)
    .where('askedOf', '=', 'borough')
    .where('status', '<>', 'closed')
    .groupBy('returnId')
    .execute()
  return new Map(rows.map(({ returnId, count }) => [returnId, count]))
}

/** Of these returns, those of which a person sent or signed any version. */
export async function filedBy(
  db: Db | Trx,
  personId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('return_versions')
    .select('returnId')
    .distinct()
    .where('returnId', 'in', ids)
    .where((eb) => eb.or([eb('sentBy', '=', personId), eb('certifiedBy', '=', personId)]))
    .execute()
  return new Set(rows.map(({ returnId }) => returnId))
}
