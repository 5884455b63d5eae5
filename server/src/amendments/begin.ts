/** How an amendment begins: empty, or with what the next year of a programme mostly is. */
import type { Trx } from '@inclusion/db/open'
import { emptyContent, type AmendmentContent } from '@inclusion/shared/framework/amendment'
import type { BeginAmendment } from '@inclusion/shared/framework/amendment-requests'
import { nextYearOf } from '@inclusion/shared/framework/next-year'
import { newProgramme } from '@inclusion/shared/framework/new-programme'
import { Problem } from '@inclusion/shared/problems'
import { today, type Context } from '../context.ts'
import { change } from '../trust/change.ts'
import { rightsOn, type By, type Moved } from './allow-amendment.ts'
import { findProgramme, loadGround } from './load-ground.ts'

export function beginAmendment(context: Context, { act, actor }: By, given: BeginAmendment): Promise<Moved> {
  const { kind, programme, name } = given
  return change(context, act, async (trx, note) => {
    if (!rightsOn(actor, programme).mayEdit) throw new Problem('not-yours-to-do')
    const content = await contentOf(context, trx, given)
    const id = context.newId()
    const now = context.now()
    await trx
      .insertInto('amendments')
      .values({
        id,
        programme,
        name,
        content: JSON.stringify(content),
        status: 'draft',
        revision: 0,
        createdBy: actor.personId,
        createdAt: now,
        changedBy: actor.personId,
        changedAt: now,
        proposedBy: null,
        proposedAt: null,
        publishedBy: null,
        publishedAt: null,
        refusedBy: null,
        refusal: null,
      })
      .execute()
    note({ amendmentId: id, programme, kind })
    return { id, revision: 0 }
  })
}

async function contentOf(
  context: Context,
  trx: Trx,
  { kind, programme, name }: BeginAmendment,
): Promise<AmendmentContent> {
  const there = await findProgramme(trx, programme)
  if (kind === 'programme') {
    if (there)
      throw wrongCode(`There is a programme ${programme} already: ${there.name}. Choose another code`)
    return { ...emptyContent, programme: newProgramme(today(context), name) }
  }
  if (!there) throw wrongCode(`There is no programme ${programme}`)
  return kind === 'year' ? nextYearOf(await loadGround(context, trx, programme)) : emptyContent
}

const wrongCode = (message: string): Problem =>
  new Problem('invalid-request', { errors: [{ field: 'programme', message }] })
