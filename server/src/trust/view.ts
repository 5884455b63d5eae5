/** What the audit pages see: a page of events, one event whole, and what can be searched for. */
import { Problem } from '@inclusion/shared/problems'
import type { Db } from '@inclusion/db/open'
import { comparePeriods, periodLabel, type PeriodId } from '@inclusion/shared/periods'
import type { Context } from '../context.ts'
import { indicatorLabels } from '../framework/store.ts'
import { namesOf } from '../returns/store.ts'
import { withinScope, type AuditScope } from './audit-scope.ts'
import { findEvents, listActions, type AuditEvent, type ScopedSearch } from './search.ts'
import { lastVerification, type Verification } from './verifications.ts'

const pageSize = 100

export type AuditLine = Pick<AuditEvent, 'position' | 'at' | 'action' | 'subject' | 'hash'> & {
  by: string | null
}
export type AuditPage = {
  events: AuditLine[]
  /** Ask again with this as `before` for older events; null at the beginning. */
  before: number | null
}

/** A page of a search, latest first. */
export async function viewAudit(
  { db }: Context,
  { before, ...search }: ScopedSearch & { before?: number | undefined },
): Promise<AuditPage> {
  const rows = await findEvents(db, search, { before, most: pageSize })
  const names = await namesOf(
    db,
    rows.map(({ personId }) => personId),
  )
  return {
    events: rows.map(({ position, at, personId, action, subject, hash }) => ({
      position,
      at,
      by: personId ? (names[personId] ?? null) : null,
      action,
      subject,
      hash,
    })),
    before: rows.length === pageSize ? rows.at(-1)!.position : null,
  }
}

export type AuditEventView = AuditEvent & {
  by: string | null
  /** Names of the people in it, by id. */
  names: Record<string, string>
  /** Whether there is an event before and after it. */
  earlier: number | null
  later: number | null
}

/** One event as it is stored, with the names of those in it. Throws `not-found`, also out of scope. */
export async function viewEvent(
  { db }: Context,
  scope: AuditScope,
  position: number,
): Promise<AuditEventView> {
  const query = db
    .selectFrom('audit_events')
    .selectAll()
    .where('position', '>=', position - 1)
    .where('position', '<=', position + 1)
  const events = await (scope === 'all' ? query : query.where(withinScope(db, scope))).execute()
  const event = events.find((found) => found.position === position)
  if (!event) throw new Problem('not-found')
  const keys = await db
    .selectFrom('audit_subjects')
    .select('key')
    .where('position', '=', position)
    .where('key', 'like', 'person:%')
    .execute()
  const names = await namesOf(db, [event.personId, ...keys.map(({ key }) => key.slice('person:'.length))])
  const has = (place: number) => (events.some((found) => found.position === place) ? place : null)
  return {
    ...event,
    by: event.personId ? (names[event.personId] ?? null) : null,
    names,
    earlier: has(position - 1),
    later: has(position + 1),
  }
}

export type AuditChoices = {
  people: { personId: string; name: string }[]
  actions: string[]
  /** What names a return. */
  programmes: { code: string; name: string }[]
  authorities: { gssCode: string; name: string }[]
  /** Latest first. */
  periods: { id: PeriodId; label: string }[]
  /** By programme, in the order of its return, as they are called now. */
  indicators: { code: string; label: string }[]
  verified: Verification | null
}

/** Whom and what a search can name, and when the trail was last verified. */
export async function auditChoices(context: Context): Promise<AuditChoices> {
  const { db } = context
  const [people, actions, returns, indicators, verified] = await Promise.all([
    db.selectFrom('people').select(['id as personId', 'name']).orderBy('name').execute(),
    listActions(db),
    returnChoices(db),
    indicatorLabels(db),
    lastVerification(context),
  ])
  return {
    people,
    actions,
    ...returns,
    indicators: indicators.map(({ code, label }) => ({ code, label })),
    verified,
  }
}

async function returnChoices(db: Db): Promise<Pick<AuditChoices, 'programmes' | 'authorities' | 'periods'>> {
  const granted = db.selectFrom('grants').select('gssCode')
  const [programmes, authorities, windows] = await Promise.all([
    db.selectFrom('programmes').select(['code', 'name']).orderBy('name').execute(),
    db
      .selectFrom('authorities')
      .select(['gssCode', 'name'])
      .where('gssCode', 'in', granted)
      .orderBy('name')
      .execute(),
    db.selectFrom('collection_windows').select('periodId').distinct().execute(),
  ])
  const periods = windows
    .map(({ periodId }) => ({ id: periodId, label: periodLabel(periodId) }))
    .toSorted((left, right) => comparePeriods(right.id, left.id))
  return { programmes, authorities, periods }
}
