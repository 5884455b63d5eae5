/**
 * Searching the audit trail: by person, return, figure, what was done, what it was done to, and days in London, in any
 * combination. Each has an index, so that a long trail is searched as fast as a short one.
 */
import { sql, type Selectable } from 'kysely'
import * as z from 'zod'
import type { Db } from '@inclusion/db/open'
import type { AuditEventRow } from '@inclusion/db/tables/trust'
import { Locator } from '@inclusion/shared/locators'
import { ReturnId } from '@inclusion/shared/returns'
import { storableText } from '@inclusion/shared/text'
import { addDays, atLondonTime, LocalDate } from '@inclusion/shared/time'
import { withinScope, type AuditScope } from './audit-scope.ts'
import type { AuditKey } from './audit-subjects.ts'

export const AuditSearch = z.object({
  /** Events by this person, and about them. */
  person: storableText(100).optional(),
  return: ReturnId.optional(),
  figure: Locator.optional(),
  /** Any figure of an indicator: its total, its categories, each setting's. */
  indicator: storableText(40).optional(),
  action: storableText(100).optional(),
  subject: storableText(200).optional(),
  /** The first and the last day, in London. */
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})
export type AuditSearch = z.infer<typeof AuditSearch>
/** A search, of those events that whoever searches may read. */
export type ScopedSearch = AuditSearch & { scope: AuditScope }

export type AuditEvent = Selectable<AuditEventRow>

/** Events of a search, latest first: those before a position, or all; at most `most`. */
export async function findEvents(
  db: Db,
  search: ScopedSearch,
  { before, most }: { before?: number | undefined; most: number },
): Promise<AuditEvent[]> {
  const found = await matching(db, search)
  if (!found) return []
  const { query, position } = found
  const asked = before ? query.where(position, '<', before) : query
  return asked.selectAll('audit_events').orderBy(position, 'desc').limit(most).execute()
}

/** How many events a search finds; one more than `most` where there are more. */
export async function countEvents(db: Db, search: ScopedSearch, most: number): Promise<number> {
  const found = await matching(db, search)
  if (!found) return 0
  const bounded = found.query.select('audit_events.position').limit(most + 1)
  const { events } = await db
    .selectFrom(bounded.as('found'))
    .select(({ fn }) => fn.countAll<number>().as('events'))
    .executeTakeFirstOrThrow()
  return events
}

/** The events of a search as a query, and the position to order them by; null where no event is of those days. */
async function matching(db: Db, search: ScopedSearch) {
  const days = await daysOf(db, search)
  if (days === 'none') return null
  // The narrowest first: it is read, and the others are asked of each event.
  const [first, ...others] = keysOf(search)
  const { action, subject, scope } = search
  // Of the table that is read, or the other's order would have to be sorted.
  const position = sql.ref<number>(first ? 'about.position' : 'audit_events.position')
  let query = db
    .selectFrom('audit_events')
    .$if(first !== undefined, (of) =>
      of
        .innerJoin('audit_subjects as about', 'about.position', 'audit_events.position')
        .where('about.key', '=', first!),
    )
  for (const key of others) query = query.where((eb) => eb.exists(ofKey(db, key, position)))
  if (scope !== 'all') query = query.where(withinScope(db, scope, position))
  if (action) query = query.where('action', '=', action)
  if (subject) query = query.where('subject', '=', subject)
  if (days)
    query = query
      .where(position, '>=', days.first)
      .where(position, '<=', days.last)
      .where('at', '>=', days.from)
      .where('at', '<', days.until)
  return { query, position }
}

function keysOf({ person, figure, indicator, ...search }: AuditSearch): AuditKey[] {
  return [
    ...(search.return ? [`return:${search.return}` as const] : []),
    ...(figure ? [`figure:${figure}` as const] : []),
    ...(indicator ? [`indicator:${indicator}` as const] : []),
    ...(person ? [`person:${person}` as const] : []),
  ]
}

const ofKey = (db: Db, key: AuditKey, position: ReturnType<typeof sql.ref<number>>) =>
  db
    .selectFrom('audit_subjects as also')
    .select('also.position')
    .where('also.key', '=', key)
    .where('also.position', '=', position)

type Days = { from: string; until: string; first: number; last: number }

/** The positions between which the days lie, so that no event of another day is read; `none` where there are none. */
async function daysOf(db: Db, { from, to }: AuditSearch): Promise<Days | null | 'none'> {
  if (!from && !to) return null
  const start = from ? atLondonTime(from, '00:00') : ''
  const until = to ? atLondonTime(addDays(to, 1), '00:00') : '9999'
  const { first, last } = await db
    .selectFrom('audit_events')
    .select(({ fn }) => [fn.min('position').as('first'), fn.max('position').as('last')])
    .where('at', '>=', start)
    .where('at', '<', until)
    .executeTakeFirstOrThrow()
  // An aggregate of no rows is null, whatever its type says.
  const found = { first: first as number | null, last: last as number | null }
  if (found.first === null || found.last === null) return 'none'
  return { from: start, until, first: found.first, last: found.last }
}

/** What has ever been done, each once: one step of the index for each, however long the trail. */
export async function listActions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    WITH RECURSIVE found (action) AS (
      SELECT min(action) FROM audit_events
      UNION ALL
      SELECT (SELECT min(action) FROM audit_events WHERE action > found.action)
      FROM found WHERE found.action IS NOT NULL
    )
    SELECT action FROM found WHERE action IS NOT NULL ORDER BY action`.execute(db)
  return rows.map(({ action }) => action)
}
