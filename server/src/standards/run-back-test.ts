/**
 * The work of a back-test: both editions on the same input, one return at a time, written in small batches.
 * Neither the event loop nor a transaction is held for long.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { engineOf } from '@inclusion/db/engine'
import type { Trx } from '@inclusion/db/open'
import type { Standard } from '@inclusion/shared/standards/check'
import type { Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { londonDate } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { describe } from '../http/problems.ts'
import { loadReturn } from '../returns/load.ts'
import { findVersions } from '../returns/versions.ts'
import { change, type Act } from '../trust/change.ts'
import { versionAcceptedBefore } from './accepted-before.ts'
import { inputAsFiled } from './as-filed.ts'
import { ends } from './back-test-under-way.ts'
import { insertResults, type Fired, type ResultRow } from './back-test-store.ts'

export type BackTestWork = { backTestId: string; draft: Standard; returns: string[] }

const batch = 20

/** Runs it to its end, or until it is told to stop: then it stands as running until the next start. */
export async function runBackTest(context: Context, work: BackTestWork, signal: AbortSignal): Promise<void> {
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
    await markFailed(context, backTestId)
    throw error
  } finally {
    ends(backTestId)
  }
}

/** Where even this fails the back-test still stands as running, and counts as dead: it can be begun again. */
async function markFailed(context: Context, backTestId: string): Promise<void> {
  const act = actOn('standard.back-test-fail', backTestId)
  try {
    await change(context, act, (trx) => giveUp(context, trx, [backTestId]))
  } catch (error) {
    context.log.error({ backTestId, error: describe(error) }, 'A back-test could not be marked as failed')
  }
}

/** The service's own act on a back-test. */
export const actOn = (action: string, backTestId: string): Act => ({
  personId: null,
  action,
  subject: `back-test:${backTestId}`,
})

/** What both editions find in the latest version of one return, with the meetings there had been by then. */
async function testReturn(
  context: Context,
  draft: Standard,
  returnId: string,
): Promise<{ present: string; draft: string }> {
  const versions = await findVersions(context.db, returnId)
  const latest = versions.at(-1)!
  const loaded = await loadReturn(context.db, returnId, londonDate(latest.submittedAt))
  const before = await versionAcceptedBefore(context.db, returnId, versions)
  const input = inputAsFiled(loaded, latest, before)
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

/**
 * Writes a batch; answers false where the back-test was given up meanwhile, or its draft discarded: neither can
 * happen while it writes.
 */
function keep(context: Context, backTestId: string, rows: ResultRow[], isLast: boolean): Promise<boolean> {
  return change(context, actOn('standard.back-test-record', backTestId), async (trx, note) => {
    const query = trx
      .selectFrom('back_tests')
      .select('id')
      .where('id', '=', backTestId)
      .where('status', '=', 'running')
    const running = await (engineOf(trx) === 'sqlite' ? query : query.forUpdate()).executeTakeFirst()
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

/** Gives back-tests up: what they have found so far stays, and is of no use. */
export async function giveUp(context: Context, trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('back_tests')
    .set({ status: 'failed', finishedAt: context.now() })
    .where('id', 'in', ids)
    .where('status', '=', 'running')
    .execute()
}
