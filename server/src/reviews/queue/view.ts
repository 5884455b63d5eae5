/** The review queue: every return an evaluator may review, with its filters and how many each would leave. */
import type { Db } from '@inclusion/db/open'
import { comparePeriods, periodLabel, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { queuePageSize, type QueueFilter } from '@inclusion/shared/review-queue'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { londonDate } from '@inclusion/shared/time'
import { today, type Context } from '../../context.ts'
import { listReturns, namesOf } from '../../returns/store.ts'
import { lineOf } from '../../returns/view.ts'
import { countsOf, type QueueCounts } from './counts.ts'
import { filedBy, findInReview, findSummaries, nothingAsked } from './facts.ts'
import { countGroups, findPage, type Sought } from './find-lines.ts'
import { queueLineOf, type QueueLine } from './queue-line.ts'
import {
  findServiceLevels,
  lateRanges,
  levelOf,
  levelsOn,
  type LevelsByProgramme,
  type ServiceLevel,
} from './service-levels.ts'

export type QueueView = {
  lines: QueueLine[]
  page: number
  pages: number
  counts: QueueCounts
  /** The evaluators who hold any of them. */
  evaluators: { id: string; name: string }[]
  programmes: { code: string; name: string }[]
  boroughs: { gssCode: string; name: string }[]
  /** Latest first. */
  periods: { id: PeriodId; label: string }[]
  /** Working days within which RMEL reviews what is submitted today, by programme; `''` of every other. */
  serviceLevels: LevelsByProgramme
}

export async function viewQueue(context: Context, actor: Actor, filter: QueueFilter): Promise<QueueView> {
  const { db } = context
  const serviceLevels = await findServiceLevels(db)
  const choices = await findChoices(context, actor)
  const sought: Sought = {
    actor,
    filter,
    current: choices.current,
    lateRanges: lateRanges(serviceLevels, today(context)),
  }
  const counts = countsOf(await countGroups(db, sought), filter, actor.personId)
  const { page = 1, sort = 'thought' } = filter
  const isAhead = sort === 'thought' && page * queuePageSize <= counts.foundAhead
  const rows = await findPage(db, sought, isAhead)
  const { programmes, boroughs, periods } = choices
  return {
    lines: await queueLines(context, actor, { ids: rows.map(({ id }) => id), serviceLevels }),
    page,
    pages: Math.max(1, Math.ceil(counts.found / queuePageSize)),
    counts,
    evaluators: await namedEvaluators(db, counts),
    programmes,
    boroughs,
    periods,
    serviceLevels: levelsOn(serviceLevels, today(context)),
  }
}

type Wanted = { ids: readonly string[]; serviceLevels: readonly ServiceLevel[] }

/** Returns by id, in the order given, as the queue shows them. */
export async function queueLines(
  context: Context,
  actor: Actor,
  { ids, serviceLevels }: Wanted,
): Promise<QueueLine[]> {
  if (ids.length === 0) return []
  const { db } = context
  const heads = new Map((await listReturns(db, { ids })).map((head) => [head.id, head]))
  const summaries = await findSummaries(db, ids)
  const inReview = await findInReview(db, ids)
  const own = await filedBy(db, actor.personId, ids)
  const names = await namesOf(
    db,
    [...heads.values()].map(({ takenBy }) => takenBy),
  )
  return ids.flatMap((id) => {
    const head = heads.get(id)
    if (!head) return []
    const known = {
      summary: summaries.get(id),
      inReview: inReview.get(id) ?? nothingAsked,
      isOwn: own.has(id),
    }
    const filedOn = head.submittedAt === null ? today(context) : londonDate(head.submittedAt)
    const level = { allowed: levelOf(serviceLevels, head.programme, filedOn), today: today(context) }
    return [queueLineOf({ line: lineOf(head, context, names), head, ...known, ...level, me: actor.personId })]
  })
}

async function namedEvaluators(db: Db, { holders }: QueueCounts): Promise<QueueView['evaluators']> {
  const names = await namesOf(db, Object.keys(holders))
  return Object.entries(names)
    .map(([id, name]) => ({ id, name }))
    .toSorted((left, right) => left.name.localeCompare(right.name))
}

/** What there is to choose from in this person's scope, and the periods that opened last. */
async function findChoices(context: Context, actor: Actor) {
  const { db } = context
  const grants = await db
    .selectFrom('grants')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['grants.programme', 'grants.gssCode', 'programmes.name', 'authorities.name as authority'])
    .orderBy('authorities.name')
    .execute()
  const own = grants.filter((grant) => allowedOn(actor, 'return.review', grant))
  const programmes = new Map(own.map(({ programme, name }) => [programme, name]))
  const boroughs = new Map(own.map(({ gssCode, authority }) => [gssCode, authority]))
  const periods = await findOpened(context, [...programmes.keys()])
  return {
    programmes: [...programmes].map(([code, name]) => ({ code, name })).toSorted(byCode),
    boroughs: [...boroughs].map(([gssCode, name]) => ({ gssCode, name })),
    periods: periods.map((id) => ({ id, label: periodLabel(id) })),
    current: latestOfEach(periods),
  }
}

const byCode = (left: { code: string }, right: { code: string }) => left.code.localeCompare(right.code)

/** The periods of these programmes whose window has opened, latest first. */
async function findOpened(context: Context, programmes: readonly string[]): Promise<PeriodId[]> {
  if (programmes.length === 0) return []
  const rows = await context.db
    .selectFrom('collection_windows')
    .select('periodId')
    .distinct()
    .where('programme', 'in', programmes)
    .where('opensOn', '<=', today(context))
    .execute()
  return rows.map(({ periodId }) => periodId).toSorted((left, right) => comparePeriods(right, left))
}

/** Quarters and terms go on beside each other: the latest of each calendar. */
function latestOfEach(periods: readonly PeriodId[]): PeriodId[] {
  const latest = new Map<string, PeriodId>()
  for (const id of periods.toReversed()) latest.set(periodOf(id).calendar, id)
  return [...latest.values()]
}
