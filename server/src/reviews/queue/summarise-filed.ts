/** Summaries of versions that stand: nothing anybody did, so no event of the audit. */
import type { Db, Trx } from '@inclusion/db/open'
import { comparePeriods } from '@inclusion/shared/periods'
import { londonDate } from '@inclusion/shared/time'
import { loadReturn } from '../../returns/load.ts'
import { findReturn, lockReturn, type ReturnHead } from '../../returns/store.ts'
import { findVersions } from '../../returns/versions.ts'
import { versionAcceptedBefore } from '../../standards/accepted-before.ts'
import { inputAsFiled } from '../../standards/as-filed.ts'
import { storeSummary } from './summarise.ts'

/** Sums up the version of a return that was filed last, held against what is accepted now. */
export async function summariseFiled(
  db: Db | Trx,
  returnId: string,
  how: { keep?: true } = {},
): Promise<void> {
  const versions = await findVersions(db, returnId)
  const latest = versions.at(-1)!
  const loaded = await loadReturn(db, returnId, londonDate(latest.submittedAt))
  const input = inputAsFiled(loaded, latest, await versionAcceptedBefore(db, returnId, versions))
  const { findings, version } = latest
  await storeSummary(db, { loaded, input, findings, version }, how)
}

/**
 * Sums up anew what its grant filed for later periods and RMEL still has: it is held against figures that were
 * accepted just now. Each is locked first, so that one that is being filed or accepted meanwhile is asked in its turn.
 */
export async function summariseLater(trx: Trx, { grantId, periodId }: ReturnHead): Promise<void> {
  const all = await trx
    .selectFrom('returns')
    .select(['id', 'periodId'])
    .where('grantId', '=', grantId)
    .execute()
  const later = all
    .filter((each) => comparePeriods(each.periodId, periodId) > 0)
    .toSorted((left, right) => comparePeriods(left.periodId, right.periodId))
  for (const { id } of later) {
    await lockReturn(trx, id, 'update')
    const head = await findReturn(trx, id)
    if (head?.status === 'submitted') await summariseFiled(trx, id)
  }
}
