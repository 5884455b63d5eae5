/** Returns that an evaluator chose to accept together, as they stand now. */
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../../context.ts'
import { listReturns } from '../../returns/store.ts'
import type { QueueLine } from './queue-line.ts'
import { findServiceLevels } from './service-levels.ts'
import { queueLines } from './view.ts'

/** Those of them that are in the person's scope, in the order given. */
export async function viewChosen(
  context: Context,
  actor: Actor,
  returnIds: readonly string[],
): Promise<QueueLine[]> {
  const wanted = [...new Set(returnIds)]
  const heads = await listReturns(context.db, { ids: wanted })
  const seen = new Set(heads.filter((head) => allowedOn(actor, 'return.review', head)).map(({ id }) => id))
  const ids = wanted.filter((id) => seen.has(id))
  return queueLines(context, actor, { ids, serviceLevels: await findServiceLevels(context.db) })
}
