/** Moving a window: its reason is kept, and whoever has a return to file by the day that moved is told. */
import type { Trx } from '@inclusion/db/open'
import { windowFault } from '@inclusion/shared/collection/windows'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import type { By } from '../returns/transition.ts'
import { change } from '../trust/change.ts'
import { findOutstanding } from './outstanding.ts'
import type { WindowChange, WindowKey } from './requests.ts'
import type { StoredWindow } from './store.ts'
import { tellMoved, type Moved } from './tell.ts'

/**
 * Throws `not-found` for a window that is none, `window-changed` where somebody moved it since, `window-closed` once
 * every return of it is in, `invalid-request` naming the day that cannot be.
 */
export function changeWindow(
  context: Context,
  { act, actor }: By,
  { programme, periodId, ...wanted }: WindowKey & WindowChange,
): Promise<{ revision: number; told: number }> {
  refuseOthers(actor, programme)
  return change(context, act, async (trx, note) => {
    const window = await findWindow(trx, { programme, periodId })
    if (!window) throw new Problem('not-found')
    if (window.revision !== wanted.revision) throw new Problem('window-changed')
    const before = await findOutstanding(trx, { programme, periodId })
    refuseFault(window, wanted, { on: today(context), outstanding: before.length })
    await move(context, trx, { window, wanted, actor })
    const after = new Map(
      (await findOutstanding(trx, { programme, periodId })).map(({ id, dueOn }) => [id, dueOn]),
    )
    const moved = before.flatMap((each): Moved[] => {
      const dueOn = after.get(each.id)
      return dueOn === undefined || dueOn === each.dueOn ? [] : [{ ...each, dueOn, dueBefore: each.dueOn }]
    })
    const told = await tellMoved(context, trx, { window, wanted, moved })
    note({
      from: [window.opensOn, window.dueOn],
      to: [wanted.opensOn, wanted.dueOn],
      returns: moved.map(({ id }) => id),
    })
    return { revision: window.revision + 1, told }
  })
}

function refuseOthers(actor: Actor, programme: string): void {
  if (!allowedOn(actor, 'collection.see', { programme })) throw new Problem('not-found')
  if (!allowedOn(actor, 'collection.manage', { programme })) throw new Problem('not-yours-to-do')
}

const findWindow = (trx: Trx, { programme, periodId }: WindowKey): Promise<StoredWindow | undefined> =>
  trx
    .selectFrom('collection_windows')
    .selectAll()
    .where('programme', '=', programme)
    .where('periodId', '=', periodId)
    .executeTakeFirst()

function refuseFault(
  window: StoredWindow,
  wanted: WindowChange,
  { on, outstanding }: { on: string; outstanding: number },
): void {
  if (window.dueOn < on && outstanding === 0) throw new Problem('window-closed')
  const fault = windowFault(window, wanted, on)
  if (fault) throw new Problem('invalid-request', { errors: [fault] })
}

type Move = { window: StoredWindow; wanted: WindowChange; actor: Actor }

async function move(context: Context, trx: Trx, { window, wanted, actor }: Move): Promise<void> {
  const { programme, periodId, revision } = window
  const { opensOn, dueOn, reason } = wanted
  const { numUpdatedRows } = await trx
    .updateTable('collection_windows')
    .set({ opensOn, dueOn, revision: revision + 1 })
    .where('programme', '=', programme)
    .where('periodId', '=', periodId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Problem('window-changed')
  await trx
    .insertInto('window_changes')
    .values({
      id: context.newId(),
      programme,
      periodId,
      opensOn,
      dueOn,
      reason,
      opensOnBefore: window.opensOn,
      dueOnBefore: window.dueOn,
      changedBy: actor.personId,
      changedAt: context.now(),
    })
    .execute()
}
