/** The returns that have still to come in, with what is needed to write to whoever they wait for. */
import type { Db, Trx } from '@inclusion/db/open'
import type { PeriodId } from '@inclusion/shared/periods'
import { dueDays } from '../returns/due.ts'

export type Outstanding = Awaited<ReturnType<typeof findOutstanding>>[number]

/** As `isOutstanding()` says it: also one that was taken back, and none that is changed at RMEL's wish. */
export function findOutstanding(
  db: Db | Trx,
  { programme, periodId }: { programme?: string; periodId?: PeriodId } = {},
) {
  let query = db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .innerJoin(dueDays(db).as('due'), 'due.returnId', 'returns.id')
    .select(['returns.id', 'returns.periodId', 'returns.status', 'returns.tier', 'due.dueOn'])
    .select(['grants.programme', 'grants.gssCode', 'programmes.name as programmeName'])
    .select(['programmes.settingsReport', 'authorities.name as authorityName'])
    .where((eb) =>
      eb.or([
        eb('returns.status', 'in', ['not-started', 'in-progress']),
        eb.and([
          eb('returns.status', '=', 'awaiting-sign-off'),
          eb(eb.fn.coalesce('returns.sentFrom', eb.val('')), '<>', 'changes-requested'),
        ]),
      ]),
    )
  if (programme !== undefined) query = query.where('grants.programme', '=', programme)
  if (periodId !== undefined) query = query.where('returns.periodId', '=', periodId)
  return query.orderBy('due.dueOn').orderBy('authorities.name').orderBy('returns.id').execute()
}

export type MissingReport = { returnId: string; urn: string; setting: string }

/** The reports of settings that are neither signed off nor explained, of some returns. */
export async function findMissingReports(
  db: Db | Trx,
  returnIds: readonly string[],
): Promise<MissingReport[]> {
  if (returnIds.length === 0) return []
  return db
    .selectFrom('setting_reports')
    .innerJoin('settings', 'settings.urn', 'setting_reports.urn')
    .select(['returnId', 'setting_reports.urn', 'settings.name as setting'])
    .where('returnId', 'in', returnIds)
    .where('status', '<>', 'signed-off')
    .where('missingReason', 'is', null)
    .orderBy('settings.name')
    .execute()
}
