/** SQL of departures: the memberships that end, those who could take over, and what was recorded. */
import type { Selectable } from 'kysely'
import { engineOf } from '@inclusion/db/engine'
import type { Db, Trx } from '@inclusion/db/open'
import type { DepartureRow } from '@inclusion/db/tables/people'
import { heldKinds, type HeldKind } from '@inclusion/shared/departures'
import type { Membership } from '@inclusion/shared/roles'
import type { LocalDate } from '@inclusion/shared/time'

export type HeldMembership = Membership & {
  id: string
  personId: string
  settingGssCode: string | null
  settingName: string | null
  authorityName: string | null
  programmeName: string | null
  departureId: string | null
}

const memberships = (db: Db | Trx) =>
  db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .leftJoin('settings', 'settings.urn', 'memberships.urn')
    .leftJoin('authorities', 'authorities.gssCode', 'memberships.gssCode')
    .leftJoin('programmes', 'programmes.code', 'memberships.programme')
    .select(['memberships.id', 'memberships.personId', 'memberships.role', 'memberships.programme'])
    .select(['memberships.gssCode', 'memberships.urn', 'memberships.startsOn', 'memberships.endsBefore'])
    .select(['memberships.departureId', 'settings.gssCode as settingGssCode', 'settings.name as settingName'])
    .select(['authorities.name as authorityName', 'programmes.name as programmeName'])

/** Memberships of a person that have not ended on a day, those that have yet to begin included. */
export const membershipsOf = (db: Db | Trx, personId: string, on: LocalDate): Promise<HeldMembership[]> =>
  memberships(db)
    .where('memberships.personId', '=', personId)
    .where((eb) => eb.or([eb('memberships.endsBefore', 'is', null), eb('memberships.endsBefore', '>', on)]))
    .orderBy('memberships.id')
    .execute()

/** Memberships of everybody else who can sign in, in force on a day and, where asked, without an end. */
export const membershipsOfOthers = (
  db: Db | Trx,
  personId: string,
  on: LocalDate,
): Promise<(HeldMembership & { name: string })[]> =>
  memberships(db)
    .select('people.name')
    .where('memberships.personId', '<>', personId)
    .where('people.suspendedAt', 'is', null)
    .where('memberships.startsOn', '<=', on)
    .where((eb) => eb.or([eb('memberships.endsBefore', 'is', null), eb('memberships.endsBefore', '>', on)]))
    .orderBy('people.name')
    .orderBy('memberships.id')
    .execute()

export const findPerson = (db: Db | Trx, personId: string) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'suspendedAt'])
    .where('id', '=', personId)
    .executeTakeFirst()

/** One departure of a person is recorded at a time. Rows that only name the person are not held up by it. */
export async function lockPerson(trx: Trx, personId: string): Promise<void> {
  const query = trx.selectFrom('people').select('id').where('id', '=', personId)
  if (engineOf(trx) === 'postgres') await query.forNoKeyUpdate().execute()
}

export type Departure = Selectable<DepartureRow>
export type Heirs = Partial<Record<HeldKind, string | null>>

/** Departures that have not taken effect: all of them, or a person's. */
export function waitingDepartures(db: Db | Trx, personId?: string): Promise<Departure[]> {
  let query = db
    .selectFrom('departures')
    .selectAll()
    .where('doneAt', 'is', null)
    .where('cancelledAt', 'is', null)
  if (personId !== undefined) query = query.where('personId', '=', personId)
  return query.orderBy('endsBefore').orderBy('id').execute()
}

export async function insertDeparture(trx: Trx, row: Departure, heirs: Heirs): Promise<void> {
  await trx.insertInto('departures').values(row).execute()
  const rows = heldKinds.flatMap((kind) =>
    kind in heirs ? [{ departureId: row.id, kind, personId: heirs[kind] ?? null }] : [],
  )
  if (rows.length > 0) await trx.insertInto('departure_heirs').values(rows).execute()
}

export async function findHeirs(db: Db | Trx, departureId: string): Promise<Heirs> {
  const rows = await db
    .selectFrom('departure_heirs')
    .select(['kind', 'personId'])
    .where('departureId', '=', departureId)
    .execute()
  return Object.fromEntries(rows.map(({ kind, personId }) => [kind, personId]))
}
