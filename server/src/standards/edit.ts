/** How a draft is written: begun from a published edition, and changed one revision at a time. */
import type { Trx } from '@inclusion/db/open'
import type { StandardRow } from '@inclusion/db/tables/standards'
import { comparePeriods, periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import { whyNotEdition, type EditionAction } from '@inclusion/shared/standards/editions'
import type { Updateable } from 'kysely'
import type { Context } from '../context.ts'
import { change, type Act, type Note } from '../trust/change.ts'
import { deleteEdition, freePeriods, lockEdition, type Edition } from './store.ts'
import { findTakenNumbers, takenWords } from './taken-numbers.ts'
import { mayEdit, seeEdition, stateOf } from './view.ts'

export type By = { act: Act; actor: Actor }

/** Where a draft stands after a change. */
export type Moved = { id: string; revision: number }

/** The edition under the lock, if the actor may do this with it now; throws the Problem that says why not. */
export async function allowAction(
  trx: Trx,
  actor: Actor,
  { id, action, revision }: { id: string; action: EditionAction; revision?: number },
): Promise<Edition> {
  await lockEdition(trx, id)
  const edition = await seeEdition(trx, actor, id)
  const state = await stateOf(trx, edition)
  const refusal = whyNotEdition(action, state, { personId: actor.personId, mayEdit: mayEdit(actor) })
  if (refusal === 'edition-period-open') throw new Problem(refusal, await earliestWords(trx))
  if (refusal === 'edition-number-taken')
    throw new Problem(refusal, { detail: takenWords(await findTakenNumbers(trx, edition)) })
  if (refusal) throw new Problem(refusal)
  if (revision !== undefined && revision !== edition.revision)
    throw new Problem('edition-changed', { revision: edition.revision })
  return edition
}

async function earliestWords(trx: Trx): Promise<{ detail: string }> {
  const [earliest] = await freePeriods(trx)
  return { detail: `The earliest period it can begin with is ${periodLabel(earliest!)}.` }
}

/** One name, one edition: throws for a name that another has. */
export async function refuseTakenName(trx: Trx, name: string, except?: string): Promise<void> {
  const rows = await trx.selectFrom('standards').select(['id', 'name']).execute()
  const same = rows.find((row) => row.id !== except && row.name.trim() === name.trim())
  if (same) throw refused('name', 'Another edition has this name. Choose another')
}

/** One fault of one field, in the shape of the validator's own. */
export const refused = (field: string, message: string): Problem =>
  new Problem('invalid-request', { errors: [{ field, message }] })

type Change = { trx: Trx; note: Note; edition: Edition }

/** Changes a draft at the revision that the person has seen, and moves it on by one. */
export function editDraft(
  context: Context,
  { act, actor }: By,
  at: { id: string; revision: number },
  work: (step: Change) => Promise<Updateable<StandardRow> | void>,
): Promise<Moved> {
  return change(context, act, async (trx, note) => {
    const edition = await allowAction(trx, actor, { ...at, action: 'edit' })
    const set = (await work({ trx, note, edition })) ?? {}
    const revision = edition.revision + 1
    await trx
      .updateTable('standards')
      .set({ ...set, revision })
      .where('id', '=', at.id)
      .execute()
    note({ revision })
    return { id: at.id, revision }
  })
}

type Head = { name: string; summary: string; effectiveFrom: string }

/** Saves what the draft is called, what it is for, and the period it begins with. */
export function saveEdition(
  context: Context,
  by: By,
  at: { id: string; revision: number },
  { name, summary, effectiveFrom }: Head,
): Promise<Moved> {
  return editDraft(context, by, at, async ({ trx, note }) => {
    await refuseTakenName(trx, name, at.id)
    const [earliest] = await freePeriods(trx)
    if (comparePeriods(effectiveFrom, earliest!) < 0)
      throw refused(
        'effectiveFrom',
        `Returns are open for that period already. Choose ${periodLabel(earliest!)} or a later one`,
      )
    note({ effectiveFrom })
    return { name, summary, effectiveFrom }
  })
}

/** Removes a draft whole, with its back-tests. */
export function discardEdition(
  context: Context,
  { act, actor }: By,
  at: { id: string; revision: number },
): Promise<{ id: string }> {
  return change(context, act, async (trx, note) => {
    const { basedOn } = await allowAction(trx, actor, { ...at, action: 'discard' })
    await deleteEdition(trx, at.id)
    note({ basedOn })
    return { id: at.id }
  })
}
