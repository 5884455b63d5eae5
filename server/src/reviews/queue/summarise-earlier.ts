/** Summaries of what was filed before there were any: made in the background, one at a time. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Db } from '@inclusion/db/open'
import type { Context } from '../../context.ts'
import { describe } from '../../http/problems.ts'
import type { LaterWork } from '../../later.ts'
import { summariseFiled } from './summarise-filed.ts'

/** Until every return that was filed has a summary, or the service stops. The latest period comes first. */
export const summariseEarlier =
  (context: Context): LaterWork =>
  async (signal) => {
    for (const returnId of await findUnsummarised(context.db)) {
      if (signal.aborted) return
      try {
        await summariseFiled(context.db, returnId, { keep: true })
      } catch (error) {
        context.log.error(
          { returnId, error: describe(error) },
          'A return could not be summed up for the queue',
        )
      }
      await breathe()
    }
  }

async function findUnsummarised(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('returns')
    .innerJoin('periods', 'periods.id', 'returns.periodId')
    .select('returns.id')
    .where((eb) =>
      eb.exists(eb.selectFrom('return_versions').select('number').whereRef('returnId', '=', 'returns.id')),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('filing_summaries').select('version').whereRef('returnId', '=', 'returns.id'),
        ),
      ),
    )
    .orderBy('periods.startsOn', 'desc')
    .orderBy('returns.id')
    .execute()
  return rows.map(({ id }) => id)
}
