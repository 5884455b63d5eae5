/**
 * Clean returns accepted together: each is taken and accepted by acts of its own, with their own events in the
 * audit, and each is asked again whether it is clean. One that is refused holds none of the others up.
 */
import type { Db, Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { thoughtsOn, thoughtWords, type AcceptTogether } from '@inclusion/shared/review-queue'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../../context.ts'
import { describe } from '../../http/problems.ts'
import { findReturn } from '../../returns/store.ts'
import { refuse, type By } from '../../returns/transition.ts'
import { actOn, answerBefore } from '../../trust/change.ts'
import { accept, take } from '../review.ts'
import { filedBy, findInReview, findSummaries, nothingAsked } from './facts.ts'
import { factsOf } from './queue-line.ts'

export type AcceptedTogether = {
  outcomes: {
    returnId: string
    accepted: boolean
    /** Why it was not; null where it was. */
    reason: string | null
  }[]
}

type Chosen = AcceptTogether['returns'][number]

/** One after another, in the order given; a return named twice is accepted once. */
export async function acceptTogether(
  context: Context,
  by: By,
  { returns }: AcceptTogether,
): Promise<AcceptedTogether> {
  const chosen = [...new Map(returns.map((each) => [each.returnId, each])).values()]
  const outcomes: AcceptedTogether['outcomes'] = []
  for (const each of chosen) {
    const reason = await reasonAgainst(context, by, each)
    outcomes.push({ returnId: each.returnId, accepted: reason === null, reason })
  }
  return { outcomes }
}

/** Accepts one, and answers why it could not be; null where it was. */
async function reasonAgainst(context: Context, by: By, chosen: Chosen): Promise<string | null> {
  try {
    await acceptOne(context, by, chosen)
    return null
  } catch (error) {
    if (error instanceof Problem && error.type !== 'key-used-before') return error.message
    if (error instanceof Problem) throw error
    const { returnId } = chosen
    context.log.error({ returnId, error: describe(error) }, 'A return could not be accepted with others')
    return 'Something went wrong on our side. Open it, and try again.'
  }
}

async function acceptOne(context: Context, { act, actor }: By, chosen: Chosen): Promise<void> {
  const { returnId } = chosen
  const accepting = actOn(act, 'return.accept', returnId)
  if (await answerBefore(context.db, accepting)) return
  if (await isAcceptedBy(context.db, actor, chosen)) return
  const { takenBy } = await holdToClean(context.db, actor, chosen)
  if (takenBy === null) await take(context, { act: actOn(act, 'return.take', returnId), actor }, returnId)
  // Asked again under the lock: an earlier period may have been accepted since, with other figures.
  const unless = (trx: Trx) => holdToClean(trx, actor, chosen)
  await accept(context, { act: accepting, actor }, { returnId, remark: null, unless })
}

/** Whether this person has accepted that very version, and nobody asks to have it opened again: then it is done. */
async function isAcceptedBy(db: Db, actor: Actor, { returnId, version }: Chosen): Promise<boolean> {
  const head = await findReturn(db, returnId)
  if (head?.status !== 'accepted' || !allowedOn(actor, 'return.review', head)) return false
  const summary = (await findSummaries(db, [returnId])).get(returnId)
  const isSame = head.acceptedBy === actor.personId && summary?.version === version
  return isSame && head.reopenRequest === null
}

/** The return, if it is clean, in the version chosen, and this person's to take or to accept. Else throws why not. */
async function holdToClean(
  db: Db | Trx,
  actor: Actor,
  { returnId, version }: Chosen,
): Promise<{ takenBy: string | null }> {
  const head = await findReturn(db, returnId)
  if (!head || !allowedOn(actor, 'return.review', head)) throw new Problem('not-found')
  const isOwn = (await filedBy(db, actor.personId, [returnId])).has(returnId)
  refuse(head.takenBy === actor.personId ? 'accept' : 'take', head, actor, isOwn ? [actor.personId] : [])
  const summary = (await findSummaries(db, [returnId])).get(returnId)
  if (summary && summary.version !== version) throw new Problem('version-superseded')
  const inReview = (await findInReview(db, [returnId])).get(returnId) ?? nothingAsked
  const thoughts = thoughtsOn(factsOf(summary, inReview))
  if (thoughts.length > 0) {
    const detail = `It needs thought: ${thoughts.map(thoughtWords).join('. ')}. Open it to decide.`
    throw new Problem('needs-thought', { detail })
  }
  return { takenBy: head.takenBy }
}
