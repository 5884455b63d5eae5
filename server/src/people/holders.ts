/** Who holds a role over something today: whom to write to, and whether a setting has a head. */
import type { Db, Trx } from '@inclusion/db/open'
import { covers, type Membership, type Role, type Subject } from '@inclusion/shared/roles'
import type { LocalDate } from '@inclusion/shared/time'

export type Holder = { personId: string; email: string }

/** People with one of the roles in force on a day, whose scope covers the subject; each person once. */
export async function holdersOf(
  db: Db | Trx,
  roles: readonly Role[],
  { on, ...subject }: Subject & { on: LocalDate },
): Promise<Holder[]> {
  if (roles.length === 0) return []
  const rows = await inForce(db, roles, on)
  const holders = rows.filter((row) => covers(row satisfies Membership, subject))
  return [...new Map(holders.map(({ personId, email }) => [personId, { personId, email }])).values()]
}

/** The settings, of those given, that have a head in force who can sign in. */
export async function activeHeads(
  db: Db | Trx,
  { urns, programme, on }: { urns: readonly string[]; programme: string; on: LocalDate },
): Promise<Set<string>> {
  if (urns.length === 0) return new Set()
  const rows = await inForce(db, ['head'], on)
  return new Set(urns.filter((urn) => rows.some((row) => covers(row, { programme, urns: [urn] }))))
}

/** Every membership of some roles in force on a day, of people who can sign in: to be asked of many subjects. */
export function inForce(db: Db | Trx, roles: readonly Role[], on: LocalDate) {
  return db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['personId', 'email', 'role', 'programme', 'gssCode', 'urn', 'startsOn', 'endsBefore'])
    .where('role', 'in', roles)
    .where('people.suspendedAt', 'is', null)
    .where('startsOn', '<=', on)
    .where((eb) => eb.or([eb('endsBefore', 'is', null), eb('endsBefore', '>', on)]))
    .orderBy('personId')
    .execute()
}
