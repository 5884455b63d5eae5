/** SQL of the collection: its programmes and windows, and the returns of a year in few columns. */
import type { Db, Trx } from '@inclusion/db/open'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'
import { dueDays } from '../returns/due.ts'

export const listProgrammes = (db: Db) =>
  db.selectFrom('programmes').select(['code', 'name']).orderBy('code').execute()

export type StoredWindow = {
  programme: string
  periodId: PeriodId
  opensOn: string
  dueOn: string
  revision: number
}

/** The windows of a programme, the earliest period first. */
export async function findWindows(db: Db | Trx, programme: string): Promise<StoredWindow[]> {
  const rows = await db
    .selectFrom('collection_windows')
    .selectAll()
    .where('programme', '=', programme)
    .execute()
  return rows.toSorted((left, right) => comparePeriods(left.periodId, right.periodId))
}

/** Who was given money by a programme, by name: the lines of the matrix. */
export const findGrants = (db: Db, programme: string) =>
  db
    .selectFrom('grants')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['grants.id', 'grants.gssCode', 'authorities.name'])
    .where('programme', '=', programme)
    .orderBy('authorities.name')
    .execute()

/** Every return of some periods of a programme: where it stands, and what its time is measured by. */
export const findStandings = (db: Db, programme: string, periodIds: readonly PeriodId[]) =>
  db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin(dueDays(db).as('due'), 'due.returnId', 'returns.id')
    .select(['returns.id', 'returns.grantId', 'returns.periodId', 'returns.status', 'returns.sentFrom'])
    .select(['grants.gssCode', 'due.dueOn', 'due.windowDueOn', 'due.extendedTo'])
    .select((from) =>
      from
        .selectFrom('return_versions')
        .select(({ fn }) => fn.min('return_versions.submittedAt').as('filedAt'))
        .whereRef('return_versions.returnId', '=', 'returns.id')
        .as('filedAt'),
    )
    .where('grants.programme', '=', programme)
    .where('returns.periodId', 'in', periodIds)
    .execute()

export type StandingRow = Awaited<ReturnType<typeof findStandings>>[number]

/** The day on which somebody was last reminded of each return. */
export async function findReminded(db: Db, returnIds: readonly string[]): Promise<Map<string, string>> {
  if (returnIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('reminded_returns')
    .select(({ fn }) => ['returnId' as const, fn.max('remindedOn').as('remindedOn')])
    .where('returnId', 'in', returnIds)
    .groupBy('returnId')
    .execute()
  return new Map(rows.map(({ returnId, remindedOn }) => [returnId, remindedOn]))
}
