/** A whole return in memory: what the checks see and what a page shows are both made from it. */
import type { Db, Trx } from '@inclusion/db/open'
import { deriveFigures } from '@inclusion/shared/derive'
import { settingOf } from '@inclusion/shared/locators'
import type { Figures } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { Problem } from '@inclusion/shared/problems'
import type { Standard } from '@inclusion/shared/standards/check'
import type { CheckInput, DraftText, PastPeriod, Signing } from '@inclusion/shared/standards/check-input'
import type { Explanation } from '@inclusion/shared/standards/finding'
import { definitionsOf } from '../framework/store.ts'
import { findStandard } from '../standards/find-standard.ts'
import type { LocalDate } from '@inclusion/shared/time'
import type { SeriesFrom } from '@inclusion/shared/standards/observations'
import { findLineage, oneHistory, type Formerly, type Lineage } from '../settings/lineage.ts'
import { findSeries } from './find-series.ts'
import { loadParts, type LoadedParts } from './load-parts.ts'
import { findAttendance, type StoredAttendance } from '../setting-reports/attendance-store.ts'
import { findReports, type Report } from '../setting-reports/store.ts'
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
  points: DataPoint[]
  drafts: DraftText[]
  explanations: Explanation[]
  reports: Report[]
  attendance: StoredAttendance[]
  history: PastPeriod[]
  baselines: Baseline[]
  seriesFrom: SeriesFrom
  parts: LoadedParts
  /** The earlier URNs of its settings, whose past stands here under those that stand for them now. */
  formerly: Formerly[]
  /** What the return counts: stored and derived figures, those of settings only once signed off. */
  figures: Figures
  /** What the settings' own reports show: their figures also before they are signed off. */
  reportFigures: Figures
}

/** Loads a return whole, as of a London date, or throws the Problem `not-found`. */
export async function loadReturn(db: Db | Trx, id: string, on: LocalDate): Promise<LoadedReturn> {
  const head = await findReturn(db, id)
  if (!head) throw new Problem('not-found')
  const asked = await definitionsOf(db, id)
  const points = await findPoints(db, id)
  // A programme that asks nothing of settings has no reports to read.
  const reports = head.settingsReport === 1 ? await findReports(db, id) : []
  const attendance = reports.length > 0 ? await findAttendance(db, id) : []
  const { history, baselines, acceptedBefore, formerly, parts } = await loadPast(db, head, {
    asked,
    reports,
    on,
  })
  const stored = Object.fromEntries(points.map((point) => [point.locator, figureOf(point)]))
  const isCounted = signedOff(reports)
  const seriesFrom = await findSeries(db, asked)
  const sources = { history, baselines, seriesFrom, periodId: head.periodId }
  return {
    head,
    standard: await findStandard(db, head.standardId),
    asked,
    points,
    drafts: await findDrafts(db, id),
    explanations: await findExplanations(db, id),
    reports,
    attendance,
    history,
    baselines,
    seriesFrom,
    parts: { ...parts, acceptedBefore },
    formerly,
    figures: deriveFigures(asked, {
      ...sources,
      figures: onlyOf(stored, isCounted),
      attendance: attendance.filter(({ urn }) => isCounted(urn)),
    }),
    reportFigures: deriveFigures(asked, { ...sources, figures: stored, attendance }),
  }
}

type Present = Pick<LoadedReturn, 'asked' | 'reports'> & { on: LocalDate }

/** Of a programme that asks nothing of settings. */
const noLineage: Lineage = { standsFor: (urn) => urn, formerly: [] }

/** What the return is held against, all of it under the settings that report now. */
async function loadPast(db: Db | Trx, head: ReturnHead, { asked, reports, on }: Present) {
  const { grantId, periodId } = head
  const urns = reports.map(({ urn }) => urn)
  const lineage = head.settingsReport === 1 ? await findLineage(db, { periodId, urns }) : noLineage
  const parts = await loadParts(db, head, on)
  const stored = {
    history: await findHistory(db, { grantId, before: periodId, most: periodsOfHistory }),
    baselines: await findBaselines(db, grantId, periodId),
    acceptedBefore: parts.acceptedBefore,
  }
  return { ...oneHistory(lineage, asked, stored), formerly: lineage.formerly, parts }
}

/** Figures that belong to the authority, or to a setting that passes. */
const onlyOf = (figures: Figures, passes: (urn: string) => boolean): Figures =>
  Object.fromEntries(
    Object.entries(figures).filter(([locator]) => {
      const urn = settingOf(locator)
      return urn === null || passes(urn)
    }),
  )

/** The settings whose reports are signed off: nobody vouches for the figures of the others yet. */
function signedOff(reports: readonly Report[]): (urn: string) => boolean {
  const urns = new Set(reports.filter(({ status }) => status === 'signed-off').map(({ urn }) => urn))
  return (urn) => urns.has(urn)
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

export function findExplanations(db: Db | Trx, id: string): Promise<Explanation[]> {
  return db
    .selectFrom('explanations')
    .select(['checkCode as check', 'locator', 'reason', 'text', 'inputs'])
    .where('returnId', '=', id)
    .execute()
}

/**
 * What the checks see of a loaded return. `signing` only when it is being signed. A report that is not
 * signed off counts as not given: check 1.4 says so, and its figures wait.
 */
export function checkInputOf(loaded: LoadedReturn, signing: Signing | null = null): CheckInput {
  const isCounted = signedOff(loaded.reports)
  const counts = (locator: string) => isCounted(settingOf(locator) ?? '') || settingOf(locator) === null
  return {
    periodId: loaded.head.periodId,
    tier: loaded.head.tier,
    asked: loaded.asked,
    figures: loaded.figures,
    drafts: loaded.drafts.filter(({ locator }) => counts(locator)),
    settings: loaded.reports.map(({ urn, name, status, missingReason, missingText }) => ({
      urn,
      name,
      status: status === 'signed-off' ? status : 'not-started',
      missingReason,
      missingText,
    })),
    attendance: loaded.attendance
      .filter(({ urn }) => isCounted(urn))
      .map(({ marks: _, ...counts }) => counts),
    history: loaded.history,
    seriesFrom: loaded.seriesFrom,
    explanations: loaded.explanations,
    signing,
    baselines: loaded.baselines,
    ...loaded.parts,
  }
}
