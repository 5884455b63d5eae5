/** An answer in a question's thread, or a further question: whose it is to write, and who is told. */
import { settingOf } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { findQuery, reply, type Query, type QueryView } from '../reviews/queries.ts'
import { change } from '../trust/change.ts'
import { figureName } from './figure-name.ts'
import type { ReturnHead } from './store.ts'
import { tell } from './tell.ts'
import type { By } from './transition.ts'

/**
 * Writes in a thread of this return. RMEL's question is answered by the borough, or by the head of the setting
 * it is about; the borough's by that head alone. Throws `not-yours-to-do` for those who see the return and
 * have no part in the thread, and `not-found` for anybody else.
 */
export async function answerQuery(
  context: Context,
  { act, actor }: By,
  { head, queryId, text }: { head: ReturnHead; queryId: string; text: string },
): Promise<{ status: QueryView['status'] }> {
  const query = await findQuery(context.db, { returnId: head.id, queryId })
  const sides = sidesOf(actor, head, query)
  if (!sides.lead && !sides.head && !sides.reviewer)
    throw new Problem(allowedOn(actor, 'return.see', head) ? 'not-yours-to-do' : 'not-found')
  if (!query) throw new Problem('not-found')
  const isBetween = query.askedOf === 'setting'
  const isAnswer = sides.head || (sides.lead && !isBetween)
  if (!isAnswer && !(isBetween ? sides.lead : sides.reviewer)) throw new Problem('not-yours-to-do')
  return change(context, act, async (trx, note) => {
    const replied = await reply(context, trx, { queryId, personId: actor.personId, text, isAnswer })
    const name = figureName(await definitionsOf(trx, head.id), query.locator)
    const told = { head, by: actor, text: name, locators: [query.locator] }
    await tell(context, trx, isBetween ? 'setting-answered' : 'answered', told)
    note({ queryId })
    return replied
  })
}

/** What the actor is to the thread. A head only of the setting whose figure it is about. */
function sidesOf(actor: Actor, head: ReturnHead, query: Query | undefined) {
  const urn = query ? settingOf(query.locator) : null
  const { programme, gssCode } = head
  return {
    lead: allowedOn(actor, 'return.edit', head),
    reviewer: allowedOn(actor, 'return.review', head),
    head: urn !== null && allowedOn(actor, 'report.edit', { programme, gssCode, urns: [urn] }),
  }
}
