/** From when on the level that a return begins with stood fast: it is carried from the return before, and not typed. */
import type { Db } from '@inclusion/db/open'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { previousPeriod, type PeriodId } from '@inclusion/shared/periods'
import { returnId as idOf } from '@inclusion/shared/returns'
import { findCarried } from './carried-levels.ts'

type Asked = {
  returnId: string
  periodId: PeriodId
  locator: Locator
  definitions: readonly IndicatorDefinition[]
}

/** The event of the trail that first accepted what is carried; null of a figure that is not carried. */
export async function carriedSince(
  db: Db,
  { returnId, periodId, locator, definitions: asked }: Asked,
): Promise<number | null> {
  const place = readLocator(locator)
  if (place.kind !== 'figure' || place.urn !== null || place.dimension !== null) return null
  const definition = asked.find(({ indicator }) => indicator === place.indicator)
  if (definition?.derivation?.kind !== 'carried') return null
  const { grantId } = await db
    .selectFrom('returns')
    .select('grantId')
    .where('id', '=', returnId)
    .executeTakeFirstOrThrow()
  if (!(await findCarried(db, { grantId, periodId, asked })).has(place.indicator)) return null
  const { position } = await db
    .selectFrom('audit_subjects')
    .innerJoin('audit_events', 'audit_events.position', 'audit_subjects.position')
    .select(({ fn }) => fn.min('audit_events.position').as('position'))
    .where('key', '=', `return:${idOf(grantId, previousPeriod(periodId))}`)
    .where('action', '=', 'return.accept')
    .executeTakeFirstOrThrow()
  return position
}
