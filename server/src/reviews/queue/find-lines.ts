/**
 * SQL of the queue: one row a return with what its filters and its order ask of it. Nothing is worked out here that
 * was not stored when the return was filed or moved.
 */
import type { Db } from '@inclusion/db/open'
import type { QueueSort } from '@inclusion/shared/queue-filter-rules'
import { queuePageSize, type QueueFilter } from '@inclusion/shared/review-queue'
import { allowed, type Actor } from '@inclusion/shared/roles'
import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import type { Tables } from '@inclusion/db/tables/tables'
import { isSinceReviewed } from './facts.ts'
import type { LateRange } from './service-levels.ts'

/** What the filters need to know beside their own words. */
export type Sought = {
  actor: Actor
  filter: QueueFilter
  /** The periods that opened last, one a calendar. */
  current: readonly string[]
  /** By programme, between which moments whatever was submitted has waited too long; `''` of all others. */
  lateRanges: Readonly<Record<string, readonly LateRange[]>>
}

type Joined = Pick<Tables, 'returns' | 'grants'>
type Builder = ExpressionBuilder<Joined, 'returns' | 'grants'>

/** Whether what is accepted is left out, but for what somebody asks to have opened again. */
type Of = 'all' | 'open' | 'open-and-asked'

/** Every return of the scope, programme, period and borough sought, with what the other filters ask of it. */
function linesOf(db: Db, sought: Sought, of: Of) {
  return db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .leftJoin('filing_summaries', 'filing_summaries.returnId', 'returns.id')
    .where((eb) => eb.and(conditions(eb as unknown as Builder, sought, of)))
    .select(['returns.id', 'returns.status', 'returns.takenBy', 'grants.gssCode', 'large', 'largestTimes'])
    .select(sql<string>`coalesce(returns."submittedAt", returns."statusSince")`.as('since'))
    .select(
      sql<number>`CASE WHEN "clausesAsked" > 0 THEN 1.0 * "clausesMet" / "clausesAsked" - "explained" / 1000.0 END`.as(
        'score',
      ),
    )
    .select(
      sql<
        0 | 1
      >`CASE WHEN returns.status = 'submitted' AND "explained" = 0 AND "waived" = 0 AND "compared" > 0
        AND "large" = 0 AND "gone" = 0 AND NOT EXISTS (${openQuestion}) AND NOT EXISTS (${askedToChange}) THEN 1 ELSE 0 END`.as(
        'clean',
      ),
    )
    .select(
      sql<
        0 | 1
      >`CASE WHEN returns.status = 'accepted' AND returns."reopenRequest" IS NOT NULL THEN 1 ELSE 0 END`.as(
        'reopenAsked',
      ),
    )
    .select(
      sql<0 | 1>`CASE WHEN returns.status = 'submitted' AND (${isLate(sought)})
        THEN 1 ELSE 0 END`.as('over'),
    )
}

const openQuestion = sql`SELECT 1 FROM data_queries WHERE data_queries."returnId" = returns.id
  AND data_queries."askedOf" = 'borough' AND data_queries.status <> 'closed'`

const askedToChange = sql`SELECT 1 FROM figure_decisions WHERE figure_decisions."returnId" = returns.id
  AND figure_decisions.decision = 'request-change'
  AND ${isSinceReviewed}`

const between = ({ from, until }: LateRange) =>
  sql`returns."submittedAt" >= ${from} AND returns."submittedAt" < ${until}`

/** Submitted in one of the ranges of its programme, or, without any of its own, of all others. */
function isLate({ lateRanges: { '': others = [], ...own } }: Sought) {
  const codes = Object.keys(own)
  const isOther = codes.length === 0 ? sql`` : sql`grants.programme NOT IN (${sql.join(codes)}) AND `
  const parts = [
    ...others.map((range) => sql`(${isOther}${between(range)})`),
    ...Object.entries(own).flatMap(([code, ranges]) =>
      ranges.map((range) => sql`(grants.programme = ${code} AND ${between(range)})`),
    ),
  ]
  return parts.length === 0 ? sql`1 = 0` : sql.join(parts, sql` OR `)
}

const openStatuses = [
  'not-started',
  'in-progress',
  'awaiting-sign-off',
  'submitted',
  'changes-requested',
] as const

function conditions(eb: Builder, sought: Sought, of: Of): Expression<SqlBool>[] {
  const { period } = sought.filter
  const found = ofGrant(eb, sought)
  const isOpen = eb('returns.status', 'in', openStatuses)
  if (of === 'open') found.push(isOpen)
  if (of === 'open-and-asked') found.push(eb.or([isOpen, eb('returns.id', 'in', askedToReopen(eb))]))
  if (period === undefined) {
    const { current } = sought
    // A wish to have an old return opened again is open as well, until somebody answers it.
    const asked = eb('returns.id', 'in', askedToReopen(eb))
    found.push(eb.or([...(current.length > 0 ? [eb('returns.periodId', 'in', current)] : []), isOpen, asked]))
  } else if (period !== 'all') found.push(eb('returns.periodId', '=', period))
  return found
}

/** By an index of their own: there are few. */
const askedToReopen = (eb: Builder) =>
  (eb as unknown as ExpressionBuilder<Tables, 'returns'>)
    .selectFrom('returns as asked')
    .select('asked.id')
    .where('asked.reopenRequest', 'is not', null)

/** What is asked of a return's grant: the person's scope, the programme and the borough sought. */
function ofGrant(eb: Builder, { actor, filter }: Pick<Sought, 'actor' | 'filter'>): Expression<SqlBool>[] {
  const { programme, borough } = filter
  return [
    ...(seesAll(actor) ? [] : [inScope(eb, actor)]),
    ...(programme ? [eb('grants.programme', '=', programme)] : []),
    ...(borough ? [eb('grants.gssCode', '=', borough)] : []),
  ]
}

const reviewing = ({ memberships }: Actor) =>
  memberships.filter(({ role, urn }) => allowed['return.review'].includes(role) && urn === null)

/** Whether one membership alone covers every grant. */
const seesAll = (actor: Actor): boolean =>
  reviewing(actor).some(({ programme, gssCode }) => programme === null && gssCode === null)

/** `allowedOn(actor, 'return.review', ...)` as a condition: each membership's scope, where null means any. */
function inScope(eb: Builder, actor: Actor): Expression<SqlBool> {
  return eb.or(
    reviewing(actor).map(({ programme, gssCode }) =>
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
export async function countGroups(db: Db, sought: Sought): Promise<QueueGroup[]> {
  const open = await db
    .selectFrom(linesOf(db, sought, 'open').as('line'))
    .select(['status', 'takenBy', 'clean', 'reopenAsked', 'over'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['status', 'takenBy', 'clean', 'reopenAsked', 'over'])
    .execute()
  return [...open, ...(await countAccepted(db, sought))]
}

/** Of what is accepted only one thing is asked: whether it is to be opened again. Years of it are counted by an index. */
async function countAccepted(db: Db, { actor, filter, current }: Sought): Promise<QueueGroup[]> {
  const { programme, borough } = filter
  const isAll = programme === undefined && borough === undefined && seesAll(actor)
  let accepted = db
    .selectFrom('returns')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '=', 'accepted')
  if (!isAll)
    accepted = accepted.where('grantId', 'in', (eb) =>
      eb
        .selectFrom('grants')
        .select('grants.id')
        .where((grant) => grant.and(ofGrant(grant as unknown as Builder, { actor, filter }))),
    )
  const { period } = filter
  const ofPeriods =
    period === 'all'
      ? accepted
      : accepted.where('periodId', 'in', period === undefined ? [...current, ''] : [period])
  const { count: all } = await ofPeriods.executeTakeFirstOrThrow()
  const { count: asked } = await ofPeriods.where('reopenRequest', 'is not', null).executeTakeFirstOrThrow()
  // Where no period is sought, wishes of every period are shown.
  const { count: shown } =
    period === undefined
      ? await accepted.where('reopenRequest', 'is not', null).executeTakeFirstOrThrow()
      : { count: asked }
  const kind = { status: 'accepted', takenBy: null, clean: 0, over: 0 } as const
  return [
    { ...kind, reopenAsked: 0, count: all - asked },
    { ...kind, reopenAsked: 1, count: shown },
  ]
}

export type QueueRow = { id: string; clean: 0 | 1; reopenAsked: 0 | 1; over: 0 | 1 }

/**
 * One page of them, in the order sought. `isAhead` of a page that what is accepted cannot reach, for it comes last:
 * then years of it need not be put in order.
 */
export function findPage(db: Db, sought: Sought, isAhead: boolean): Promise<QueueRow[]> {
  const { filter, actor } = sought
  const { sort = 'thought', page = 1, holder, review, mine, over } = filter
  let lines = db
    .selectFrom(linesOf(db, sought, isAhead ? 'open-and-asked' : 'all').as('line'))
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
