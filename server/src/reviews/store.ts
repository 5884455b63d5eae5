/** SQL of reviews: who works on what, and since when. */
import type { Db, Trx } from '@inclusion/db/open'
import type { ReopenRequestRow, ReviewHandOverRow, ReviewRow } from '@inclusion/db/tables/reviews'
import { Problem } from '@inclusion/shared/problems'
import { findVersions, type StoredVersion } from '../returns/versions.ts'

/** The review that is under way, or undefined. */
export function findOpenReview(db: Db | Trx, returnId: string): Promise<ReviewRow | undefined> {
  return db
    .selectFrom('reviews')
    .selectAll()
    .where('returnId', '=', returnId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

/** The version that was filed last, or the Problem `return-not-open` where none was. */
export async function latestVersion(db: Db | Trx, returnId: string): Promise<StoredVersion> {
  const version = (await findVersions(db, returnId)).at(-1)
  if (!version) throw new Problem('return-not-open')
  return version
}

/** The versions on which RMEL has decided as a whole. */
export async function endedVersions(db: Db | Trx, returnId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('reviews')
    .select('version')
    .where('returnId', '=', returnId)
    .where('outcome', 'is not', null)
    .execute()
  return rows.map(({ version }) => version)
}

/** The accepted version of a return that was opened again, whose figures stand meanwhile; null where none does. */
export async function standingVersion(
  db: Db,
  { id, status }: { id: string; status: string },
): Promise<number | null> {
  if (status === 'accepted') return null
  const reopened = await db
    .selectFrom('reviews')
    .select('version')
    .where('returnId', '=', id)
    .where('outcome', '=', 'reopened')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return reopened?.version ?? null
}

/** How a return passed from evaluator to evaluator, the earlier before the later. */
export function findHandOvers(db: Db | Trx, returnId: string): Promise<ReviewHandOverRow[]> {
  return db
    .selectFrom('review_hand_overs')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('handedAt')
    .orderBy('id')
    .execute()
}

/** The last wish of a lead to have the return opened again, or undefined. */
export function findLastRequest(db: Db | Trx, returnId: string): Promise<ReopenRequestRow | undefined> {
  return db
    .selectFrom('reopen_requests')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** The wishes that nobody has answered: of which return, and since when. */
export function findOpenRequests(db: Db | Trx): Promise<Pick<ReopenRequestRow, 'returnId' | 'askedAt'>[]> {
  return db
    .selectFrom('reopen_requests')
    .select(['returnId', 'askedAt'])
    .where('outcome', 'is', null)
    .execute()
}
