/** SQL of settings: what is recorded of them, and their part in grants. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Part } from '@inclusion/shared/settings/reporting'
import type { Place } from '@inclusion/shared/settings/succession'
import type { LocalDate } from '@inclusion/shared/time'

export type Setting = Place & {
  laestab: string
  type: string | null
  gssCode: string
  authority: string
  source: string
  revision: number
}

/** Every setting there ever was, by name. */
export function findSettings(db: Db | Trx): Promise<Setting[]> {
  return db
    .selectFrom('settings')
    .innerJoin('authorities', 'authorities.gssCode', 'settings.gssCode')
    .select(['urn', 'laestab', 'settings.name', 'type', 'settings.gssCode', 'authorities.name as authority'])
    .select(['openedOn', 'closedOn', 'successorUrn', 'succeededOn', 'source', 'revision'])
    .orderBy('settings.name')
    .orderBy('urn')
    .execute()
}

/** A setting's part in a grant, with the borough it serves by it. */
export type PartInGrant = Part & {
  grantId: string
  programme: string
  programmeName: string
  gssCode: string
  authority: string
}

/**
 * Parts in the grants of programmes that settings report to; of some settings or of some grants when named.
 * A part that ends on the day it starts was recorded wrongly: it is none.
 */
export function findParts(
  db: Db | Trx,
  { urns, grantIds }: { urns?: readonly string[]; grantIds?: readonly string[] } = {},
): Promise<PartInGrant[]> {
  let query = db
    .selectFrom('grant_settings')
    .innerJoin('grants', 'grants.id', 'grant_settings.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['grantId', 'urn', 'grant_settings.startsOn', 'grant_settings.endsBefore'])
    .select(['grants.programme', 'programmes.name as programmeName'])
    .select(['grants.gssCode', 'authorities.name as authority'])
    .where('programmes.settingsReport', '=', 1)
    .where((where) =>
      where.or([
        where('grant_settings.endsBefore', 'is', null),
        where('grant_settings.endsBefore', '>', where.ref('grant_settings.startsOn')),
      ]),
    )
  if (urns) query = query.where('urn', 'in', urns)
  if (grantIds) query = query.where('grantId', 'in', grantIds)
  return query.orderBy('authorities.name').orderBy('grant_settings.startsOn').execute()
}

export type StoredPart = Part & { grantId: string }

/** Writes a part, or gives the one that starts on its day another end. */
export async function storePart(trx: Trx, { grantId, urn, startsOn, endsBefore }: StoredPart): Promise<void> {
  await trx
    .insertInto('grant_settings')
    .values({ grantId, urn, startsOn, endsBefore })
    .onConflict((conflict) => conflict.columns(['grantId', 'urn', 'startsOn']).doUpdateSet({ endsBefore }))
    .execute()
}

export type ServedGrant = {
  id: string
  programme: string
  programmeName: string
  gssCode: string
  authority: string
}

/** The grants that a setting can take part in: of programmes that settings report to. */
export function findGrants(db: Db | Trx): Promise<ServedGrant[]> {
  return db
    .selectFrom('grants')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['grants.id', 'grants.programme', 'programmes.name as programmeName'])
    .select(['grants.gssCode', 'authorities.name as authority'])
    .where('programmes.settingsReport', '=', 1)
    .where('grants.status', '=', 'active')
    .orderBy('authorities.name')
    .orderBy('programmes.name')
    .execute()
}

export type HeadOfSetting = { name: string; urn: string }

/** The heads in force of some settings, by name. */
export async function findHeads(
  db: Db | Trx,
  { urns, on }: { urns: readonly string[]; on: LocalDate },
): Promise<HeadOfSetting[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.name', 'urn'])
    .distinct()
    .where('role', '=', 'head')
    .where('urn', 'in', urns)
    .where('people.suspendedAt', 'is', null)
    .where('startsOn', '<=', on)
    .where((where) => where.or([where('endsBefore', 'is', null), where('endsBefore', '>', on)]))
    .orderBy('people.name')
    .execute()
  return rows.flatMap(({ name, urn }) => (urn === null ? [] : [{ name, urn }]))
}
