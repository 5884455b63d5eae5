/** What the client sees of a setting's report: the checks' input for it, its marks, its own past and DfE's. */
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import { academicYearsOf, periodLabel, periodOf, previousPeriod } from '@inclusion/shared/periods'
import type { Standard } from '@inclusion/shared/standards/check'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import { today, type Context } from '../context.ts'
import { findComparators, type Comparator } from '../programmes/comparators.ts'
import { noticeFailures } from '../returns/check-failures.ts'
import { judge } from '../returns/judge.ts'
import { loadReturn, type LoadedReturn } from '../returns/load.ts'
import { namesOf, type Baseline, type ReturnHead } from '../returns/store.ts'
import { latestPosition } from '../returns/position.ts'
import { findingsAround, findOpened } from '../returns/opened.ts'
import { unlockedOf, type Mark } from '../returns/view.ts'
import { findQueries, type QueryView } from '../reviews/queries.ts'
import { acceptancesOf, type DecisionView } from '../reviews/view.ts'
import type { Formerly } from '../settings/lineage.ts'
import type { ReportAccess } from './access.ts'
import { checkInputOfSetting } from './report.ts'
import { findTrend, type TrendPoint } from './trend.ts'

export type ReportView = {
  returnId: string
  urn: string
  setting: string
  laestab: string
  /** Of the audit trail, before this was read: what came after is asked for from there. */
  position: number
  /** What the setting was before, with the day from which its present URN stands: their past is its own. */
  formerly: Formerly[]
  /** Other boroughs that it reports to for this period: each counts the young people it has mentored. */
  alsoServes: string[]
  programme: { code: string; name: string }
  authority: string
  period: { id: string; label: string }
  /** The academic years the period touches: sessions are given for each. */
  academicYears: string[]
  baselineWindow: { startsOn: string; endsBefore: string }
  /** How the programme has baselines chosen from a register. */
  baselineWindows: BaselineWindows
  dueOn: string
  status: 'not-started' | 'in-progress' | 'signed-off'
  returnStatus: ReturnHead['status']
  signedOff: { by: string; at: string; onBehalf: boolean } | null
  mayEdit: boolean
  why: ReportAccess['why']
  onBehalf: boolean
  /** Only these can be changed when RMEL has asked for changes; null when every figure is open. */
  unlocked: string[] | null
  standard: Standard
  checkInput: CheckInput
  findings: Finding[]
  marks: Record<string, Mark>
  /** What RMEL accepted of its figures, as they were filed last. */
  decisions: DecisionView[]
  queries: QueryView[]
  /** Baselines of this setting on record, by indicator. */
  baselines: Baseline[]
  /** Attendance of the mentored cohort in earlier accepted periods, latest first. */
  trend: TrendPoint[]
  comparators: Comparator[]
}

export async function viewReport(context: Context, access: ReportAccess): Promise<ReportView> {
  const { head, report, mayEdit, why, onBehalf } = access
  const position = await latestPosition(context.db)
  const loaded = await loadReturn(context.db, head.id, today(context))
  const checkInput = checkInputOfSetting(loaded, report.urn)
  const formerly = loaded.formerly.filter(({ nowUrn }) => nowUrn === report.urn)
  const findings = judge(context, loaded, checkInput)
  await noticeFailures(context, head, findings)
  const queries = await findQueries(context.db, head.id)
  const comparators = await findComparators(context.db, head)
  return {
    ...identityOf(access),
    position,
    formerly,
    alsoServes: await otherBoroughs(context, access),
    signedOff: await signatureOf(context, access),
    mayEdit: mayEdit && report.status !== 'signed-off',
    why,
    onBehalf,
    unlocked:
      head.status === 'changes-requested'
        ? [
            ...unlockedOf(head),
            ...(await findOpened(context.db, head, () => findingsAround(context, loaded, report.urn))),
          ]
        : null,
    standard: loaded.standard,
    checkInput,
    findings,
    marks: await marksOf(context, loaded, report.urn),
    decisions: await acceptancesOf(context.db, head, report.urn),
    queries: queries.filter(({ locator }) => locator.includes(`@${report.urn}`)),
    baselines: loaded.baselines.filter(({ urn }) => urn === report.urn),
    trend: await findTrend(context.db, checkInput, {
      grantId: head.grantId,
      urns: [report.urn, ...formerly.map(({ urn }) => urn)],
    }),
    comparators,
  }
}

function identityOf({ head, report }: ReportAccess) {
  const previous = periodOf(previousPeriod(head.periodId))
  return {
    returnId: head.id,
    urn: report.urn,
    setting: report.name,
    laestab: report.laestab,
    programme: { code: head.programme, name: head.programmeName },
    authority: head.authorityName,
    period: { id: head.periodId, label: periodLabel(head.periodId) },
    academicYears: academicYearsOf(head.periodId),
    baselineWindow: { startsOn: previous.startsOn, endsBefore: previous.endsBefore },
    baselineWindows: head.baselineWindows,
    dueOn: head.dueOn,
    status: report.status,
    returnStatus: head.status,
  }
}

/** The authorities whose returns of the same programme and period have a report of this setting too. */
async function otherBoroughs({ db }: Context, { head, report }: ReportAccess): Promise<string[]> {
  const rows = await db
    .selectFrom('setting_reports')
    .innerJoin('returns', 'returns.id', 'setting_reports.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select('authorities.name')
    .where('setting_reports.urn', '=', report.urn)
    .where('returns.periodId', '=', head.periodId)
    .where('grants.programme', '=', head.programme)
    .where('returns.id', '<>', head.id)
    .orderBy('authorities.name')
    .execute()
  return rows.map(({ name }) => name)
}

async function signatureOf({ db }: Context, { report }: ReportAccess): Promise<ReportView['signedOff']> {
  const { signedOffBy, signedOffAt, onBehalf } = report
  if (!signedOffBy || !signedOffAt) return null
  const names = await namesOf(db, [signedOffBy])
  return { by: names[signedOffBy] ?? '', at: signedOffAt, onBehalf: onBehalf === 1 }
}

async function marksOf(
  { db }: Context,
  { points, attendance }: LoadedReturn,
  urn: string,
): Promise<Record<string, Mark>> {
  const own = points.filter((point) => point.urn === urn)
  const counted = attendance
    .filter((cohort) => cohort.urn === urn)
    .flatMap(({ marks }) => Object.entries(marks))
  const names = await namesOf(db, [
    ...own.map(({ changedBy }) => changedBy),
    ...counted.map(([, { by }]) => by),
  ])
  const figures = own.map(
    ({ locator, revision, changedBy, changedAt, provenance, onBehalf }): [string, Mark] => [
      locator,
      { revision, by: names[changedBy] ?? '', at: changedAt, provenance, onBehalf: onBehalf === 1 },
    ],
  )
  const counts = counted.map(([locator, { revision, by, at, source, onBehalf: own }]): [string, Mark] => [
    locator,
    { revision, by: names[by] ?? '', at, provenance: source, onBehalf: own },
  ])
  return Object.fromEntries([...figures, ...counts])
}
