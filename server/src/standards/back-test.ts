/**
 * A back-test: a draft and each past return's own edition, run on the same input, the latest version of every
 * return that was ever submitted. It goes on in the background, one return at a time, and writes what it found
 * in small batches: neither the event loop nor a transaction is held for long.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Trx } from '@inclusion/db/open'
import type { Actor } from '@inclusion/shared/roles'
import type { Standard } from '@inclusion/shared/standards/check'
import type { Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { today, type Context } from '../context.ts'
import { findStandard } from '../framework/store.ts'
import { loadReturn } from '../returns/load.ts'
import { findVersions } from '../returns/versions.ts'
import { change, type Act } from '../trust/change.ts'
import { inputAsFiled } from './as-filed.ts'
import { insertResults, submittedReturns, type Fired, type ResultRow } from './back-test-store.ts'
import { allowAction } from './edit.ts'
import { versionAcceptedBefore } from './accepted-before.ts'

const batch = 20

type Begun = { backTestId: string; revision: number }
type Work = { backTestId: string; draft: Standard; returns: string[] }

/** Starts one, or answers the one that is under way for the same draft as it stands. */
export async function startBackTest(
  context: Context,
  { act, actor }: { act: Act; actor: Actor },
  standardId: string,
): Promise<Begun> {
  // Set only where this very request made one: a repeat is answered, and starts nothing.
  let work: Work | null = null
  const begun = await change(context, act, async (trx, note) => {
    const { revision } = await allowAction(trx, actor, { id: standardId, action: 'back-test' })
    const running = await trx
      .selectFrom('back_tests')
      .select(['id', 'revision'])
      .where('standardId', '=', standardId)
      .where('status', '=', 'running')
      .execute()
    const same = running.find((test) => test.revision === revision)
    if (same) {
      note({ backTestId: same.id, revision, isUnderWay: true })
      return { backTestId: same.id, revision }
    }
    // The draft has moved on: what is still under way is of no use to anybody.
    await fail(
      context,
      trx,
      running.map(({ id }) => id),
    )
    const backTestId = context.newId()
    const returns = await submittedReturns(trx)
    await trx
      .insertInto('back_tests')
      .values({
        ...{ id: backTestId, standardId, revision, status: 'running', total: returns.length },
        ...{ startedBy: actor.personId, startedAt: context.now(), finishedAt: null },
      })
      .execute()
    note({ backTestId, revision, returns: returns.length })
    work = { backTestId, returns, draft: await findStandard(trx, standardId) }
    return { backTestId, revision }
  })
  startWork(context, work)
  return begun
}

function startWork(context: Context, work: Work | null): void {
  if (work) context.later.start((signal) => runBackTest(context, work, signal))
}

/** Runs it to its end, or until it is told to stop: then it stands as running until the next start. */
async function runBackTest(context: Context, work: Work, signal: AbortSignal): Promise<void> {
  const { backTestId, draft, returns } = work
  try {
    let found: ResultRow[] = []
    for (const [index, returnId] of returns.entries()) {
      if (signal.aborted) return
      found.push({ backTestId, returnId, ...(await testReturn(context, draft, returnId)) })
      const isLast = index === returns.length - 1
      if (found.length === batch || isLast) {
        if (!(await keep(context, backTestId, found, isLast))) return
        found = []
      }
      await breathe()
    }
    if (returns.length === 0) await keep(context, backTestId, [], true)
  } catch (error) {
    await change(context, actOf('standard.back-test-fail', backTestId), (trx) =>
      fail(context, trx, [backTestId]),
    )
    throw error
  }
}

const actOf = (action: string, backTestId: string): Act => ({
  personId: null,
  action,
  subject: `back-test:${backTestId}`,
})

/** What both editions find in the latest version of one return. */
async function testReturn(
  context: Context,
  draft: Standard,
  returnId: string,
): Promise<{ present: string; draft: string }> {
  const loaded = await loadReturn(context.db, returnId, today(context))
  const versions = await findVersions(context.db, returnId)
  const before = await versionAcceptedBefore(context.db, returnId, versions)
  const input = inputAsFiled(loaded, versions.at(-1)!, before)
  return {
    present: JSON.stringify(runChecks(loaded.standard, input).map(firedOf)),
    draft: JSON.stringify(runChecks(draft, input).map(firedOf)),
  }
}

const firedOf = ({ check, locator, severity, message }: Finding): Fired => [
  check,
  locator ?? '',
  severity,
  message,
]

/** Writes a batch; answers false where the back-test was given up meanwhile, or its draft discarded. */
function keep(context: Context, backTestId: string, rows: ResultRow[], isLast: boolean): Promise<boolean> {
  return change(context, actOf('standard.back-test-record', backTestId), async (trx, note) => {
    const running = await trx
      .selectFrom('back_tests')
      .select('id')
      .where('id', '=', backTestId)
      .where('status', '=', 'running')
      .executeTakeFirst()
    note({ returns: running ? rows.length : 0 })
    if (!running) return false
    await insertResults(trx, rows)
    if (isLast) {
      await trx
        .updateTable('back_tests')
        .set({ status: 'finished', finishedAt: context.now() })
        .where('id', '=', backTestId)
        .execute()
    }
    return true
  })
}

async function fail(context: Context, trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('back_tests')
    .set({ status: 'failed', finishedAt: context.now() })
    .where('id', 'in', ids)
    .where('status', '=', 'running')
    .execute()
}

/** Back-tests that a stop of the service interrupted: they can be started again. Answers how many there were. */
export async function failInterruptedBackTests(context: Context): Promise<number> {
  const running = await context.db
    .selectFrom('back_tests')
    .select('id')
    .where('status', '=', 'running')
    .execute()
  for (const { id } of running) {
    await change(context, actOf('standard.back-test-fail', id), (trx) => fail(context, trx, [id]))
  }
  return running.length
}
