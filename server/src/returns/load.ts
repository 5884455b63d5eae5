/** A whole return in memory: what the checks see and what a page shows are both made from it. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Attendance } from '@inclusion/shared/attendance'
import { deriveFigures } from '@inclusion/shared/derive'
import type { Figures } from '@inclusion/shared/figures'
import type { Identity } from '@inclusion/shared/framework/identities'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { Problem } from '@inclusion/shared/problems'
import type { Standard } from '@inclusion/shared/standards/check'
import type { CheckInput, DraftText, PastPeriod, Signing } from '@inclusion/shared/standards/check-input'
import type { Explanation, Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { definitionsOf, findStandard, identitiesOf } from '../framework/store.ts'
import { findAttendance, findReports, type Report } from '../setting-reports/store.ts'
import {
  figureOf,
  findBaselines,
  findHistory,
  findPoints,
  findReturn,
  type Baseline,
  type DataPoint,
  type ReturnHead,
} from './store.ts'

/** How many accepted earlier periods a return is judged against: two years of quarters. */
const periodsOfHistory = 8

export type LoadedReturn = {
  head: ReturnHead
  standard: Standard
  asked: IndicatorDefinition[]
  identities: Identity[]
  points: DataPoint[]
  drafts: DraftText[]
  explanations: Explanation[]
  reports: Report[]
  attendance: (Attendance & { revisions: Record<string, number> })[]
  history: PastPeriod[]
  baselines: Baseline[]
  /** Stored figures with the derived ones filled in. */
  figures: Figures
}

/** Loads a return whole, or throws the Problem `not-found`. */
export async function loadReturn(db: Db | Trx, id: string): Promise<LoadedReturn> {
  const head = await findReturn(db, id)
  if (!head) throw new Problem('not-found')
  const asked = await definitionsOf(db, id)
  const points = await findPoints(db, id)
  // A programme that asks nothing of settings has no reports to read.
  const reports = head.settingsReport === 1 ? await findReports(db, id) : []
  const attendance = reports.length > 0 ? await findAttendance(db, id) : []
  const history = await findHistory(db, {
    grantId: head.grantId,
    before: head.periodId,
    most: periodsOfHistory,
  })
  const baselines = await findBaselines(db, head.grantId)
  const stored = Object.fromEntries(points.map((point) => [point.locator, figureOf(point)]))
  return {
    head,
    standard: await findStandard(db, head.standardId),
    asked,
    identities: await identitiesOf(db, head.programme),
    points,
    drafts: await findDrafts(db, id),
    explanations: await findExplanations(db, id),
    reports,
    attendance,
    history,
    baselines,
    figures: deriveFigures(asked, {
      figures: stored,
      attendance,
      history,
      baselines,
      periodId: head.periodId,
    }),
  }
}

function findDrafts(db: Db | Trx, id: string): Promise<DraftText[]> {
  return db
    .selectFrom('draft_texts')
    .select(['locator', 'part', 'entered'])
    .where('returnId', '=', id)
    .orderBy('locator')
    .orderBy('part')
    .execute()
}

function findExplanations(db: Db | Trx, id: string): Promise<Explanation[]> {
  return db
    .selectFrom('explanations')
    .select(['checkCode as check', 'locator', 'reason', 'text', 'inputs'])
    .where('returnId', '=', id)
    .execute()
}

/** What the checks see of a loaded return. `signing` only when it is being signed. */
export function checkInputOf(loaded: LoadedReturn, signing: Signing | null = null): CheckInput {
  return {
    periodId: loaded.head.periodId,
    tier: loaded.head.tier,
    asked: loaded.asked,
    figures: loaded.figures,
    drafts: loaded.drafts,
    settings: loaded.reports.map(({ urn, name, status, missingReason }) => ({
      urn,
      name,
      status,
      missingReason,
    })),
    attendance: loaded.attendance.map(({ revisions: _, ...counts }) => counts),
    identities: loaded.identities,
    history: loaded.history,
    explanations: loaded.explanations,
    signing,
  }
}

/** Every filing finding of a return as it is stored now: the same function that the browser runs. */
export async function findingsOf(db: Db | Trx, id: string): Promise<Finding[]> {
  const loaded = await loadReturn(db, id)
  return runChecks(loaded.standard, checkInputOf(loaded))
}
