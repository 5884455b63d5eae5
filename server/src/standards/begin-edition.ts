/** How a draft begins: as a copy of a published edition, under a name and an id of its own. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { editionIdOf } from '@inclusion/shared/standards/editions'
import type { Context } from '../context.ts'
import { change } from '../trust/change.ts'
import { refused, refuseTakenName, type By, type Moved } from './edit.ts'
import { findEdition, freePeriods } from './store.ts'
import { mayEdit } from './view.ts'

/** Names that an id cannot be made of: they are addresses of their own. */
const reserved = new Set(['in-force', 'editions'])

/** A draft copy of a published edition, with its checks; it begins with the earliest period that is free. */
export function beginEdition(
  context: Context,
  { act, actor }: By,
  { basedOn, name }: { basedOn: string; name: string },
): Promise<Moved> {
  return change(context, act, async (trx, note) => {
    if (!mayEdit(actor)) throw new Problem('not-yours-to-do')
    const ground = await findEdition(trx, basedOn)
    if (!ground || ground.status !== 'published')
      throw refused('basedOn', 'Choose a published edition to begin from')
    await refuseTakenName(trx, name)
    const id = await freeId(trx, name)
    const { clauses } = ground
    const [earliest] = await freePeriods(trx)
    await trx
      .insertInto('standards')
      .values({
        id,
        name,
        clauses,
        basedOn,
        status: 'draft',
        publishedAt: null,
        effectiveFrom: earliest!,
        createdBy: actor.personId,
        createdAt: context.now(),
      })
      .execute()
    const checks = await trx.selectFrom('checks').selectAll().where('standardId', '=', basedOn).execute()
    if (checks.length > 0)
      await trx
        .insertInto('checks')
        .values(checks.map((row) => ({ ...row, standardId: id })))
        .execute()
    note({ id, basedOn, checks: checks.length })
    return { id, revision: 0 }
  })
}

async function freeId(trx: Trx, name: string): Promise<string> {
  const wanted = editionIdOf(name)
  if (wanted === '') throw refused('name', 'Use at least one letter or digit')
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`
    if (!reserved.has(id) && !(await findEdition(trx, id))) return id
  }
}
