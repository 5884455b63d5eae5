/** What a borough lead may do about a head's figure: ask about it, and close the question again. */
import { settingOf, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { activeHeads } from '../people/holders.ts'
import { seeReturn } from '../returns/access.ts'
import { figureName } from '../returns/figure-name.ts'
import { lockReturn, type ReturnHead } from '../returns/store.ts'
import { tell } from '../returns/tell.ts'
import type { By } from '../returns/transition.ts'
import { findQuery, moveQuery, openQuery } from '../reviews/queries.ts'
import { unlockedBy } from '../reviews/unlock.ts'
import { change } from '../trust/change.ts'
import { findReports } from './store.ts'

type Asking = { returnId: string; locator: Locator; question: string }

/**
 * Opens a question on a figure of a setting and writes to its head. It changes no figure and no status.
 * Throws `figure-not-asked` for a figure that is no setting's of this return, `setting-has-no-head`, and
 * `return-not-open` once the return is accepted.
 */
export async function askSetting(
  context: Context,
  { act, actor }: By,
  { returnId, locator, question }: Asking,
) {
  const head = await seeAsLead(context, actor, returnId)
  const urn = settingOf(locator)
  return change(context, act, async (trx, note) => {
    const { status } = (await lockReturn(trx, returnId, 'share')) ?? head
    if (status === 'accepted') throw accepted()
    const definitions = await definitionsOf(trx, returnId)
    const urns = (await findReports(trx, returnId)).map((report) => report.urn)
    const asked = unlockedBy({ definitions, urns, periodId: head.periodId }, locator)
    if (urn === null || asked.length === 0) throw notOfSetting(locator)
    const heads = await activeHeads(trx, { urns: [urn], programme: head.programme, on: today(context) })
    if (!heads.has(urn)) throw new Problem('setting-has-no-head')
    const opening = { returnId, locator, question, by: actor.personId, askedOf: 'setting' as const }
    const queryId = await openQuery(context, trx, opening)
    const told = { head, by: actor, text: figureName(definitions, locator), locators: [locator] }
    await tell(context, trx, 'setting-asked', told)
    note({ queryId, locator })
    return { queryId }
  })
}

/** Closes a question that the borough asked. RMEL's own are closed when it accepts. */
export async function closeQuestion(
  context: Context,
  { act, actor }: By,
  { returnId, queryId }: { returnId: string; queryId: string },
) {
  await seeAsLead(context, actor, returnId)
  return change(context, act, async (trx, note) => {
    const query = await findQuery(trx, { returnId, queryId })
    if (!query) throw new Problem('not-found')
    if (query.askedOf !== 'setting') throw new Problem('not-yours-to-do')
    if (!(await moveQuery(context, trx, { queryId, status: 'closed' })))
      throw new Problem('return-not-open', { detail: 'This question is closed.' })
    note({ queryId })
    return { status: 'closed' as const }
  })
}

async function seeAsLead(context: Context, actor: Actor, returnId: string): Promise<ReturnHead> {
  const head = await seeReturn(context, actor, returnId)
  if (!allowedOn(actor, 'return.edit', head)) throw new Problem('not-yours-to-do')
  return head
}

const accepted = () =>
  new Problem('return-not-open', {
    detail: 'This return is accepted, so its figures stand. Ask RMEL to reopen it if one is wrong.',
  })

const notOfSetting = (field: Locator) =>
  new Problem('figure-not-asked', {
    errors: [{ field, message: 'Choose a figure that a setting of this return reports.' }],
  })
