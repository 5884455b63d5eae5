/** Whose report it is: the head's; the borough lead's to enter only while the setting has no active head. */
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { activeHeads } from '../people/holders.ts'
import { dueDays } from '../returns/due.ts'
import { findReturn, type ReturnHead } from '../returns/store.ts'
import { openBySetting } from '../reviews/queries.ts'
import { noReport } from './no-report.ts'
import { findReports, isReported, type Report } from './store.ts'

export type ReportAccess = {
  head: ReturnHead
  report: Report
  mayEdit: boolean
  /** A borough lead enters for a setting without an active head. */
  onBehalf: boolean
  /** Why it cannot be edited by this person; null when it can. */
  why: 'setting-has-a-head' | 'report-frozen' | 'not-yours-to-do' | null
}

const frozen = ['submitted', 'accepted']

/** The report and what the actor may do with it. With `edit`, throws why they may not. */
export async function reportFor(
  context: Context,
  actor: Actor,
  { returnId, urn }: { returnId: string; urn: string },
  need: 'see' | 'edit' = 'see',
): Promise<ReportAccess> {
  const head = await findReturn(context.db, returnId)
  const report = head && (await findReports(context.db, returnId)).find((candidate) => candidate.urn === urn)
  if (!head || !allowedOn(actor, 'report.see', subjectOf(head, urn))) throw new Problem('not-found')
  const isHead = allowedOn(actor, 'report.edit', subjectOf(head, urn))
  const isLead = allowedOn(actor, 'return.edit', head)
  if (!report) throw isHead || isLead ? noReport() : new Problem('not-found')
  const heads = await activeHeads(context.db, { urns: [urn], programme: head.programme, on: today(context) })
  const why = whyNot({ isHead, isLead, hasHead: heads.has(urn), isFrozen: frozen.includes(head.status) })
  if (need === 'edit' && why) throw new Problem(why)
  return { head, report, mayEdit: why === null, onBehalf: !isHead, why }
}

/** Throws `not-found` unless there is such a report and the actor may see it. */
export async function seeReport(
  { db }: Context,
  actor: Actor,
  { returnId, urn }: { returnId: string; urn: string },
): Promise<void> {
  const head = await findReturn(db, returnId)
  const isSeen = head && allowedOn(actor, 'report.see', subjectOf(head, urn))
  if (!isSeen || !(await isReported(db, { returnId, urn }))) throw new Problem('not-found')
}

type Standing = { isHead: boolean; isLead: boolean; hasHead: boolean; isFrozen: boolean }

function whyNot({ isHead, isLead, hasHead, isFrozen }: Standing): ReportAccess['why'] {
  if (!isHead && !isLead) return 'not-yours-to-do'
  if (!isHead && hasHead) return 'setting-has-a-head'
  return isFrozen ? 'report-frozen' : null
}

/** A head's scope is the setting; the borough's is the authority. */
const subjectOf = ({ programme, gssCode }: ReturnHead, urn: string) => ({ programme, gssCode, urns: [urn] })

export type ReportListItem = {
  returnId: string
  urn: string
  setting: string
  programme: string
  authority: string
  period: string
  status: Report['status']
  returnStatus: ReturnHead['status']
  dueOn: string
  /** Questions on its figures, of RMEL or the borough, that wait for an answer. */
  questions: number
}

/** The reports the actor gives: a head's own settings, latest period first. */
export async function listReports(context: Context, actor: Actor): Promise<ReportListItem[]> {
  const urns = actor.memberships.flatMap(({ role, urn }) => (role === 'head' && urn ? [urn] : []))
  if (urns.length === 0) return []
  const rows = await context.db
    .selectFrom('setting_reports')
    .innerJoin('settings', 'settings.urn', 'setting_reports.urn')
    .innerJoin('returns', 'returns.id', 'setting_reports.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .innerJoin('periods', 'periods.id', 'returns.periodId')
    .innerJoin(dueDays(context.db).as('due'), 'due.returnId', 'returns.id')
    .select(['returns.id as returnId', 'setting_reports.urn'])
    .select(['settings.name as setting', 'setting_reports.status'])
    .select([
      'programmes.name as programme',
      'grants.programme as programmeCode',
      'authorities.name as authority',
    ])
    .select(['returns.periodId', 'returns.status as returnStatus', 'due.dueOn'])
    .where('setting_reports.urn', 'in', urns)
    .orderBy('periods.startsOn', 'desc')
    .orderBy('settings.name')
    .execute()
  const questions = await openBySetting(
    context.db,
    rows.map(({ returnId }) => returnId),
  )
  return rows
    .filter(({ programmeCode, urn }) =>
      allowedOn(actor, 'report.edit', { programme: programmeCode, urns: [urn] }),
    )
    .map(({ periodId, programmeCode: _, ...row }) => ({
      ...row,
      period: periodLabel(periodId),
      questions: questions.get(`${row.returnId}@${row.urn}`) ?? 0,
    }))
}
