/** Which version of a return had been accepted before its latest one: it was accepted, then opened again. */
import type { Db } from '@inclusion/db/open'
import type { StoredVersion } from '../returns/versions.ts'

/** Null for a first version, and for one that came after questions only. The audit knows when it was reopened. */
export async function versionAcceptedBefore(
  db: Db,
  returnId: string,
  versions: readonly StoredVersion[],
): Promise<StoredVersion | null> {
  const [before, latest] = versions.slice(-2)
  if (!before || !latest) return null
  const reopened = await db
    .selectFrom('audit_events')
    .select('id')
    .where('subject', '=', returnId)
    .where('action', '=', 'return.reopen')
    .where('at', '>=', before.submittedAt)
    .where('at', '<=', latest.submittedAt)
    .executeTakeFirst()
  return reopened ? before : null
}
