/**
 * How far the returns that are still open are: counted in SQL from what is asked and what is answered, and nothing
 * of it stored, so that it cannot go stale. A return that is filed has no blank figure, so it is not counted.
 */
import type { Db } from '@inclusion/db/open'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator, settingOf } from '@inclusion/shared/locators'
import { previousPeriod, type PeriodId } from '@inclusion/shared/periods'
import { countProgress, type Progress } from '@inclusion/shared/progress'
import { parseDefinition } from '../framework/store.ts'

/** The progress of each return, in five queries however many there are. */
export async function findProgress(
  db: Db,
  returns: readonly { id: string; periodId: PeriodId }[],
): Promise<Map<string, Progress>> {
  if (returns.length === 0) return new Map()
  const returnIds = returns.map(({ id }) => id)
  const items = Map.groupBy(await findItems(db, returnIds), ({ returnId }) => returnId)
  const answered = new Set((await findAnswered(db, returnIds)).map(placeOf))
  const reports = Map.groupBy(await findReports(db, returnIds), ({ returnId }) => returnId)
  const definitions = await readDefinitions(db, [...items.values()].flat())
  for (const place of await findCarried(db, returns, [...definitions.values()])) answered.add(place)
  return new Map(
    returnIds.map((returnId) => {
      const asked = (items.get(returnId) ?? []).flatMap(
        ({ definitionId }) => definitions.get(definitionId) ?? [],
      )
      const settings = reports.get(returnId) ?? []
      const signedOff = new Set(settings.flatMap(({ urn, status }) => (status === 'signed-off' ? [urn] : [])))
      // A report that is signed off has no blank figure: its head could not have signed it.
      const isIn = (locator: string): boolean =>
        settingOf(locator) === null
          ? answered.has(placeOf({ returnId, locator }))
          : signedOff.has(settingOf(locator)!)
      return [returnId, countProgress(asked, settings, isIn)]
    }),
  )
}

const placeOf = ({ returnId, locator }: { returnId: string; locator: string }): string =>
  `${returnId} ${locator}`

const findItems = (db: Db, returnIds: readonly string[]) =>
  db
    .selectFrom('return_items')
    .select(['returnId', 'definitionId'])
    .where('returnId', 'in', returnIds)
    .execute()

/** The authority's own totals that say something: what `isAnswered` asks of a figure. */
const findAnswered = (db: Db, returnIds: readonly string[]) =>
  db
    .selectFrom('data_points')
    .select(['returnId', 'locator'])
    .where('returnId', 'in', returnIds)
    .where('urn', 'is', null)
    .where('category', 'is', null)
    .where((eb) =>
      eb.or([
        eb('value', 'is not', null),
        eb('numerator', 'is not', null),
        eb('denominator', 'is not', null),
        eb('text', 'is not', null),
        eb('missing', 'is not', null),
      ]),
    )
    .execute()

const findReports = (db: Db, returnIds: readonly string[]) =>
  db
    .selectFrom('setting_reports')
    .innerJoin('returns', 'returns.id', 'setting_reports.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .select(['returnId', 'urn', 'setting_reports.status', 'missingReason'])
    .where('returnId', 'in', returnIds)
    .where('programmes.settingsReport', '=', 1)
    .execute()

/** A definition never changes, so each is read once. */
async function readDefinitions(db: Db, items: readonly { definitionId: string }[]) {
  const ids = [...new Set(items.map(({ definitionId }) => definitionId))]
  if (ids.length === 0) return new Map<string, IndicatorDefinition>()
  const rows = await db
    .selectFrom('indicator_definitions')
    .select(['id', 'definition'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, definition }) => [id, parseDefinition(id, definition)]))
}

/**
 * The places whose figure is carried on from the period before, where one was accepted, and its definition had no
 * major change since: what `isCarried` asks of a figure.
 */
async function findCarried(
  db: Db,
  returns: readonly { id: string; periodId: PeriodId }[],
  definitions: readonly IndicatorDefinition[],
): Promise<string[]> {
  const into = new Map(
    definitions.flatMap(({ indicator, derivation }) =>
      derivation?.kind === 'carried' ? [[figureLocator(derivation.from), indicator] as const] : [],
    ),
  )
  if (into.size === 0) return []
  const rows = await db
    .selectFrom('returns')
    .innerJoin('returns as earlier', 'earlier.grantId', 'returns.grantId')
    .innerJoin('accepted_points', 'accepted_points.returnId', 'earlier.id')
    .select(['returns.id', 'returns.periodId', 'earlier.periodId as earlierId', 'locator'])
    .where(
      'returns.id',
      'in',
      returns.map(({ id }) => id),
    )
    .where('earlier.periodId', 'in', [...new Set(returns.map(({ periodId }) => previousPeriod(periodId)))])
    .where('locator', 'in', [...into.keys()])
    .where('value', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('return_items as asked')
            .innerJoin('return_items as asked_before', 'asked_before.indicator', 'asked.indicator')
            .innerJoin('indicator_definitions as now', 'now.id', 'asked.definitionId')
            .innerJoin('indicator_definitions as before', 'before.id', 'asked_before.definitionId')
            .innerJoin('indicator_definitions as major', 'major.indicator', 'asked.indicator')
            .select('major.id')
            .whereRef('asked.returnId', '=', 'returns.id')
            .whereRef('asked_before.returnId', '=', 'earlier.id')
            .whereRef('asked.indicator', '=', 'accepted_points.indicator')
            .where('major.changeClass', '=', 'major')
            .whereRef('major.edition', '>', 'before.edition')
            .whereRef('major.edition', '<=', 'now.edition'),
        ),
      ),
    )
    .execute()
  return rows
    .filter(({ periodId, earlierId }) => previousPeriod(periodId) === earlierId)
    .map(({ id, locator }) => placeOf({ returnId: id, locator: figureLocator(into.get(locator)!) }))
}
