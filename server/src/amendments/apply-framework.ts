/** The framework's part of an amendment: indicators in their places, editions, identities. */
import type { Trx } from '@inclusion/db/open'
import { newEditions } from '@inclusion/shared/framework/amended'
import type { AmendmentContent } from '@inclusion/shared/framework/amendment'
import { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { everyDefinition } from '../framework/store.ts'

type Given = { programme: string; content: AmendmentContent }

export async function applyFramework(
  trx: Trx,
  { programme, content }: Given,
): Promise<{ definitions: number; identities: number }> {
  const editions = newEditions(content, await everyDefinition(trx, programme))
  for (const { definition, after } of editions) {
    if (after !== undefined) await placeIndicator(trx, programme, { code: definition.indicator, after })
    await writeDefinition(trx, definition)
  }
  for (const identity of content.identities) {
    const { id, effectiveFrom } = identity
    await trx
      .insertInto('identities')
      .values({ id, programme, effectiveFrom, identity: JSON.stringify(identity) })
      .execute()
  }
  for (const { id, from } of content.endedIdentities)
    await trx.updateTable('identities').set({ endsFrom: from }).where('id', '=', id).execute()
  return { definitions: editions.length, identities: content.identities.length }
}

async function writeDefinition(trx: Trx, given: IndicatorDefinition): Promise<void> {
  const definition = IndicatorDefinition.parse(given)
  const { indicator, edition, effectiveFrom, changeClass } = definition
  await trx
    .insertInto('indicator_definitions')
    .values({
      indicator,
      edition,
      effectiveFrom,
      changeClass,
      id: `${indicator}.${edition}`,
      definition: JSON.stringify(definition),
    })
    .execute()
}

/** Out of the way of every place there is, so that no two meet while they move. */
const aside = 1_000_000

/**
 * Puts a new indicator behind another, or at the end where that is null. Those behind it move on by one: in a return
 * that was opened before, they stand in the order they stood in.
 */
async function placeIndicator(
  trx: Trx,
  programme: string,
  { code, after }: { code: string; after: string | null },
): Promise<void> {
  const places = await trx
    .selectFrom('indicators')
    .select(['code', 'position'])
    .where('programme', '=', programme)
    .execute()
  const last = Math.max(0, ...places.map(({ position }) => position))
  const before = places.find((place) => place.code === after)?.position ?? last
  if (before < last) {
    for (const step of [aside, 1 - aside])
      await trx
        .updateTable('indicators')
        .set(({ eb }) => ({ position: eb('position', '+', step) }))
        .where('programme', '=', programme)
        .where('position', '>', before)
        .execute()
  }
  await trx
    .insertInto('indicators')
    .values({ code, programme, position: before + 1 })
    .execute()
}
