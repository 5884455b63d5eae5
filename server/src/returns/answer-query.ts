/** An answer in a question's thread, from the borough or from RMEL. */
import type { Trx } from '@inclusion/db/open'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { reply, type QueryView } from '../reviews/queries.ts'
import { change } from '../trust/change.ts'
import type { ReturnHead } from './store.ts'
import { tell } from './tell.ts'
import type { By } from './transition.ts'

/** Throws `not-yours-to-do` for those who may see this return and answer only on another. */
export async function answerQuery(
  context: Context,
  { act, actor }: By,
  { head, queryId, text }: { head: ReturnHead; queryId: string; text: string },
): Promise<{ status: QueryView['status'] }> {
  const fromBorough = allowedOn(actor, 'return.edit', head)
  if (!fromBorough && !allowedOn(actor, 'return.review', head)) throw new Problem('not-yours-to-do')
  return change(context, act, async (trx, note) => {
    const given = { returnId: head.id, queryId, personId: actor.personId, text, fromBorough }
    const { status, locator } = await reply(context, trx, given)
    await tell(context, trx, 'answered', { head, by: actor, text: await nameOf(trx, head.id, locator) })
    note({ queryId })
    return { status }
  })
}

/** What the figure is called, for the letter. */
async function nameOf(trx: Trx, returnId: string, locator: Locator): Promise<string> {
  const place = readLocator(locator)
  const definitions = await definitionsOf(trx, returnId)
  const named = definitions.find(({ indicator }) => place.kind === 'figure' && indicator === place.indicator)
  return named?.label ?? 'Attendance of a setting'
}
