/**
 * Numbers of checks that published editions use already. Waivers and explanations that are offered again go by
 * the number alone, so it means one kind of check for ever.
 */
import type { Db, Trx } from '@inclusion/db/open'
import { readCheck } from './read-check.ts'
import type { Edition } from './store.ts'

/** A check that has its number from another kind of check, and the name of the edition that has that one. */
export type TakenNumber = { code: string; edition: string }

/** What stands in the way of publishing a draft. A check keeps the number it has in the edition before. */
export async function findTakenNumbers(
  db: Db | Trx,
  { id, basedOn }: Pick<Edition, 'id' | 'basedOn'>,
): Promise<TakenNumber[]> {
  const rows = await db
    .selectFrom('checks')
    .innerJoin('standards', 'standards.id', 'checks.standardId')
    .select(['code', 'body', 'standardId', 'name'])
    .where((where) => where.or([where('status', '=', 'published'), where('standardId', '=', id)]))
    .orderBy('standards.publishedAt')
    .orderBy('position')
    .execute()
  const checks = rows.map((row) => ({ ...row, kind: readCheck(row).rule.kind }))
  const inGround = new Set(
    checks.filter(({ standardId }) => standardId === basedOn).map(({ code, kind }) => `${code} ${kind}`),
  )
  const added = checks.filter(
    ({ standardId, code, kind }) => standardId === id && !inGround.has(`${code} ${kind}`),
  )
  return added.flatMap(({ code, kind }) => {
    const other = checks.find((each) => each.standardId !== id && each.code === code && each.kind !== kind)
    return other ? [{ code, edition: other.name }] : []
  })
}

/** What is in the way, check by check, and what to do about it. */
export function takenWords(taken: readonly TakenNumber[]): string {
  const each = taken.map(
    ({ code, edition }) => `Check ${code} is a check of another kind in ${edition}, which is published.`,
  )
  const remedy =
    taken.length === 1
      ? 'Take it out of this draft and add it under another number.'
      : 'Take them out of this draft and add them under other numbers.'
  return [...each, remedy].join(' ')
}
