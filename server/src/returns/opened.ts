/** Which figures are open, beside those RMEL asked about, in a return that it has opened in part. */
import type { Db, Trx } from '@inclusion/db/open'
import { openedBy } from '@inclusion/shared/standards/summary'
import type { LocalDate } from '@inclusion/shared/time'
import { findingsOfReport } from '../setting-reports/report.ts'
import { findingsOf } from './load.ts'
import type { Return } from './store.ts'

/**
 * Figures that a blocking finding names, and those already changed in this round: what was asked about
 * cannot be put right while a figure it must agree with stays shut. Empty in any other status.
 */
export async function findOpened(
  db: Db | Trx,
  { id, status, statusSince }: Pick<Return, 'id' | 'status' | 'statusSince'>,
  { urn, on }: { urn: string | null; on: LocalDate },
): Promise<Set<string>> {
  if (status !== 'changes-requested') return new Set()
  const ofReport = urn === null ? [] : await findingsOfReport(db, { returnId: id, urn, on })
  const changed = await db
    .selectFrom('data_points')
    .select('locator')
    .where('returnId', '=', id)
    .where('changedAt', '>', statusSince)
    .execute()
  const opened = openedBy([...(await findingsOf(db, id, on)), ...ofReport])
  return new Set([...opened, ...changed.map(({ locator }) => locator)])
}
