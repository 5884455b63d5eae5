/** A setting's report: sign off, withdraw the sign-off, or record why there is none. */
import type { Db, Trx } from '@inclusion/db/open'
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import type { Attendance } from '@inclusion/shared/attendance/counts'
import { ratioOf } from '@inclusion/shared/figures'
import { pairFromAttendance } from '@inclusion/shared/derive'
import { periodOf, previousPeriod } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import { settingOf } from '@inclusion/shared/locators'
import { today, type Context } from '../context.ts'
import { noticing } from '../returns/check-failures.ts'
import { judge, judgeReturn } from '../returns/judge.ts'
import { checkInputOf, loadReturn, type LoadedReturn } from '../returns/load.ts'
import { lockReturn, type Return } from '../returns/store.ts'
import { recordFindings } from '../standards/record-findings.ts'
import { change, type Act } from '../trust/change.ts'
import { noReport } from './no-report.ts'

/** Statuses of the return in which its settings' reports can change. */
const openStatuses = ['not-started', 'in-progress', 'awaiting-sign-off', 'changes-requested']

/** The checks' input cut to one setting: what its head sees, judged by the same function. */
export function checkInputOfSetting(loaded: LoadedReturn, urn: string): CheckInput {
  // A finding on the whole return is explained at no figure: its locator is empty.
  const ofSetting = (locator: string) =>
    locator !== '' && !locator.startsWith('setting@') && settingOf(locator) === urn
  const cut = (figures: CheckInput['figures']) =>
    Object.fromEntries(Object.entries(figures).filter(([locator]) => ofSetting(locator)))
  const checkInput = checkInputOf(loaded)
  return {
    ...checkInput,
    asked: loaded.asked.filter(({ collectedFrom }) => collectedFrom === 'setting'),
    figures: cut(loaded.reportFigures),
    drafts: loaded.drafts.filter(({ locator }) => ofSetting(locator)),
    settings: loaded.reports
      .filter((report) => report.urn === urn)
      .map(({ name, status, missingReason, missingText }) => ({
        urn,
        name,
        status,
        missingReason,
        missingText,
      })),
    attendance: loaded.attendance
      .filter((attendance) => attendance.urn === urn)
      .map(({ marks: _, ...counts }) => counts),
    history: loaded.history.map((past) => ({ ...past, figures: cut(past.figures) })),
    acceptedBefore: checkInput.acceptedBefore && cut(checkInput.acceptedBefore),
    baselines: checkInput.baselines.filter((baseline) => baseline.urn === urn),
    // The grant, its profile and its learning are the authority's, and so is what it explains.
    profiles: {},
    grant: null,
    learning: null,
    failed: checkInput.failed.filter((part) => !ofAuthority.has(part)),
    explanations: loaded.explanations.filter(({ locator }) => ofSetting(locator)),
  }
}

/** Parts of the input that no check of one setting reads. */
const ofAuthority = new Set<string>(['profiles', 'grant', 'learning'])

type Report = { returnId: string; urn: string }

/** The findings on one setting's report as it is stored now. */
export async function judgeReport(
  context: Context,
  db: Db | Trx,
  { returnId, urn }: Report,
): Promise<Finding[]> {
  const loaded = await loadReturn(db, returnId, today(context))
  return judge(context, loaded, checkInputOfSetting(loaded, urn))
}

/** Signs a report off. Throws `findings-outstanding` while a figure of it is certainly wrong. */
export function signOff(
  context: Context,
  act: Act,
  { returnId, urn, onBehalf }: Report & { onBehalf: boolean },
) {
  const signing = change(context, act, async (trx, note) => {
    await holdOpen(trx, { returnId, urn })
    const loaded = await loadReturn(trx, returnId, today(context))
    refuseBlocked(context, loaded, urn)
    await trx
      .updateTable('setting_reports')
      .set({
        status: 'signed-off',
        signedOffBy: act.personId,
        signedOffAt: context.now(),
        onBehalf: onBehalf ? 1 : 0,
        missingReason: null,
        missingText: null,
        changedAt: context.now(),
      })
      .where('returnId', '=', returnId)
      .where('urn', '=', urn)
      .execute()
    await recordBaselines(context, trx, loaded, urn)
    await recordAfter(context, trx, loaded.head)
    note({ onBehalf })
    return { status: 'signed-off' as const }
  })
  return noticing(context, returnId, signing)
}

/** What the return counts has moved: its findings have too. */
async function recordAfter(context: Context, trx: Trx, head: Pick<Return, 'id' | 'standardId'>) {
  await recordFindings(context, trx, head, await judgeReturn(context, trx, head.id))
}

/** Takes the sign-off back, so that figures can be changed. */
export function withdrawSignOff(context: Context, act: Act, { returnId, urn }: Report) {
  return change(context, act, async (trx) => {
    const { report, dataReturn } = await holdOpen(trx, { returnId, urn })
    if (report.status !== 'signed-off')
      throw new Problem('return-not-open', { detail: 'This report is not signed off.' })
    await trx
      .updateTable('setting_reports')
      .set({ status: 'in-progress', signedOffBy: null, signedOffAt: null, changedAt: context.now() })
      .where('returnId', '=', returnId)
      .where('urn', '=', urn)
      .execute()
    await recordAfter(context, trx, dataReturn)
    return { status: 'in-progress' as const }
  })
}

/** Records why a setting has not reported (check 1.5); an empty reason takes it back. */
export function recordMissing(
  context: Context,
  act: Act,
  { returnId, urn, reason, text }: Report & { reason: string | null; text: string },
) {
  return change(context, act, async (trx, note) => {
    const { report } = await holdOpen(trx, { returnId, urn })
    if (report.status === 'signed-off') throw new Problem('report-signed-off')
    await trx
      .updateTable('setting_reports')
      .set({ missingReason: reason, missingText: reason ? text : null, changedAt: context.now() })
      .where('returnId', '=', returnId)
      .where('urn', '=', urn)
      .execute()
    note({ reason })
    return { missingReason: reason }
  })
}

/** Locks the return and answers it with the report, or throws why the report cannot change now. */
export async function holdOpen(trx: Trx, key: Report) {
  const dataReturn = await lockReturn(trx, key.returnId, 'update')
  if (!dataReturn) throw new Problem('not-found')
  return { dataReturn, report: await openReport(trx, dataReturn, key) }
}

/** The report, or why it cannot change now, of a return that the caller has locked. */
export async function openReport(trx: Trx, dataReturn: Pick<Return, 'status'>, { returnId, urn }: Report) {
  const report = await trx
    .selectFrom('setting_reports')
    .selectAll()
    .where('returnId', '=', returnId)
    .where('urn', '=', urn)
    .executeTakeFirst()
  if (!report) throw noReport()
  if (!openStatuses.includes(dataReturn.status)) throw new Problem('report-frozen')
  return report
}

function refuseBlocked(context: Context, loaded: LoadedReturn, urn: string): void {
  const input = checkInputOfSetting(loaded, urn)
  // A report not begun is the borough's finding (1.4); here it is about to be signed, so its figures count.
  const settings = input.settings.map((setting) => ({ ...setting, status: 'signed-off' as const }))
  const blocking = judge(context, loaded, { ...input, settings }).filter(
    (finding) => finding.severity === 'block' && isOutstanding(finding),
  )
  if (blocking.length === 0) return
  throw new Problem('findings-outstanding', {
    errors: blocking.map(({ locator, message, fix }) => ({
      field: locator ?? '',
      message: `${message} ${fix}`,
    })),
    findings: blocking,
  })
}

/**
 * The mentored cohort's baseline as this period's report gives it, for the indicators measured against one.
 * Kept by period: a report that gives none any more takes back only its own, and an earlier one stands.
 */
async function recordBaselines(
  context: Context,
  trx: Trx,
  { head, asked, attendance }: LoadedReturn,
  urn: string,
) {
  const { grantId, periodId } = head
  await trx
    .deleteFrom('baselines')
    .where('grantId', '=', grantId)
    .where('periodId', '=', periodId)
    .where('urn', '=', urn)
    .execute()
  const counts = attendance.find((candidate) => candidate.urn === urn && candidate.cohort === 'baseline')
  if (!counts) return
  const window = counts.window ?? periodOf(previousPeriod(periodId))
  for (const { indicator, baseline, derivation } of asked) {
    const isMeasured = derivation?.kind === 'attendance' && derivation.cohort === 'mentored'
    if (baseline !== 'required' || !isMeasured) continue
    const pair = pairFromAttendance(counts, derivation)
    if (ratioOf(pair) === null) continue
    await trx
      .insertInto('baselines')
      .values({
        id: context.newId(),
        grantId,
        periodId,
        indicator,
        urn,
        ...pair,
        people: counts.enrolments,
        windowStartsOn: window.startsOn,
        windowEndsBefore: window.endsBefore,
        source: sourceOf(counts),
        recordedAt: context.now(),
      })
      .execute()
  }
}

const windowWords: Record<BaselineWindows, string> = {
  'one-window': 'the same dates for all',
  'term-before-start': 'for each the term before they began',
}

/** Where a baseline came from, and how its window was chosen. */
function sourceOf({ counted, window }: Attendance): string {
  if (!counted) return 'Reported by the head of the setting'
  return `Counted from the setting's register, ${windowWords[window?.kind ?? 'one-window']}`
}
