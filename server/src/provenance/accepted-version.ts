/** Which version of a return pages, totals and releases read. */
import type { Db } from '@inclusion/db/open'

/** The version that was accepted last; null while none was. */
export async function acceptedVersion(db: Db, returnId: string): Promise<number | null> {
  const row = await db
    .selectFrom('accepted_points')
    .select('version')
    .where('returnId', '=', returnId)
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? null
}
