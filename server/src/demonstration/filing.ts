/** One return filed as people file it: reports, figures, sign-off, submission, review. */
import { today } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { isOutstanding, type Explain } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import type { FigureChange } from '@inclusion/shared/figures'
import type { LocalDate } from '@inclusion/shared/time'
import { accept, take } from '../reviews/review.ts'
import { explain } from '../returns/explain.ts'
import { holdForEntry } from '../returns/hold-for-entry.ts'
import { checkInputOf, loadReturn } from '../returns/load.ts'
import { saveFigures } from '../returns/save.ts'
import { findReturn, type ReturnHead } from '../returns/store.ts'
import { sendForSignOff, signingFindings, submit } from '../returns/submit.ts'
import type { By } from '../returns/transition.ts'
import { reportFor } from '../setting-reports/access.ts'
import { signOff } from '../setting-reports/report.ts'
import { holdForSaving } from '../setting-reports/save.ts'
import { acceptDoubted } from './deciding.ts'
import { reportChanges } from './attendance-figures.ts'
import { explanationOf } from './explanations.ts'
import { changesOf, type Totals } from './changes.ts'
import { mentoredThisYear, mentoringTotals } from './mentoring-figures.ts'
import { split } from './numbers.ts'
import { asCounted, countsRegister } from './register-figures.ts'
import type { Filers } from './people.ts'
import { trainingTotals } from './training-figures.ts'
import type { World } from './world.ts'

export type Filing = {
  returnId: string
  filers: Filers
  evaluator: string
  /** The head of a setting, where it has one; else the lead enters its report. */
  headOf: Map<string, string>
  /** The first period this grant reported in. */
  first: string
  cohortStartOn: LocalDate
  /** Awards by financial year in pence, null where unknown. */
  awards: Record<string, number | null>
}

async function headOfReturn(world: World, id: string): Promise<ReturnHead> {
  const head = await findReturn(world.context.db, id)
  if (!head) throw new Error(`There is no return ${id}`)
  return head
}

function totalsOf(filing: Filing, { programme, gssCode, periodId }: ReturnHead): Totals {
  const grant = { ...filing, gssCode }
  return programme === 'APM' ? mentoringTotals(grant, periodId) : trainingTotals(grant, periodId)
}

/** The lead's figures, all or those of the indicators named. */
export async function enterFigures(world: World, filing: Filing, only?: readonly string[]): Promise<void> {
  const head = await headOfReturn(world, filing.returnId)
  const asked = (await definitionsOf(world.context.db, head.id)).filter(
    ({ indicator, collectedFrom }) => collectedFrom === 'authority' && (!only || only.includes(indicator)),
  )
  const name = `${head.gssCode} ${head.periodId}`
  await enter(world, filing, changesOf(asked, totalsOf(filing, head), { tier: head.tier, name }))
}

/** Changes typed by the lead. */
export async function enter(
  world: World,
  { returnId, filers }: Filing,
  changes: FigureChange[],
): Promise<void> {
  const { act, actor } = await world.by(filers.lead, 'return.save-figures', returnId)
  const head = await headOfReturn(world, returnId)
  const save = { returnId, changes, provenance: 'typed' as const }
  await saveFigures(world.context, act, { ...save, ...holdForEntry(world.context, head, actor) })
  world.pass(12)
}

/** The settings' reports, signed off by their heads; by the lead where there is no head. */
export async function reportSettings(world: World, filing: Filing, only?: readonly string[]): Promise<void> {
  const { context } = world
  const loaded = await loadReturn(context.db, filing.returnId, today(context))
  const { head, reports, asked } = loaded
  const atStart = totalsOf(filing, head)['APM-OP5']
  const caseload = atStart && 'value' in atStart ? atStart.value : 0
  const thisYear = split(
    mentoredThisYear({ ...filing, gssCode: head.gssCode }, head.periodId),
    reports.length,
    head.gssCode,
  )
  const mentored = split(Math.max(caseload, reports.length * 4), reports.length, head.gssCode)
  for (const [index, { urn }] of reports.entries()) {
    if (only && !only.includes(urn)) continue
    const changes = reportChanges(asked, {
      urn,
      periodId: head.periodId,
      tier: head.tier,
      mentored: mentored[index]!,
      mentoredThisYear: thisYear[index]!,
    })
    const given = { urn, periodId: head.periodId }
    await report(world, filing, { urn, changes: countsRegister(urn) ? asCounted(changes, given) : changes })
  }
}

async function report(
  world: World,
  filing: Filing,
  { urn, changes }: { urn: string; changes: FigureChange[] },
) {
  const { context } = world
  const { returnId, filers, headOf } = filing
  const subject = `${returnId}@${urn}`
  const reporter = headOf.get(urn) ?? filers.lead
  const saving = await world.by(reporter, 'setting-report.save-figures', subject)
  const { onBehalf } = await reportFor(context, saving.actor, { returnId, urn }, 'edit')
  const save = { returnId, urn, changes, provenance: 'typed' as const, onBehalf }
  await saveFigures(context, saving.act, { ...save, ...holdForSaving(context, { returnId, urn, why: null }) })
  world.pass(4)
  const { act } = await world.by(reporter, 'setting-report.sign-off', subject)
  await signOff(context, act, { returnId, urn, onBehalf })
  world.pass(2)
}

/** Explains whatever the checks ask about, as a lead would. */
export async function explainAll(world: World, { returnId, filers }: Filing): Promise<void> {
  const loaded = await loadReturn(world.context.db, returnId, today(world.context))
  const asked = runChecks(loaded.standard, checkInputOf(loaded)).filter(
    ({ severity }) => severity === 'explain',
  )
  if (asked.length === 0) return
  const by = await world.by(filers.lead, 'return.explain', returnId)
  const explanations = asked.map(({ check, locator }) => ({
    check,
    locator: locator ?? '',
    ...explanationOf(check),
  }))
  await explain(world.context, by, { returnId, explanations })
  world.pass(5)
}

/** Fills in everything and sends it for sign-off; in the light tier it stays with the lead. */
export async function prepare(world: World, filing: Filing): Promise<void> {
  const head = await headOfReturn(world, filing.returnId)
  if (head.settingsReport === 1) await reportSettings(world, filing)
  await enterFigures(world, filing)
  await explainAll(world, filing)
  if (head.tier !== 'light') await sendOn(world, filing)
}

export async function sendOn(world: World, { returnId, filers }: Filing): Promise<void> {
  const by = await world.by(filers.lead, 'return.send-for-sign-off', returnId)
  await sendForSignOff(world.context, by, returnId)
  world.pass(90)
}

/** What the person who signs says of a return that comes late. */
const lateSubmission = {
  reason: 'late-data' as const,
  text: 'Two settings sent their registers after the due date. We told RMEL then, and asked both for a date next time.',
}

async function explainLateness(world: World, { actor }: By, returnId: string): Promise<Explain[]> {
  const loaded = await loadReturn(world.context.db, returnId, today(world.context))
  return (await signingFindings(world.context, loaded, actor.personId))
    .filter((finding) => finding.severity === 'explain' && isOutstanding(finding))
    .map(({ check, locator }) => ({ check, locator: locator ?? '', ...lateSubmission }))
}

/** Signed and submitted: by the certifier, in the light tier by the lead. */
export async function file(world: World, filing: Filing): Promise<void> {
  const { tier, dueOn } = await headOfReturn(world, filing.returnId)
  const { filers, returnId } = filing
  const by = await world.by(tier === 'light' ? filers.lead : filers.certifier, 'return.submit', returnId)
  // Who signs in time is asked nothing, and most do: the world is built faster without the question.
  const explanations = today(world.context) > dueOn ? await explainLateness(world, by, returnId) : []
  await submit(world.context, by, { returnId, declared: true, explanations })
  world.pass(3)
}

export async function takeUp(world: World, { returnId, evaluator }: Filing): Promise<void> {
  await take(world.context, await world.by(evaluator, 'return.take', returnId), returnId)
  world.pass(20)
}

export async function acceptIt(world: World, filing: Filing): Promise<void> {
  const { returnId, evaluator } = filing
  await acceptDoubted(world, filing)
  const by = await world.by(evaluator, 'return.accept', returnId)
  await accept(world.context, by, { returnId, remark: null })
  world.pass(3)
}
