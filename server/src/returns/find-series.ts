/** Where the series of indicators begin: at a major change of the definition, and not at the minor ones since. */
import type { Db, Trx } from '@inclusion/db/open'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'

/** Of each indicator asked that had a major change, the last edition with one, up to the edition asked. */
export async function findSeries(
  db: Db | Trx,
  asked: readonly Pick<IndicatorDefinition, 'indicator' | 'edition'>[],
): Promise<Record<string, number>> {
  if (asked.length === 0) return {}
  const rows = await db
    .selectFrom('indicator_definitions')
    .select(['indicator', 'edition'])
    .where('changeClass', '=', 'major')
    .where('edition', '>', 1)
    .where(
      'indicator',
      'in',
      asked.map(({ indicator }) => indicator),
    )
    .orderBy('edition')
    .execute()
  const editions = new Map(asked.map(({ indicator, edition }) => [indicator, edition]))
  return Object.fromEntries(
    rows
      .filter(({ indicator, edition }) => edition <= (editions.get(indicator) ?? 0))
      .map(({ indicator, edition }) => [indicator, edition]),
  )
}
