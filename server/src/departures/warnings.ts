/**
 * What would be left undone: a role that nobody else holds where it is needed. Nobody is kept in a role against their
 * will, so these warn and ask to be confirmed; only the last administrator cannot go.
 */
import type { Db, Trx } from '@inclusion/db/open'
import type { DepartureWarning } from '@inclusion/shared/departures'
import { covers, roleNames, type Membership, type Subject } from '@inclusion/shared/roles'
import { scopeInWords } from '../people/scopes.ts'
import type { HeldMembership } from './store.ts'

/** Warnings for the memberships that end, given everybody else's. */
export async function findWarnings(
  db: Db | Trx,
  ending: readonly HeldMembership[],
  others: readonly Membership[],
): Promise<DepartureWarning[]> {
  const places = await openPlaces(db)
  return ending.flatMap((membership) => {
    const left = placesOf(membership, places).filter(
      ({ subject }) => !others.some((other) => other.role === membership.role && covers(other, subject)),
    )
    if (left.length === 0) return []
    const { role } = membership
    const scope = scopeInWords(membership)
    const where = [...new Set(left.map(({ words }) => words))]
    return [{ role, scope, text: `${lastOf(role)} ${listed(where)}.` }]
  })
}

type Place = { subject: Subject; words: string; status: string; of: 'borough' | 'setting' }

/** Where each role is needed: for filers where a return is open, for evaluators where one waits for review. */
const placesOf = (membership: HeldMembership, places: readonly Place[]): Place[] =>
  places.filter(
    ({ of, status, subject }) =>
      of === (membership.role === 'head' ? 'setting' : 'borough') &&
      isNeeded(membership.role, status) &&
      covers(membership, subject),
  )

function isNeeded(role: Membership['role'], status: string): boolean {
  if (role === 'evaluator') return status === 'submitted'
  return ['lead', 'certifier', 'head'].includes(role)
}

const consequences: Partial<Record<Membership['role'], string>> = {
  lead: 'nobody else can fill in and send the open returns of',
  certifier: 'nobody else can sign the open returns of',
  head: 'nobody else reports as head of',
  evaluator: 'nobody else can review what waits of',
}

const lastOf = (role: Membership['role']): string =>
  `This is the last ${roleNames[role]}: ${consequences[role] ?? 'nobody else holds this role for'}`

function listed(words: readonly string[]): string {
  if (words.length > 4) return `${words.slice(0, 3).join('; ')} and ${words.length - 3} more`
  return words.join('; ')
}

/** The grants, and their settings, with a return that is not accepted. */
async function openPlaces(db: Db | Trx): Promise<Place[]> {
  const open = db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .where('returns.status', '<>', 'accepted')
  const [boroughs, settings] = await Promise.all([
    open
      .innerJoin('programmes', 'programmes.code', 'grants.programme')
      .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
      .select(['grants.programme', 'grants.gssCode', 'returns.status'])
      .select(['authorities.name as authorityName', 'programmes.name as programmeName'])
      .distinct()
      .orderBy('authorities.name')
      .orderBy('programmes.name')
      .execute(),
    open
      .innerJoin('setting_reports', 'setting_reports.returnId', 'returns.id')
      .innerJoin('settings', 'settings.urn', 'setting_reports.urn')
      .select(['grants.programme', 'grants.gssCode', 'returns.status', 'settings.urn', 'settings.name'])
      .distinct()
      .orderBy('settings.name')
      .execute(),
  ])
  return [
    ...boroughs.map(({ programme, gssCode, status, ...names }) => ({
      of: 'borough' as const,
      subject: {
        programme,
        gssCode,
      },
      status,
      words: `${names.authorityName}, ${names.programmeName}`,
    })),
    ...settings.map(({ programme, gssCode, status, urn, name }) => ({
      of: 'setting' as const,
      subject: {
        programme,
        gssCode,
        urns: [urn],
      },
      status,
      words: name,
    })),
  ]
}
