/**
 * A back-test: a draft and each past return's own edition, on the latest version of every return that was ever
 * submitted. It is begun by an act, goes on in the background, and can be begun again after a stop.
 */
import type { Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { findStandard } from './find-standard.ts'
import { change, type Act } from '../trust/change.ts'
import { submittedReturns } from './back-test-store.ts'
import { begins, isUnderWay } from './back-test-under-way.ts'
import { allowAction } from './edit.ts'
import { actOn, giveUp, runBackTest, type BackTestWork } from './run-back-test.ts'

type Begun = { backTestId: string; revision: number }

/** Starts one, or answers the one that is under way for the same draft as it stands. */
export async function startBackTest(
  context: Context,
  { act, actor }: { act: Act; actor: Actor },
  standardId: string,
): Promise<Begun> {
  // Set only where this very request made one: a repeat is answered, and starts nothing.
  let work: BackTestWork | null = null
  const begun = await change(context, act, async (trx, note) => {
    const { revision } = await allowAction(trx, actor, { id: standardId, action: 'back-test' })
    const running = await trx
      .selectFrom('back_tests')
      .select(['id', 'revision'])
      .where('standardId', '=', standardId)
      .where('status', '=', 'running')
      .execute()
    const same = running.find((test) => test.revision === revision && isUnderWay(test.id))
    if (same) {
      note({ backTestId: same.id, revision, isUnderWay: true })
      return { backTestId: same.id, revision }
    }
    // The draft has moved on, or what ran has died: what still stands as running is of no use to anybody.
    await giveUp(
      context,
      trx,
      running.map(({ id }) => id),
    )
    const backTestId = context.newId()
    // Before anybody can read its row: else it would pass for one that died.
    begins(backTestId)
    const returns = await submittedReturns(trx)
    await trx
      .insertInto('back_tests')
      .values({
        id: backTestId,
        standardId,
        revision,
        status: 'running',
        total: returns.length,
        startedBy: actor.personId,
        startedAt: context.now(),
        finishedAt: null,
      })
      .execute()
    note({ backTestId, revision, returns: returns.length })
    work = { backTestId, returns, draft: await findStandard(trx, standardId) }
    return { backTestId, revision }
  })
  startWork(context, work)
  return begun
}

function startWork(context: Context, work: BackTestWork | null): void {
  if (work) context.later.start((signal) => runBackTest(context, work, signal))
}

/** Back-tests that a stop of the service interrupted: they can be started again. Answers how many there were. */
export async function failInterruptedBackTests(context: Context): Promise<number> {
  const running = await context.db
    .selectFrom('back_tests')
    .select('id')
    .where('status', '=', 'running')
    .execute()
  for (const { id } of running) {
    await change(context, actOn('standard.back-test-fail', id), (trx) => giveUp(context, trx, [id]))
  }
  return running.length
}
