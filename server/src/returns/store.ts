/** SQL of returns: one row, its figures, its past. */
import type { Db, Trx } from '@inclusion/db/open'
import { engineOf } from '@inclusion/db/engine'
import type { DataPointRow, ReturnRow } from '@inclusion/db/tables/returns'
import type { Selectable } from 'kysely'
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import { emptyFigure, type Figure, type Figures } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { comparePeriods, periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { PastPeriod } from '@inclusion/shared/standards/check-input'
import { dueDays } from './due.ts'

export type Return = Selectable<ReturnRow>
export type DataPoint = Selectable<DataPointRow>

/** A return with the grant, authority and window it belongs to. */
export type ReturnHead = Return & {
  programme: string
  programmeName: string
  gssCode: string
  authorityName: string
  subregion: 'Inner' | 'Outer'
  dueOn: string
  /** The due day of its period, for all who report in it. */
  windowDueOn: string
  /** The day of the extension in force; null without one. */
  extendedTo: string | null
  settingsReport: number
  /** How baselines of its settings are chosen from a register. */
  baselineWindows: BaselineWindows
  /** The series of official figures that its programme is held against; null without one. */
  comparator: string | null
  /** Whether its programme is a trial, of which learning is asked. */
  trial: 0 | 1
  cohortStartOn: string
  processesPersonalData: 0 | 1
  dpiaOn: string | null
  /** When its first version was submitted; null before. */
  firstSubmittedAt: string | null
}

const heads = (db: Db | Trx) =>
  db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .innerJoin(dueDays(db).as('due'), 'due.returnId', 'returns.id')
    .selectAll('returns')
    .select([
      'grants.programme',
      'programmes.name as programmeName',
      'programmes.settingsReport',
      'programmes.baselineWindows',
      'programmes.comparator',
      'programmes.trial',
      'grants.gssCode',
      'grants.cohortStartOn',
      'grants.processesPersonalData',
      'grants.dpiaOn',
      'authorities.name as authorityName',
      'authorities.subregion',
      'due.dueOn',
      'due.windowDueOn',
      'due.extendedTo',
    ])
    .select((from) =>
      from
        .selectFrom('return_versions')
        .select(({ fn }) => fn.min('return_versions.submittedAt').as('firstSubmittedAt'))
        .whereRef('return_versions.returnId', '=', 'returns.id')
        .as('firstSubmittedAt'),
    )

export function findReturn(db: Db | Trx, id: string): Promise<ReturnHead | undefined> {
  return heads(db).where('returns.id', '=', id).executeTakeFirst()
}

export type ReturnFilter = {
  ids?: readonly string[]
  gssCode?: string
  programme?: string
  periodId?: string
  status?: Return['status']
}

/** Returns that meet a filter, latest period first, then by authority. */
export function listReturns(db: Db, filter: ReturnFilter = {}): Promise<ReturnHead[]> {
  let query = heads(db).innerJoin('periods', 'periods.id', 'returns.periodId')
  if (filter.ids) query = query.where('returns.id', 'in', filter.ids)
  if (filter.gssCode) query = query.where('grants.gssCode', '=', filter.gssCode)
  if (filter.programme) query = query.where('grants.programme', '=', filter.programme)
  if (filter.periodId) query = query.where('returns.periodId', '=', filter.periodId)
  if (filter.status) query = query.where('returns.status', '=', filter.status)
  return query.orderBy('periods.startsOn', 'desc').orderBy('authorities.name').execute()
}

/**
 * The return's row, held against a change of status until the transaction ends: `share` lets others
 * save figures meanwhile, `update` does not. SQLite has one writer, so it needs neither.
 */
export async function lockReturn(
  trx: Trx,
  id: string,
  strength: 'share' | 'update',
): Promise<Return | undefined> {
  const query = trx.selectFrom('returns').selectAll().where('id', '=', id)
  if (engineOf(trx) === 'sqlite') return query.executeTakeFirst()
  return (strength === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst()
}

export function findPoints(db: Db | Trx, returnId: string): Promise<DataPoint[]> {
  return db
    .selectFrom('data_points')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('locator')
    .execute()
}

type PointNumbers = Pick<DataPoint, 'value' | 'numerator' | 'denominator' | 'people' | 'text' | 'missing'>

/** A stored row as the figure it holds. */
export function figureOf(row: PointNumbers & { note?: string | null; evidence?: string | null }): Figure {
  const { value, numerator, denominator, people, text, missing } = row
  const evidence = row.evidence ? (JSON.parse(row.evidence) as Figure['evidence']) : null
  return {
    ...emptyFigure,
    value,
    numerator,
    denominator,
    people,
    text,
    missing,
    note: row.note ?? null,
    evidence,
  }
}

/** The accepted figures of a grant's earlier periods, latest first, at most `most` of them. */
export async function findHistory(
  db: Db | Trx,
  { grantId, before, most }: { grantId: string; before: PeriodId; most: number },
): Promise<PastPeriod[]> {
  const earlier = await db
    .selectFrom('returns')
    .innerJoin('accepted_points', 'accepted_points.returnId', 'returns.id')
    .select(['returns.id', 'periodId'])
    .distinct()
    .where('grantId', '=', grantId)
    .execute()
  const wanted = earlier
    .filter(({ periodId }) => comparePeriods(periodId, before) < 0)
    .toSorted((left, right) => comparePeriods(right.periodId, left.periodId))
    .slice(0, most)
  if (wanted.length === 0) return []
  const ids = wanted.map(({ id }) => id)
  const points = await db.selectFrom('accepted_points').selectAll().where('returnId', 'in', ids).execute()
  const editions = await db
    .selectFrom('return_items')
    .innerJoin('indicator_definitions', 'indicator_definitions.id', 'return_items.definitionId')
    .select(['returnId', 'return_items.indicator', 'edition'])
    .where('returnId', 'in', ids)
    .execute()
  return wanted.map(({ id, periodId }) => ({
    periodId,
    figures: figuresOf(points.filter((point) => point.returnId === id)),
    definitions: Object.fromEntries(
      editions.filter((item) => item.returnId === id).map(({ indicator, edition }) => [indicator, edition]),
    ),
  }))
}

export const figuresOf = (rows: (PointNumbers & { locator: string })[]): Figures =>
  Object.fromEntries(rows.map((row) => [row.locator, figureOf(row)]))

/** Names of people by id, for what a page shows. */
export async function namesOf(
  db: Db | Trx,
  ids: readonly (string | null)[],
): Promise<Record<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return {}
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', wanted).execute()
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

export type Baseline = {
  indicator: string
  urn: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
  people: number | null
  windowStartsOn: string
  windowEndsBefore: string
  source: string
  /** The period whose report gave it; null for one on record from the start. */
  periodId: PeriodId | null
}

/** When a baseline was given: those on record from the start come first. */
const givenOn = ({ periodId }: { periodId: PeriodId | null }): string =>
  periodId === null ? '' : periodOf(periodId).startsOn

/** The baselines in force for a period: for each figure the latest that a report up to then gave. */
export async function findBaselines(db: Db | Trx, grantId: string, periodId: PeriodId): Promise<Baseline[]> {
  const rows = await db
    .selectFrom('baselines')
    .select(['indicator', 'urn', 'periodId', 'value', 'numerator', 'denominator', 'people'])
    .select(['windowStartsOn', 'windowEndsBefore', 'source'])
    .where('grantId', '=', grantId)
    .execute()
  const upTo = rows.filter((row) => row.periodId === null || comparePeriods(row.periodId, periodId) <= 0)
  const inForce = new Map<string, Baseline>()
  for (const baseline of upTo.toSorted((left, right) => givenOn(left).localeCompare(givenOn(right)))) {
    inForce.set(`${baseline.indicator}@${baseline.urn}`, baseline)
  }
  return [...inForce.values()]
}

/** Profile values of a grant for one period, by indicator. */
export async function findProfile(
  db: Db | Trx,
  grantId: string,
  periodId: PeriodId,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('profiles')
    .select(['indicator', 'value'])
    .where('grantId', '=', grantId)
    .where('periodId', '=', periodId)
    .execute()
  return Object.fromEntries(rows.map(({ indicator, value }) => [indicator, value]))
}

export type AskedByCode = Map<string, IndicatorDefinition>

/** Everybody who helped to file a return: see `filingsOf`. */
export async function findFilers(db: Db | Trx, returnId: string): Promise<string[]> {
  const rows = await filingsOf(db, [returnId]).execute()
  return rows.map(({ personId }) => personId)
}

/**
 * Who helped to file returns, each once: whoever ever sent or signed a version, entered a figure or a count of it, also
 * one that was overtyped since, or signed off the report of one of its settings. Kept by the database itself.
 */
export const filingsOf = (db: Db | Trx, ids: readonly string[]) =>
  db.selectFrom('return_filers').select(['returnId', 'personId']).where('returnId', 'in', ids)
