/** Which settings report in a return, when it is opened and when what is recorded of settings changes. */
import type { Db, Trx } from '@inclusion/db/open'
import { periodLabel, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { reportingIn, settle, type Reporting } from '@inclusion/shared/settings/reporting'
import type { Context } from '../context.ts'
import { judgeReturn } from '../returns/judge.ts'
import { lockReturn } from '../returns/store.ts'
import { recordFindings } from '../standards/record-findings.ts'
import { findParts, findSettings } from './store.ts'

/** The settings that report for a grant in a period, by the rule of `shared`. */
export async function reportingFor(
  db: Db | Trx,
  { grantId, periodId }: { grantId: string; periodId: PeriodId },
): Promise<Reporting[]> {
  const parts = await findParts(db, { grantIds: [grantId] })
  return parts.length === 0 ? [] : reportingIn(periodOf(periodId), await findSettings(db), parts)
}

/** Adds reports to a return, not begun. */
export async function openReports(trx: Trx, returnId: string, urns: readonly string[]): Promise<void> {
  const rows = urns.map((urn) => ({ returnId, urn, status: 'not-started' as const }))
  if (rows.length > 0) await trx.insertInto('setting_reports').values(rows).execute()
}

/** An open return that changed: URNs that got a report, that lost one not begun, and that keep one begun. */
export type SettledReturn = {
  returnId: string
  authority: string
  period: string
  opened: string[]
  dropped: string[]
  stays: string[]
}

/** While a return is with RMEL, and once it is accepted, its settings are those that reported. */
const frozen = ['submitted', 'accepted'] as const

/**
 * Holds every open return of the grants that some settings take part in to the rule. A report that was begun
 * stays with its head. Answers the returns that changed, and those with a report that stays.
 */
export async function settleReports(
  context: Context,
  trx: Trx,
  urns: readonly string[],
): Promise<SettledReturn[]> {
  const settled: SettledReturn[] = []
  for (const { id, grantId, periodId, authority } of await findOpen(trx, urns)) {
    const held = await lockReturn(trx, id, 'update')
    if (!held || frozen.some((status) => status === held.status)) continue
    const wanted = await reportingFor(trx, { grantId, periodId })
    const { open, drop, stay } = settle(wanted, await findThere(trx, id))
    const stays = stay.filter((urn) => urns.includes(urn))
    if (open.length + drop.length + stays.length === 0) continue
    if (drop.length > 0) {
      await trx
        .deleteFrom('setting_reports')
        .where('returnId', '=', id)
        .where('urn', 'in', drop)
        .where('status', '=', 'not-started')
        .execute()
    }
    await openReports(trx, id, open)
    if (held.status !== 'not-started') {
      await recordFindings(context, trx, held, await judgeReturn(context, trx, id))
    }
    const period = periodLabel(periodId)
    settled.push({ returnId: id, authority, period, opened: open, dropped: drop, stays })
  }
  return settled
}

/** In one order, so that two transactions never wait for each other's returns. */
function findOpen(trx: Trx, urns: readonly string[]) {
  return trx
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['returns.id', 'grantId', 'periodId', 'authorities.name as authority'])
    .where('returns.status', 'not in', frozen)
    .where('grantId', 'in', (from) =>
      from.selectFrom('grant_settings').select('grantId').where('urn', 'in', urns),
    )
    .orderBy('returns.id')
    .execute()
}

/** A report is begun once it has a figure, or the borough has said why there is none. */
async function findThere(trx: Trx, returnId: string) {
  const reports = await trx
    .selectFrom('setting_reports')
    .select(['urn', 'status', 'missingReason'])
    .where('returnId', '=', returnId)
    .execute()
  return reports.map(({ urn, status, missingReason }) => ({
    urn,
    begun: status !== 'not-started' || missingReason !== null,
  }))
}
