/** How a draft is written, one revision at a time, and how it is given up. */
import type { SaveAmendment } from '@inclusion/shared/framework/amendment-requests'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { change } from '../trust/change.ts'
import { allowAmendment, rightsOn, type At, type By, type Moved } from './allow-amendment.ts'
import { moveAmendment } from './store.ts'

type Saved = Omit<SaveAmendment, 'revision'>

/** Saves the whole of a draft. It may be incomplete: its faults are in the way of proposing it, not of keeping it. */
export function saveAmendment(
  context: Context,
  { act, actor }: By,
  at: At,
  { name, programme, content }: Saved,
): Promise<Moved> {
  return change(context, act, async (trx, note) => {
    await allowAmendment(context, trx, actor, { ...at, action: 'edit' })
    if (!rightsOn(actor, programme).mayEdit) throw new Problem('not-yours-to-do')
    const revision = at.revision + 1
    await moveAmendment(trx, at.id, {
      name,
      programme,
      content: JSON.stringify(content),
      revision,
      changedBy: actor.personId,
      changedAt: context.now(),
    })
    note({ programme, revision })
    return { id: at.id, revision }
  })
}

/** Gives a draft up. It stays on record. */
export function discardAmendment(context: Context, { act, actor }: By, at: At): Promise<Moved> {
  return change(context, act, async (trx, note) => {
    const { programme } = await allowAmendment(context, trx, actor, { ...at, action: 'discard' })
    const revision = at.revision + 1
    await moveAmendment(trx, at.id, {
      status: 'discarded',
      revision,
      changedBy: actor.personId,
      changedAt: context.now(),
    })
    note({ programme, revision })
    return { id: at.id, revision }
  })
}
