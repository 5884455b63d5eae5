/** Which version of a return had been accepted before its latest one: it was accepted, then opened again. */
import type { Db, Trx } from '@inclusion/db/open'
import type { StoredVersion } from '../returns/versions.ts'

/**
 * The last version that had been submitted when the return was reopened last: questions may have led to others
 * since. Null for a return that was never reopened before its latest version. The audit knows when it was.
 */
export async function versionAcceptedBefore(
  db: Db | Trx,
  returnId: string,
  versions: readonly StoredVersion[],
): Promise<StoredVersion | null> {
  const latest = versions.at(-1)
  if (!latest) return null
  const { reopenedAt } = await db
    .selectFrom('audit_events')
    .select(({ fn }) => fn.max('at').as('reopenedAt'))
    .where('subject', '=', returnId)
    .where('action', '=', 'return.reopen')
    .where('at', '<=', latest.submittedAt)
    .executeTakeFirstOrThrow()
  if (!reopenedAt) return null
  return versions.slice(0, -1).findLast(({ submittedAt }) => submittedAt <= reopenedAt) ?? null
}
