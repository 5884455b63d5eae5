/** Hand over: a review that one evaluator holds passes to another, or back to the queue, with its history. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { holdersOf } from '../people/holders.ts'
import { findFilers, findReturn, lockReturn, namesOf, type ReturnHead } from '../returns/store.ts'
import { tell } from '../returns/tell.ts'
import { transition, type By } from '../returns/transition.ts'
import { findOpenReview } from './store.ts'

export type HandingOver = {
  returnId: string
  /** Null gives it back to the queue, where anybody may take it. */
  to: string | null
  reason: string | null
}

/**
 * Passes a taken return on. Whoever holds it need give no reason; anybody else says why, and the holder is written
 * to. The new holder is an evaluator in scope who did not help to file it, else `holder-cannot-review`.
 */
export function handOver(context: Context, by: By, { returnId, to, reason }: HandingOver) {
  return transition(context, by, { returnId, action: 'hand-over' }, async ({ trx, head, actor, note }) => {
    if (actor.personId !== head.takenBy && reason === null) throw reasonNeeded()
    if (to === head.takenBy) throw new Problem('review-taken')
    if (to !== null && !(await mayHold(context, trx, { head, personId: to })))
      throw new Problem('holder-cannot-review')
    note({ holderBefore: head.takenBy, holder: to })
    await passOn(context, trx, { head, to, reason, by: actor })
    return { set: heldBy(context, to) }
  })
}

const reasonNeeded = () =>
  new Problem('invalid-request', {
    errors: [{ field: 'reason', message: 'Give a reason: another evaluator holds this return' }],
  })

export type Leaving = {
  from: string
  to: string | null
  /** Null where the service itself does it, on the last day of a membership. */
  by: Actor | null
  /** Left out, it is that they no longer review it. */
  reason?: string
}

/**
 * Passes on everything that one person holds and may not review today: to another where that one may, else back to the
 * queue. Writes no audit event: the caller's act does, and answers the returns for its note.
 */
export async function handOverAll(context: Context, trx: Trx, leaving: Leaving): Promise<string[]> {
  const held = await trx
    .selectFrom('returns')
    .select('id')
    .where('takenBy', '=', leaving.from)
    .where('status', '=', 'submitted')
    .orderBy('id')
    .execute()
  const passed: string[] = []
  for (const { id: returnId } of held)
    if (await passOnOne(context, trx, { returnId, ...leaving })) passed.push(returnId)
  return passed
}

/** Whether it was passed on: not where the holder may go on with it, or it is another's by now. */
export async function passOnOne(
  context: Context,
  trx: Trx,
  { returnId, from, to, by, ...leaving }: Leaving & { returnId: string },
): Promise<boolean> {
  await lockReturn(trx, returnId, 'update')
  const head = await findReturn(trx, returnId)
  if (head?.takenBy !== from || head.status !== 'submitted') return false
  if (await mayHold(context, trx, { head, personId: from })) return false
  const fit = to !== null && to !== from && (await mayHold(context, trx, { head, personId: to }))
  const holder = fit ? to : null
  const { [from]: name = 'Whoever held it' } = await namesOf(trx, [from])
  const { reason = `${name} no longer reviews this.` } = leaving
  await passOn(context, trx, { head, to: holder, reason, by })
  await trx
    .updateTable('returns')
    .set({ ...heldBy(context, holder), revision: head.revision + 1 })
    .where('id', '=', returnId)
    .execute()
  return true
}

const heldBy = (context: Context, personId: string | null) => ({
  takenBy: personId,
  takenAt: personId === null ? null : context.now(),
})

type Passing = { head: ReturnHead; to: string | null; reason: string | null; by: Actor | null }

/** The unfinished review goes with it; back in the queue it ends, without an outcome. */
async function passOn(context: Context, trx: Trx, { head, to, reason, by }: Passing): Promise<void> {
  const review = await findOpenReview(trx, head.id)
  if (!review || head.takenBy === null) throw new Problem('review-held-by-nobody')
  await trx
    .insertInto('review_hand_overs')
    .values({
      id: context.newId(),
      reviewId: review.id,
      returnId: head.id,
      fromPerson: head.takenBy,
      toPerson: to,
      reason,
      handedBy: by?.personId ?? null,
      handedAt: context.now(),
    })
    .execute()
  await trx
    .updateTable('reviews')
    .set(to === null ? { endedAt: context.now() } : { evaluator: to })
    .where('id', '=', review.id)
    .execute()
  const names = await namesOf(trx, [head.takenBy, to])
  const only = [head.takenBy, ...(to === null ? [] : [to])]
  const holder = to === null ? null : (names[to] ?? null)
  await tell(context, trx, 'handed-over', { head, by, only, holder, text: reason ?? '' })
}

/** Whether a person may review a return: an evaluator in its scope today, who did not help to file it. */
async function mayHold(
  context: Context,
  trx: Trx,
  { head, personId }: { head: ReturnHead; personId: string },
): Promise<boolean> {
  const filers = [head.sentBy, head.submittedBy, ...(await findFilers(trx, head.id))]
  const evaluators = await evaluatorsOf(context, trx, head)
  return evaluators.includes(personId) && !filers.includes(personId)
}

export async function evaluatorsOf(
  context: Context,
  trx: Parameters<typeof holdersOf>[0],
  { programme, gssCode }: Pick<ReturnHead, 'programme' | 'gssCode'>,
): Promise<string[]> {
  const holders = await holdersOf(trx, ['evaluator'], { programme, gssCode, on: today(context) })
  return holders.map(({ personId }) => personId)
}
