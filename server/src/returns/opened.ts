/** Which figures are open, beside those RMEL asked about, in a return that it has opened in part. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Finding } from '@inclusion/shared/standards/finding'
import { openedBy } from '@inclusion/shared/standards/summary'
import type { Context } from '../context.ts'
import { checkInputOfSetting } from '../setting-reports/report.ts'
import { judge } from './judge.ts'
import { checkInputOf, type LoadedReturn } from './load.ts'
import type { Return } from './store.ts'

/**
 * Figures that a blocking finding names, and those already changed in this round: what was asked about
 * cannot be put right while a figure it must agree with stays shut. Empty in any other status, in which
 * `findings` is not called.
 */
export async function findOpened(
  db: Db | Trx,
  { id, status, statusSince }: Pick<Return, 'id' | 'status' | 'statusSince'>,
  findings: () => Finding[] | Promise<Finding[]>,
): Promise<Set<string>> {
  if (status !== 'changes-requested') return new Set()
  const changed = await db
    .selectFrom('data_points')
    .select('locator')
    .where('returnId', '=', id)
    .where('changedAt', '>', statusSince)
    .execute()
  return new Set([...openedBy(await findings()), ...changed.map(({ locator }) => locator)])
}

/** The findings that open figures of one setting's report: those on it, and those on the whole return. */
export function findingsAround(context: Context, loaded: LoadedReturn, urn: string): Finding[] {
  return [
    ...judge(context, loaded, checkInputOf(loaded)),
    ...judge(context, loaded, checkInputOfSetting(loaded, urn)),
  ]
}
