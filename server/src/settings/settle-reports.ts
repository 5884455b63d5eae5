/** Which settings report in a return, when it is opened and when what is recorded of settings changes. */
import type { Db, Trx } from '@inclusion/db/open'
import { periodLabel, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { reportingIn, settle, type Reporting } from '@inclusion/shared/settings/reporting'
import type { Context } from '../context.ts'
import { judgeReturn } from '../returns/judge.ts'
import { lockReturn, type Return } from '../returns/store.ts'
import { closeQueriesOf } from '../reviews/queries.ts'
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

/**
 * An open return that changed: URNs that got a report, that lost one not begun, and that keep one begun; and
 * how many questions were closed with the reports that went.
 */
export type SettledReturn = {
  returnId: string
  authority: string
  period: string
  opened: string[]
  dropped: string[]
  stays: string[]
  closedQuestions: number
}

/**
 * While a return is with RMEL, once it is accepted, and while RMEL has opened it in part, its settings are
 * those that reported: nobody could fill a report that came to it then.
 */
const frozen = ['submitted', 'accepted', 'changes-requested'] as const

const isFrozen = ({ status, sentFrom }: Pick<Return, 'status' | 'sentFrom'>): boolean =>
  frozen.some((each) => each === status) ||
  (status === 'awaiting-sign-off' && sentFrom === 'changes-requested')

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
  for (const { id } of await findOpen(trx, urns)) {
    const held = await lockReturn(trx, id, 'update')
    if (held) settled.push(...(await settleReturn(context, trx, held, urns)))
  }
  return settled
}

/**
 * The same for one return, which the caller has locked: none or one that changed. `urns` are the settings
 * whose begun reports are told as staying; none unless given.
 */
export async function settleReturn(
  context: Context,
  trx: Trx,
  held: Return,
  urns?: readonly string[],
): Promise<SettledReturn[]> {
  const { id, grantId, periodId } = held
  if (isFrozen(held)) return []
  const wanted = await reportingFor(trx, { grantId, periodId })
  const { open, drop, stay } = settle(wanted, await findThere(trx, id))
  const stays = urns ? stay.filter((urn) => urns.includes(urn)) : []
  if (open.length + drop.length + stays.length === 0) return []
  const closedQuestions = await dropReports(context, trx, id, drop)
  await openReports(trx, id, open)
  if (held.status !== 'not-started') {
    await recordFindings(context, trx, held, await judgeReturn(context, trx, id))
  }
  const authority = await authorityOf(trx, grantId)
  const period = periodLabel(periodId)
  return [{ returnId: id, authority, period, opened: open, dropped: drop, stays, closedQuestions }]
}

/** Takes reports away that nobody has begun, and closes what was asked about them. Answers how many questions. */
async function dropReports(
  context: Context,
  trx: Trx,
  returnId: string,
  urns: readonly string[],
): Promise<number> {
  if (urns.length === 0) return 0
  await trx
    .deleteFrom('setting_reports')
    .where('returnId', '=', returnId)
    .where('urn', 'in', urns)
    .where('status', '=', 'not-started')
    .execute()
  return closeQueriesOf(context, trx, { returnId, urns })
}

async function authorityOf(trx: Trx, grantId: string): Promise<string> {
  const { name } = await trx
    .selectFrom('grants')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select('authorities.name')
    .where('grants.id', '=', grantId)
    .executeTakeFirstOrThrow()
  return name
}

/** In one order, so that two transactions never wait for each other's returns. */
function findOpen(trx: Trx, urns: readonly string[]) {
  return trx
    .selectFrom('returns')
    .select('returns.id')
    .where('status', 'not in', frozen)
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
