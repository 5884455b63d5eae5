/**
 * SQL of the queue: one row a return with what its filters and its order ask of it. Nothing is worked out here that
 * was not stored when the return was filed or moved.
 */
import type { Db } from '@inclusion/db/open'
import { queuePageSize, type QueueFilter, type QueueSort } from '@inclusion/shared/review-queue'
import { allowed, type Actor } from '@inclusion/shared/roles'
import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import type { Tables } from '@inclusion/db/tables/tables'

/** What the filters need to know beside their own words. */
export type Sought = {
  actor: Actor
  filter: QueueFilter
  /** The periods that opened last, one a calendar. */
  current: readonly string[]
  /** By programme, the moment before which whatever was submitted has waited too long; `''` of all others. */
  lateBefore: Readonly<Record<string, string>>
}

type Joined = Pick<Tables, 'returns' | 'grants'>
type Builder = ExpressionBuilder<Joined, 'returns' | 'grants'>

/** Every return of the scope, programme, period and borough sought, with what the other filters ask of it. */
function linesOf(db: Db, sought: Sought) {
  return db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .leftJoin('filing_summaries', 'filing_summaries.returnId', 'returns.id')
    .where((eb) => eb.and(conditions(eb as unknown as Builder, sought)))
    .select(['returns.id', 'returns.status', 'returns.takenBy', 'grants.gssCode', 'large', 'largestTimes'])
    .select(sql<string>`coalesce(returns."submittedAt", returns."statusSince")`.as('since'))
    .select(
      sql<number>`CASE WHEN "clausesAsked" > 0 THEN 1.0 * "clausesMet" / "clausesAsked" - "explained" / 1000.0 END`.as(
        'score',
      ),
    )
    .select(
      sql<0 | 1>`CASE WHEN returns.status = 'submitted' AND "explained" = 0 AND "waived" = 0 AND "compared" > 0
        AND "large" = 0 AND "gone" = 0 AND NOT EXISTS (${openQuestion}) THEN 1 ELSE 0 END`.as('clean'),
    )
    .select(
      sql<0 | 1>`CASE WHEN returns.status = 'accepted' AND returns."reopenRequest" IS NOT NULL THEN 1 ELSE 0 END`.as(
        'reopenAsked',
      ),
    )
    .select(
      sql<0 | 1>`CASE WHEN returns.status = 'submitted' AND returns."submittedAt" < ${lateMoment(sought)}
        THEN 1 ELSE 0 END`.as('over'),
    )
}

const openQuestion = sql`SELECT 1 FROM data_queries WHERE data_queries."returnId" = returns.id
  AND data_queries."askedOf" = 'borough' AND data_queries.status <> 'closed'`

function lateMoment({ lateBefore: { '': others = '', ...own } }: Sought) {
  const programmes = Object.entries(own)
  if (programmes.length === 0) return sql<string>`${others}`
  const cases = programmes.map(([code, moment]) => sql`WHEN grants.programme = ${code} THEN ${moment}`)
  return sql<string>`CASE ${sql.join(cases, sql` `)} ELSE ${others} END`
}

const openStatuses = [
  'not-started',
  'in-progress',
  'awaiting-sign-off',
  'submitted',
  'changes-requested',
] as const

function conditions(eb: Builder, { actor, filter, current }: Sought): Expression<SqlBool>[] {
  const { programme, period, borough } = filter
  const found = [inScope(eb, actor)]
  if (programme) found.push(eb('grants.programme', '=', programme))
  if (borough) found.push(eb('grants.gssCode', '=', borough))
  if (period === undefined) {
    const isOpen = eb('returns.status', 'in', openStatuses)
    found.push(current.length > 0 ? eb.or([eb('returns.periodId', 'in', current), isOpen]) : isOpen)
  } else if (period !== 'all') found.push(eb('returns.periodId', '=', period))
  return found
}

/** `allowedOn(actor, 'return.review', ...)` as a condition: each membership's scope, where null means any. */
function inScope(eb: Builder, { memberships }: Actor): Expression<SqlBool> {
  const reviewing = memberships.filter(({ role, urn }) => allowed['return.review'].includes(role) && urn === null)
  return eb.or(
    reviewing.map(({ programme, gssCode }) =>
      eb.and([
        ...(programme === null ? [] : [eb('grants.programme', '=', programme)]),
        ...(gssCode === null ? [] : [eb('grants.gssCode', '=', gssCode)]),
      ]),
    ),
  )
}

/** One group of returns that every filter treats alike. */
export type QueueGroup = {
  status: Tables['returns']['status']
  takenBy: string | null
  clean: 0 | 1
  reopenAsked: 0 | 1
  over: 0 | 1
  count: number
}

/** How many there are of each kind, so that every filter can say how many it would leave. */
export function countGroups(db: Db, sought: Sought): Promise<QueueGroup[]> {
  return db
    .selectFrom(linesOf(db, sought).as('line'))
    .select(['status', 'takenBy', 'clean', 'reopenAsked', 'over'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['status', 'takenBy', 'clean', 'reopenAsked', 'over'])
    .execute()
}

export type QueueRow = { id: string; clean: 0 | 1; reopenAsked: 0 | 1; over: 0 | 1 }

/** One page of them, in the order sought. */
export function findPage(db: Db, sought: Sought): Promise<QueueRow[]> {
  const { filter, actor } = sought
  const { sort = 'thought', page = 1, holder, review, mine, over } = filter
  let lines = db
    .selectFrom(linesOf(db, sought).as('line'))
    .innerJoin('authorities', 'authorities.gssCode', 'line.gssCode')
    .select(['line.id', 'line.clean', 'line.reopenAsked', 'line.over'])
  if (mine) lines = lines.where('takenBy', '=', actor.personId).where('status', '=', 'submitted')
  if (over) lines = lines.where('over', '=', 1)
  if (review) lines = lines.where(review === 'clean' ? sql<SqlBool>`clean = 1` : needsThought)
  if (holder) lines = lines.where(heldBy(holder))
  for (const order of orders[sort]) lines = lines.orderBy(order)
  return lines
    .orderBy('line.id')
    .limit(queuePageSize)
    .offset((page - 1) * queuePageSize)
    .execute()
}

const needsThought = sql<SqlBool>`("reopenAsked" = 1 OR (status = 'submitted' AND clean = 0))`

function heldBy(holder: string): Expression<SqlBool> {
  switch (holder) {
    case 'borough':
      return sql`status IN ('not-started', 'in-progress', 'changes-requested')`
    case 'certifier':
      return sql`status = 'awaiting-sign-off'`
    case 'untaken':
      return sql`status = 'submitted' AND "takenBy" IS NULL`
    case 'nobody':
      return sql`status = 'accepted'`
    default:
      return sql`status = 'submitted' AND "takenBy" = ${holder}`
  }
}

/** What RMEL has to think about, then what is clean, then what is with boroughs, last what is accepted. */
const rank = sql`CASE WHEN ${needsThought} THEN 0 WHEN clean = 1 THEN 1 WHEN status <> 'accepted' THEN 2 ELSE 3 END`

const since = sql`since`
const orders: Record<QueueSort, Expression<unknown>[]> = {
  thought: [rank, since],
  oldest: [sql`CASE WHEN status = 'accepted' THEN 1 ELSE 0 END`, since],
  score: [sql`coalesce(score, 2)`, rank, since],
  size: [sql`-coalesce(large, -1)`, sql`-coalesce("largestTimes", -1)`, rank, since],
  borough: [sql`authorities.name`, rank, since],
}
