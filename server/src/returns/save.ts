/**
 * Saving figures: many at once or one as it is typed, each with the revision its author saw. All of it
 * is stored or none; a figure that somebody else changed meanwhile is answered with both values.
 */
import { upsertRows } from '@inclusion/db/insert-rows'
import type { Db, Trx } from '@inclusion/db/open'
import type { FigureChange } from '@inclusion/shared/figures'
import { readLocator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Finding } from '@inclusion/shared/standards/finding'
import { today, type Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { recordFindings } from '../standards/record-findings.ts'
import { loadReturn } from './load.ts'
import { findingsAround, findOpened } from './opened.ts'
import { change, rehearse, type Act } from '../trust/change.ts'
import { noticeFailures } from './check-failures.ts'
import { Overtaken, refuseStale } from './conflicts.ts'
import { refuseCarried } from './refuse-carried.ts'
import { refuseCopied } from './refuse-copied.ts'
import { pointShape, pupilShape, sessionShape } from './row-shapes.ts'
import { planChanges } from './plan-changes.ts'
import type { Plan } from './plan.ts'
import { refuseForeign, refuseTwice } from './refuse-foreign.ts'
import { lockReturn, type Return } from './store.ts'

export type Save = {
  returnId: string
  changes: FigureChange[]
  provenance: 'typed' | 'pasted' | 'file' | 'api' | 'prefill'
  /** The setting whose report is saved, or null for the authority's own figures. */
  urn: string | null
  /** A borough lead entering for a setting without an active head. */
  onBehalf: boolean
  /** Judges the return as it is under the lock; throws a Problem when it is not open to this person. */
  before: (trx: Trx, dataReturn: Return) => void | Promise<void>
  /** What else a save moves, in its transaction. */
  after?: (trx: Trx) => Promise<void>
  /** What the checks say of what is stored then: of the whole return, or of one setting's report. */
  judge: (db: Db | Trx) => Promise<Finding[]>
  /** What else is kept of its answer for a repeat. */
  beside?: object
  /** Answers as the save would, and stores nothing. */
  dryRun?: boolean
}

/** What is stored of a save for its repeats. `savedAt` is null where nothing was to be stored. */
export type Saved = { revisions: Record<string, number>; savedAt: string | null }

/** A save with what the checks say after it; a repeat is told what they say now. */
export type SavedAndJudged = Saved & { findings: Finding[] }

/**
 * Stores the changes and answers the new revision of each figure, and what the checks say then. Throws a
 * Problem and stores nothing; as a dry run it answers or throws the same and stores nothing either.
 */
export async function saveFigures(context: Context, act: Act, save: Save): Promise<SavedAndJudged> {
  refuseTwice(save.changes)
  // One order for everybody, so that two batches never wait for each other.
  const changes = save.changes.toSorted((left, right) => (left.locator < right.locator ? -1 : 1))
  const ordered = { ...save, changes }
  const once = save.dryRun ? rehearseOnce : saveOnce
  try {
    return await once(context, act, ordered, strengthOf(changes))
  } catch (error) {
    // The second try, alone in the return, sees the other's revision and answers with both values.
    if (error instanceof Overtaken) return once(context, act, ordered, 'update')
    throw error
  }
}

type Strength = 'share' | 'update'

/** Cohorts are judged beside each other: two saves of them that did not see each other could leave what tells few. */
const strengthOf = (changes: readonly FigureChange[]): Strength =>
  changes.some(({ locator }) => readLocator(locator).kind === 'attendance') ? 'update' : 'share'

async function saveOnce(context: Context, act: Act, save: Save, strength: Strength): Promise<SavedAndJudged> {
  const judged: { findings?: Finding[]; dataReturn?: Return } = {}
  const saved = await change(context, act, async (trx, note): Promise<Saved> => {
    const { dataReturn, plan } = await write(context, trx, { act, save, strength })
    judged.dataReturn = dataReturn
    judged.findings = await save.judge(trx)
    if (save.urn === null) await recordFindings(context, trx, dataReturn, judged.findings)
    note({ figures: plan.trail, provenance: save.provenance, onBehalf: save.onBehalf })
    return { revisions: plan.revisions, savedAt: context.now(), ...save.beside }
  })
  // A repeat is told what the checks say now: what they said then is not kept with its answer.
  const { findings = await save.judge(context.db), dataReturn } = judged
  if (dataReturn) await noticeFailures(context, dataReturn, findings)
  return { ...saved, findings }
}

function rehearseOnce(context: Context, act: Act, save: Save, strength: Strength): Promise<SavedAndJudged> {
  return rehearse(context, async (trx) => {
    const { plan } = await write(context, trx, { act, save, strength })
    return { revisions: plan.revisions, savedAt: null, findings: await save.judge(trx) }
  })
}

type Writing = { act: Act; save: Save; strength: Strength }

/** Judges every change under the lock, and stores them all. */
async function write(context: Context, trx: Trx, { act, save, strength }: Writing) {
  const dataReturn = await lockReturn(trx, save.returnId, strength)
  if (!dataReturn) throw new Problem('not-found')
  // The first save moves the status. Two that share the lock could neither: each would wait for the other.
  if (dataReturn.status === 'not-started' && strength === 'share') throw new Overtaken()
  await save.before(trx, dataReturn)
  const definitions = new Map(
    (await definitionsOf(trx, save.returnId)).map((definition) => [definition.indicator, definition]),
  )
  const opened = await findOpened(trx, dataReturn, () => findingsBefore(context, trx, save))
  for (const given of save.changes) {
    refuseForeign({ change: given, urn: save.urn, dataReturn, definitions, opened })
  }
  if (save.provenance === 'prefill') await refuseCopied(trx, save, today(context))
  const mark = { personId: act.personId!, at: context.now() }
  const plan = await planChanges(trx, { ...save, ...mark, periodId: dataReturn.periodId, definitions })
  await refuseCarried(trx, dataReturn, plan, definitions)
  await refuseStale(trx, save, plan)
  await store(trx, plan, save.returnId)
  await begin(context, trx, dataReturn)
  await save.after?.(trx)
  return { dataReturn, plan }
}

/** The findings on what is stored before a save, of which some open figures to it. */
async function findingsBefore(
  context: Context,
  trx: Trx,
  { urn, returnId, judge }: Save,
): Promise<Finding[]> {
  if (urn === null) return judge(trx)
  return findingsAround(context, await loadReturn(trx, returnId, today(context)), urn)
}

/** Writes the plan. A row that somebody changed in between is not overwritten, and the whole save is refused. */
async function store(trx: Trx, plan: Plan, returnId: string): Promise<void> {
  const written =
    (await upsertRows(trx, 'data_points', plan.points, pointShape)) +
    (await upsertRows(trx, 'attendance_counts', plan.sessions, sessionShape)) +
    (await upsertRows(trx, 'attendance_pupils', plan.pupils, pupilShape))
  if (written < plan.points.length + plan.sessions.length + plan.pupils.length) throw new Overtaken()
  await storeDrafts(trx, plan, returnId)
}

async function storeDrafts(trx: Trx, plan: Plan, returnId: string): Promise<void> {
  if (plan.clearedDrafts.length > 0) {
    await trx
      .deleteFrom('draft_texts')
      .where('returnId', '=', returnId)
      .where('locator', 'in', plan.clearedDrafts)
      .execute()
  }
  await upsertRows(trx, 'draft_texts', plan.drafts, {
    columns: { returnId: 'text', locator: 'text', part: 'text', entered: 'text' },
    key: ['returnId', 'locator', 'part'],
  })
}

/** The first figure saved starts the return. */
async function begin(context: Context, trx: Trx, { id, status }: Return): Promise<void> {
  if (status !== 'not-started') return
  await trx
    .updateTable('returns')
    .set({ status: 'in-progress', statusSince: context.now() })
    .where('id', '=', id)
    .where('status', '=', 'not-started')
    .execute()
}
