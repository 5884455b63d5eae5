/** Reopening: a lead asks for it, RMEL opens the figures or says why not. What was accepted stands meanwhile. */
import type { ReopenRequestRow } from '@inclusion/db/tables/reviews'
import type { Locator } from '@inclusion/shared/locators'
import type { Context } from '../context.ts'
import { tell } from '../returns/tell.ts'
import { transition, type By, type Step } from '../returns/transition.ts'
import { askedIn, openedWith, openFigures } from './open-figures.ts'
import { notFiled } from './review.ts'
import { latestVersion } from './store.ts'

type Asking = { returnId: string; reason: string; locators: readonly Locator[] }

/** A lead asks for an accepted return to be opened again, on figures they name; on none where they cannot say. */
export function askToReopen(context: Context, by: By, { returnId, reason, locators }: Asking) {
  return transition(
    context,
    by,
    { returnId, action: 'ask-to-reopen' },
    async ({ trx, head, actor, note }) => {
      const asked = await askedIn(trx, head)
      for (const locator of locators) openedWith(asked, locator)
      const { version } = await latestVersion(trx, returnId)
      await trx
        .insertInto('reopen_requests')
        .values({
          id: context.newId(),
          returnId,
          version,
          reason,
          locators: JSON.stringify(locators),
          askedBy: actor.personId,
          askedAt: context.now(),
        })
        .execute()
      await tell(context, trx, 'reopen-asked', { head, by: actor, text: reason })
      note({ version, locators })
      return { set: { reopenRequest: reason } }
    },
  )
}

/** RMEL does not open it again, and says why; the leads see it and are written to. */
export function declineReopening(
  context: Context,
  by: By,
  { returnId, reason }: { returnId: string; reason: string },
) {
  return transition(context, by, { returnId, action: 'decline-reopening' }, async (step) => {
    const { trx, head, actor } = step
    await answerRequest(context, step, { outcome: 'declined', answer: reason })
    await tell(context, trx, 'reopening-declined', { head, by: actor, text: reason })
    return { set: { reopenRequest: null } }
  })
}

/**
 * Opens an accepted return again on named figures, asked for or not. Its accepted figures stay where pages and
 * roll-ups read them, until it is accepted anew.
 */
export function reopen(
  context: Context,
  by: By,
  { returnId, reason, locators }: { returnId: string; reason: string; locators: Locator[] },
) {
  return transition(context, by, { returnId, action: 'reopen' }, async (step) => {
    const { trx, head, actor, note } = step
    const { version } = await latestVersion(trx, returnId)
    const questions = locators.map((locator) => ({ locator, question: reason }))
    await recordReopening(context, step, { version, reason })
    const unlocked = await openFigures(context, step, { version, questions })
    await answerRequest(context, step, { outcome: 'reopened', answer: null })
    const told = { head, by: actor, text: reason, count: locators.length, locators }
    await tell(context, trx, 'reopened', told)
    note({ version, locators })
    return { set: { ...notFiled, unlocked, acceptedBy: null, acceptedAt: null, reopenRequest: null } }
  })
}

/** A reopening is a review of its own: who did it, of which version, and why. */
async function recordReopening(
  context: Context,
  { trx, head, actor }: Step,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const at = context.now()
  await trx
    .insertInto('reviews')
    .values({
      id: context.newId(),
      returnId: head.id,
      version,
      evaluator: actor.personId,
      begunAt: at,
      endedAt: at,
      outcome: 'reopened' as const,
      note: reason,
    })
    .execute()
}

type Answering = Pick<ReopenRequestRow, 'outcome' | 'answer'>

/** Ends the request that is open, if there is one. */
async function answerRequest(
  context: Context,
  { trx, head, actor }: Step,
  answering: Answering,
): Promise<void> {
  await trx
    .updateTable('reopen_requests')
    .set({ ...answering, answeredBy: actor.personId, answeredAt: context.now() })
    .where('returnId', '=', head.id)
    .where('outcome', 'is', null)
    .execute()
}
