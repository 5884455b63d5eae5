/** What the queue and an acceptance ask of returns beside their rows: summaries, questions, who filed. */
import type { Db, Trx } from '@inclusion/db/open'
import type { FilingSummaryRow } from '@inclusion/db/tables/queue'
import { filingsOf } from '../../returns/store.ts'
import { sql, type SqlBool } from 'kysely'

export async function findSummaries(
  db: Db | Trx,
  ids: readonly string[],
): Promise<Map<string, FilingSummaryRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('filing_summaries').selectAll().where('returnId', 'in', ids).execute()
  return new Map(rows.map((row) => [row.returnId, row]))
}

/** What became of a return in review, so far as its next version is not as if nothing had been. */
export type InReview = { questions: number; changes: number }

export const nothingAsked: InReview = { questions: 0, changes: 0 }

/**
 * Of decisions beside summaries: those on the version filed last, and on the one before it that RMEL decided on as a
 * whole. Between the two may lie one that was withdrawn, of which nobody asked anything.
 */
export const isSinceReviewed = sql<SqlBool>`figure_decisions.version >= coalesce((SELECT max(reviews.version) FROM reviews
  WHERE reviews."returnId" = figure_decisions."returnId" AND reviews.outcome IS NOT NULL
    AND reviews.version < filing_summaries.version), filing_summaries.version)`

/** By return: questions that are not closed, and figures asked to be changed in this version or the one reviewed before. */
export async function findInReview(db: Db | Trx, ids: readonly string[]): Promise<Map<string, InReview>> {
  if (ids.length === 0) return new Map()
  const open = await db
    .selectFrom('data_queries')
    .select('returnId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('returnId', 'in', ids)
    .where('askedOf', '=', 'borough')
    .where('status', '<>', 'closed')
    .groupBy('returnId')
    .execute()
  const asked = await db
    .selectFrom('figure_decisions')
    .innerJoin('filing_summaries', 'filing_summaries.returnId', 'figure_decisions.returnId')
    .select('figure_decisions.returnId')
    .select(({ fn }) => fn.count<number>('locator').distinct().as('count'))
    .where('figure_decisions.returnId', 'in', ids)
    .where('decision', '=', 'request-change')
    .where(isSinceReviewed)
    .groupBy('figure_decisions.returnId')
    .execute()
  const found = new Map<string, InReview>()
  for (const { returnId, count } of open) found.set(returnId, { ...nothingAsked, questions: count })
  for (const { returnId, count } of asked)
    found.set(returnId, { ...(found.get(returnId) ?? nothingAsked), changes: count })
  return found
}

/** Of these returns, those that a person helped to file. */
export async function filedBy(
  db: Db | Trx,
  personId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await filingsOf(db, ids).where('personId', '=', personId).execute()
  return new Set(rows.map(({ returnId }) => returnId))
}
