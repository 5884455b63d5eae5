/** Standards as returns are judged by them: one whole, and the one in force. */
import type { Db, Trx } from '@inclusion/db/open'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'
import { Clause, type Standard } from '@inclusion/shared/standards/check'
import { readCheck } from './read-check.ts'

/** Parsed once, for as long as its text is what it was. */
const standards = new Map<string, { text: string; standard: Standard }>()

/**
 * A standard with its checks in order; a check that cannot be read is there too, and blocks. Throws when
 * there is no such standard: a return always names one that exists.
 */
export async function findStandard(db: Db | Trx, id: string): Promise<Standard> {
  const row = await db.selectFrom('standards').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const checks = await db
    .selectFrom('checks')
    .select(['code', 'body'])
    .where('standardId', '=', id)
    .orderBy('position')
    .execute()
  const text = [row.name, row.clauses, ...checks.map(({ body }) => body)].join('\n')
  const known = standards.get(id)
  if (known?.text === text) return known.standard
  const clauses = Clause.array().parse(JSON.parse(row.clauses))
  const standard = { id, name: row.name, clauses, checks: checks.map(readCheck) }
  standards.set(id, { text, standard })
  return standard
}

/** The published standard in force for a period: the one that took effect last; of two, the one published later. */
export async function standardInForce(db: Db | Trx, periodId: PeriodId): Promise<string> {
  const rows = await db
    .selectFrom('standards')
    .select(['id', 'effectiveFrom', 'publishedAt'])
    .where('status', '=', 'published')
    .execute()
  const inForce = rows
    .filter(({ effectiveFrom }) => comparePeriods(effectiveFrom, periodId) <= 0)
    .toSorted(
      (left, right) =>
        comparePeriods(right.effectiveFrom, left.effectiveFrom) ||
        right.publishedAt!.localeCompare(left.publishedAt!),
    )[0]
  if (!inForce) throw new Error(`No published standard is in force in ${periodId}`)
  return inForce.id
}
