/** What staff see beside the review queue: checks that cannot be made. */
import { periodLabel } from '@inclusion/shared/periods'
import { allowedOn, holds, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'

/** A return that cannot be filed, because checks of it could not be made. */
export type FailedChecks = { returnId: string; label: string; checks: string[] }

/** Returns in the actor's scope with checks that could not be made; nothing for those who are not staff. */
export async function viewFailedChecks({ db }: Context, actor: Actor): Promise<FailedChecks[]> {
  if (!holds(actor, 'evidence.see')) return []
  const rows = await db
    .selectFrom('check_failures')
    .innerJoin('returns', 'returns.id', 'check_failures.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['returnId', 'checkCode', 'returns.periodId', 'grants.programme', 'grants.gssCode'])
    .select(['programmes.name as programmeName', 'authorities.name as authority'])
    .orderBy('authorities.name')
    .orderBy('returnId')
    .orderBy('checkCode')
    .execute()
  const own = rows.filter((row) => allowedOn(actor, 'evidence.see', row))
  return [...Map.groupBy(own, ({ returnId }) => returnId)].map(([returnId, of]) => ({
    returnId,
    label: `${of[0]!.authority}, ${of[0]!.programmeName}, ${periodLabel(of[0]!.periodId)}`,
    checks: of.map(({ checkCode }) => checkCode),
  }))
}
