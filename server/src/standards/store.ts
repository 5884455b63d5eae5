/** SQL of editions: their rows, their checks, and the periods that one may begin with. */
import type { Db, Trx } from '@inclusion/db/open'
import { engineOf } from '@inclusion/db/engine'
import type { StandardRow } from '@inclusion/db/tables/standards'
import { comparePeriods, nextPeriod, periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { Check } from '@inclusion/shared/standards/check'
import type { EditionStatus } from '@inclusion/shared/standards/editions'
import type { LocalDate } from '@inclusion/shared/time'
import type { Selectable } from 'kysely'

export type Edition = Selectable<StandardRow>

export const statusOf = ({ status, proposedBy }: Pick<Edition, 'status' | 'proposedBy'>): EditionStatus =>
  status === 'draft' && proposedBy !== null ? 'proposed' : status

export function findEdition(db: Db | Trx, id: string): Promise<Edition | undefined> {
  return db.selectFrom('standards').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The edition, held against other writers until the transaction ends. SQLite has one writer. */
export function lockEdition(trx: Trx, id: string): Promise<Edition | undefined> {
  const query = trx.selectFrom('standards').selectAll().where('id', '=', id)
  return (engineOf(trx) === 'sqlite' ? query : query.forUpdate()).executeTakeFirst()
}

/** Every edition, held as one is: what is true of all of them stays so until the transaction ends. */
export async function lockEditions(trx: Trx): Promise<void> {
  if (engineOf(trx) === 'sqlite') return
  await trx.selectFrom('standards').select('id').orderBy('id').forUpdate().execute()
}

/** Editions with the number of their checks, the one that takes effect last at the top. */
export async function listEditions(db: Db): Promise<(Edition & { checks: number })[]> {
  const rows = await db
    .selectFrom('standards')
    .selectAll('standards')
    .select((from) =>
      from
        .selectFrom('checks')
        .select(({ fn }) => fn.countAll<number>().as('checks'))
        .whereRef('checks.standardId', '=', 'standards.id')
        .as('checks'),
    )
    .execute()
  return rows
    .map((row) => ({ ...row, checks: row.checks ?? 0 }))
    .toSorted(
      (left, right) =>
        comparePeriods(right.effectiveFrom, left.effectiveFrom) ||
        (right.publishedAt ?? '9').localeCompare(left.publishedAt ?? '9') ||
        left.id.localeCompare(right.id),
    )
}

/**
 * The published edition that returns are opened with today: a period is collected once it has ended. Before
 * any has taken effect it is the first that will.
 */
export function inForceOn(
  editions: readonly Pick<Edition, 'id' | 'status' | 'effectiveFrom' | 'publishedAt'>[],
  on: LocalDate,
): string | null {
  const published = editions
    .filter(({ status }) => status === 'published')
    .toSorted(
      (left, right) =>
        comparePeriods(right.effectiveFrom, left.effectiveFrom) ||
        (right.publishedAt ?? '').localeCompare(left.publishedAt ?? ''),
    )
  const begun = published.find(({ effectiveFrom }) => periodOf(effectiveFrom).endsBefore <= on)
  return (begun ?? published.at(-1))?.id ?? null
}

/** The periods that no return is open in yet, nor in any later one: the earliest first, one at least. */
export async function freePeriods(db: Db | Trx): Promise<PeriodId[]> {
  const opened = await db
    .selectFrom('returns')
    .innerJoin('periods', 'periods.id', 'returns.periodId')
    .select(['periods.id', 'startsOn'])
    .orderBy('startsOn', 'desc')
    .executeTakeFirst()
  const known = await db.selectFrom('periods').select(['id', 'startsOn']).orderBy('startsOn').execute()
  const free = known.filter(({ startsOn }) => !opened || startsOn > opened.startsOn).map(({ id }) => id)
  return free.length > 0 || !opened ? free : [nextPeriod(opened.id)]
}

/** The same check in other published editions, by its number. */
export async function publishedWith(db: Db | Trx, code: string): Promise<string[]> {
  const rows = await db
    .selectFrom('checks')
    .innerJoin('standards', 'standards.id', 'checks.standardId')
    .select('standards.id')
    .where('code', '=', code)
    .where('standards.status', '=', 'published')
    .execute()
  return rows.map(({ id }) => id)
}

export async function insertCheck(trx: Trx, standardId: string, check: Check): Promise<void> {
  const { last } = await trx
    .selectFrom('checks')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('standardId', '=', standardId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('checks')
    .values({ standardId, code: check.code, position: (last ?? 0) + 1, body: JSON.stringify(check) })
    .execute()
}

export async function updateCheck(trx: Trx, standardId: string, check: Check): Promise<void> {
  await trx
    .updateTable('checks')
    .set({ body: JSON.stringify(check) })
    .where('standardId', '=', standardId)
    .where('code', '=', check.code)
    .execute()
}

/** Removes a draft whole, with the back-tests of it. The database refuses it for a published edition. */
export async function deleteEdition(trx: Trx, id: string): Promise<void> {
  const tests = trx.selectFrom('back_tests').select('id').where('standardId', '=', id)
  // A back-test that writes a batch is waited for, and writes no other.
  if (engineOf(trx) !== 'sqlite') await tests.forUpdate().execute()
  await trx.deleteFrom('back_test_results').where('backTestId', 'in', tests).execute()
  await trx.deleteFrom('back_tests').where('standardId', '=', id).execute()
  await trx.deleteFrom('checks').where('standardId', '=', id).execute()
  await trx.deleteFrom('standards').where('id', '=', id).execute()
}
