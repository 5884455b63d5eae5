/** SQL of back-tests: the runs of a draft over past returns, and what they found. */
import type { Db, Trx } from '@inclusion/db/open'
import { upsertRows } from '@inclusion/db/insert-rows'
import { namesOf } from '../returns/store.ts'
import { isUnderWay } from './back-test-under-way.ts'

/** One finding as a back-test keeps it: check, locator ('' for the whole return), severity, message. */
export type Fired = [check: string, locator: string, severity: string, message: string]

export type BackTestLine = {
  id: string
  standardId: string
  /** The revision of the draft that it is of. */
  revision: number
  status: 'running' | 'finished' | 'failed'
  total: number
  done: number
  startedBy: string
  startedAt: string
  finishedAt: string | null
}

export async function findBackTest(db: Db | Trx, id: string): Promise<BackTestLine | null> {
  const [line] = await linesOf(
    db,
    await db.selectFrom('back_tests').selectAll().where('id', '=', id).execute(),
  )
  return line ?? null
}

/** The back-test that counts for an edition: a finished one of this very revision, or the one begun last. */
export async function latestBackTest(
  db: Db | Trx,
  { id, revision }: { id: string; revision: number },
): Promise<BackTestLine | null> {
  const rows = await db
    .selectFrom('back_tests')
    .selectAll()
    .where('standardId', '=', id)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const counting = rows.find((row) => row.status === 'finished' && row.revision === revision) ?? rows[0]
  const [line] = await linesOf(db, counting ? [counting] : [])
  return line ?? null
}

async function linesOf(db: Db | Trx, rows: readonly Omit<BackTestLine, 'done'>[]): Promise<BackTestLine[]> {
  const names = await namesOf(
    db,
    rows.map(({ startedBy }) => startedBy),
  )
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      // One that died is never waited for: it can be begun again.
      status: row.status === 'running' && !isUnderWay(row.id) ? 'failed' : row.status,
      startedBy: names[row.startedBy] ?? '',
      done: await countResults(db, row.id),
    })),
  )
}

async function countResults(db: Db | Trx, backTestId: string): Promise<number> {
  const { done } = await db
    .selectFrom('back_test_results')
    .select(({ fn }) => fn.countAll<number>().as('done'))
    .where('backTestId', '=', backTestId)
    .executeTakeFirstOrThrow()
  return done
}

export type ResultRow = { backTestId: string; returnId: string; present: string; draft: string }

export async function insertResults(trx: Trx, rows: ResultRow[]): Promise<void> {
  await upsertRows(trx, 'back_test_results', rows, {
    columns: { backTestId: 'text', returnId: 'text', present: 'text', draft: 'text' },
    key: ['backTestId', 'returnId'],
    keep: true,
  })
}

/** What one return's check found in both editions, with the return it is of. */
export type Result = {
  returnId: string
  authority: { gssCode: string; name: string }
  programmeCode: string
  programme: string
  periodId: string
  tier: string
  standardId: string
  present: Fired[]
  draft: Fired[]
}

/** Every result of a back-test, latest period first, then by authority. */
export async function findResults(db: Db, backTestId: string): Promise<Result[]> {
  const rows = await db
    .selectFrom('back_test_results')
    .innerJoin('returns', 'returns.id', 'back_test_results.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .innerJoin('periods', 'periods.id', 'returns.periodId')
    .select(['returnId', 'present', 'draft', 'returns.tier', 'returns.periodId', 'returns.standardId'])
    .select(['authorities.gssCode', 'authorities.name'])
    .select(['programmes.code as programmeCode', 'programmes.name as programme'])
    .where('backTestId', '=', backTestId)
    .orderBy('periods.startsOn', 'desc')
    .orderBy('authorities.name')
    .orderBy('returnId')
    .execute()
  return rows.map(({ present, draft, gssCode, name, ...row }) => ({
    ...row,
    authority: { gssCode, name },
    present: JSON.parse(present) as Fired[],
    draft: JSON.parse(draft) as Fired[],
  }))
}

/** The returns that were ever submitted, in the order of their ids. */
export async function submittedReturns(db: Db | Trx): Promise<string[]> {
  const rows = await db
    .selectFrom('return_versions')
    .select('returnId')
    .distinct()
    .orderBy('returnId')
    .execute()
  return rows.map(({ returnId }) => returnId)
}
