/** SQL of reviews: who works on what, and since when. */
import type { Db, Trx } from '@inclusion/db/open'
import type { ReviewRow } from '@inclusion/db/tables/reviews'

/** The review that is under way, or undefined. */
export function findOpenReview(db: Db | Trx, returnId: string): Promise<ReviewRow | undefined> {
  return db
    .selectFrom('reviews')
    .selectAll()
    .where('returnId', '=', returnId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}
