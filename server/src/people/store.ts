/** People, their memberships and sessions in the database. */
import type { ExpressionBuilder } from 'kysely'
import { engineOf } from '@inclusion/db/engine'
import type { Db, Trx } from '@inclusion/db/open'
import type { Tables } from '@inclusion/db/tables/tables'
import type { Actor, Membership } from '@inclusion/shared/roles'
import type { Instant, LocalDate } from '@inclusion/shared/time'

const membershipColumns = [
  'memberships.role',
  'memberships.programme',
  'memberships.gssCode',
  'memberships.urn',
  'memberships.startsOn',
  'memberships.endsBefore',
] as const

/** Half-open, like every range here: in force on its first day, no longer on `endsBefore`. */
const inForce = (today: LocalDate) => (eb: ExpressionBuilder<Tables, 'memberships'>) =>
  eb.and([
    eb('memberships.startsOn', '<=', today),
    eb.or([eb('memberships.endsBefore', 'is', null), eb('memberships.endsBefore', '>', today)]),
  ])

/** A person who is not suspended, with the memberships in force on a day; null when there is none. */
export async function loadActor(db: Db | Trx, personId: string, today: LocalDate): Promise<Actor | null> {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .where('suspendedAt', 'is', null)
    .executeTakeFirst()
  if (!person) return null
  const memberships = await membershipsInForce(db, personId, today)
  return { personId: person.id, name: person.name, memberships }
}

export async function membershipsInForce(
  db: Db | Trx,
  personId: string,
  today: LocalDate,
): Promise<Membership[]> {
  return db
    .selectFrom('memberships')
    .select(membershipColumns)
    .where('personId', '=', personId)
    .where(inForce(today))
    .orderBy('id')
    .execute()
}

/** The roles that an address holds or is invited to, those that have yet to begin included. */
export async function membershipsOfEmail(
  db: Db | Trx,
  email: string,
  { today, now }: { today: LocalDate; now: Instant },
) {
  const held = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .leftJoin('settings', 'settings.urn', 'memberships.urn')
    .select(['memberships.role', 'memberships.programme', 'memberships.gssCode', 'memberships.urn'])
    .select('settings.gssCode as settingGssCode')
    .where('people.email', '=', email)
    .where((eb) =>
      eb.or([eb('memberships.endsBefore', 'is', null), eb('memberships.endsBefore', '>', today)]),
    )
    .orderBy('memberships.id')
    .execute()
  const offered = await db
    .selectFrom('invitations')
    .leftJoin('settings', 'settings.urn', 'invitations.urn')
    .select(['invitations.role', 'invitations.programme', 'invitations.gssCode', 'invitations.urn'])
    .select('settings.gssCode as settingGssCode')
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('invitations.id')
    .execute()
  return [...held, ...offered]
}

export type LiveSession = { updatedAt: Instant }
export type SessionKey = { token: string; now: Instant; startedAfter: Instant; today: LocalDate }

/** The actor of a session that has not ended, in one statement; null for any other token. */
export async function actorOfSession(
  db: Db,
  { token, now, startedAfter, today }: SessionKey,
): Promise<{ actor: Actor; session: LiveSession } | null> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.personId', '=', 'people.id').on(inForce(today)),
    )
    .select(['people.id as personId', 'people.name', 'sessions.updatedAt', ...membershipColumns])
    .where('sessions.token', '=', token)
    .where('sessions.expiresAt', '>', now)
    .where('sessions.createdAt', '>', startedAfter)
    .where('people.suspendedAt', 'is', null)
    .orderBy('memberships.id')
    .execute()
  const first = rows[0]
  if (!first) return null
  const memberships = rows.flatMap(({ role, programme, gssCode, urn, startsOn, endsBefore }) =>
    role === null || startsOn === null ? [] : [{ role, programme, gssCode, urn, startsOn, endsBefore }],
  )
  return {
    actor: { personId: first.personId, name: first.name, memberships },
    session: { updatedAt: first.updatedAt },
  }
}

export async function renewSession(
  db: Db,
  { token, updatedAt, expiresAt }: { token: string; updatedAt: Instant; expiresAt: Instant },
): Promise<void> {
  await db.updateTable('sessions').set({ updatedAt, expiresAt }).where('token', '=', token).execute()
}

/**
 * How many administrators there would be without this person. On PostgreSQL their rows are locked, so two
 * administrators cannot remove each other at the same moment.
 */
export async function otherAdministrators(trx: Trx, personId: string, today: LocalDate): Promise<number> {
  const query = trx
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select('people.id')
    .where('memberships.role', '=', 'administrator')
    .where('people.suspendedAt', 'is', null)
    .where(inForce(today))
    // Whose role has an end cannot be the one who stays.
    .where('memberships.endsBefore', 'is', null)
    .orderBy('memberships.id')
  const rows = await (engineOf(trx) === 'postgres' ? query.forUpdate() : query).execute()
  return new Set(rows.map(({ id }) => id).filter((id) => id !== personId)).size
}

/** Every membership that has begun or will begin and has not ended, with its person. */
export async function listMemberships(db: Db, today: LocalDate) {
  return db
    .selectFrom('people')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.personId', '=', 'people.id')
        .on((eb) =>
          eb.or([eb('memberships.endsBefore', 'is', null), eb('memberships.endsBefore', '>', today)]),
        ),
    )
    .leftJoin('settings', 'settings.urn', 'memberships.urn')
    .leftJoin('authorities', 'authorities.gssCode', 'memberships.gssCode')
    .leftJoin('programmes', 'programmes.code', 'memberships.programme')
    .select(['people.id as personId', 'people.name', 'people.email', 'people.jobTitle', 'people.suspendedAt'])
    .leftJoin('people as reviewers', 'reviewers.id', 'memberships.reviewedBy')
    .select(['people.invented', 'memberships.id as membershipId', ...membershipColumns])
    .select(['memberships.reviewedAt', 'reviewers.name as reviewedBy', 'memberships.departureId'])
    .select(['settings.name as settingName', 'settings.gssCode as settingGssCode'])
    .select(['authorities.name as authorityName', 'programmes.name as programmeName'])
    .orderBy('people.name')
    .orderBy('people.id')
    .orderBy('memberships.id')
    .execute()
}

export type ListedMembership = Awaited<ReturnType<typeof listMemberships>>[number]

/** Invitations that nobody has accepted or withdrawn: those that have run out can be sent again. */
export async function listInvitations(db: Db) {
  return db
    .selectFrom('invitations')
    .leftJoin('settings', 'settings.urn', 'invitations.urn')
    .leftJoin('authorities', 'authorities.gssCode', 'invitations.gssCode')
    .leftJoin('programmes', 'programmes.code', 'invitations.programme')
    .leftJoin('people', 'people.id', 'invitations.invitedBy')
    .select(['invitations.id as invitationId', 'invitations.email', 'invitations.name', 'invitations.role'])
    .select(['invitations.programme', 'invitations.gssCode', 'invitations.urn', 'invitations.expiresAt'])
    .select(['settings.gssCode as settingGssCode', 'settings.name as settingName'])
    .select(['authorities.name as authorityName', 'programmes.name as programmeName'])
    .select(['invitations.endsBefore', 'people.name as invitedBy'])
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('invitations.id')
    .execute()
}
