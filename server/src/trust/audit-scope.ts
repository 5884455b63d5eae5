/**
 * Which events somebody may read: all of them, or, where a role is over one programme, only those about its returns,
 * its windows, its service level and itself. An event that is about another's return too is not theirs.
 */
import { sql, type ExpressionBuilder } from 'kysely'
import type { Db } from '@inclusion/db/open'
import type { Tables } from '@inclusion/db/tables/tables'
import { allowed, type Actor } from '@inclusion/shared/roles'

type Over = { programme: string | null; gssCode: string | null }
export type AuditScope = 'all' | readonly Over[]

/** What an actor's roles let them read. */
export function auditScopeOf({ memberships }: Actor): AuditScope {
  const own = memberships.filter(({ role, urn }) => allowed['audit.see'].includes(role) && urn === null)
  const isWhole = own.some(({ programme, gssCode }) => programme === null && gssCode === null)
  return isWhole ? 'all' : own
}

/** The condition that an event at a position is within a scope. */
export function withinScope(
  db: Db,
  scope: Exclude<AuditScope, 'all'>,
  position: ReturnType<typeof sql.ref<number>> = sql.ref<number>('audit_events.position'),
) {
  return (eb: ExpressionBuilder<Tables, 'audit_events'>) => {
    const returns = db
      .selectFrom('audit_subjects as scoped')
      .select('scoped.position')
      .where('scoped.position', '=', position)
      .where('scoped.key', 'like', 'return:%')
    const isOwn = (of: ExpressionBuilder<{ scoped: Tables['audit_subjects'] }, 'scoped'>) =>
      of.or(scope.map((over) => of('scoped.key', 'like', keyLike(over))))
    return eb.or([
      ...subjectsLike(scope).map((like) => eb('audit_events.subject', 'like', like)),
      eb.and([eb.exists(returns.where(isOwn)), eb.not(eb.exists(returns.where((of) => of.not(isOwn(of)))))]),
    ])
  }
}

const keyLike = ({ programme, gssCode }: Over): string => `return:${programme ?? '%'}-${gssCode ?? '%'}-%`

const subjectsLike = (scope: readonly Over[]): string[] =>
  scope.flatMap(({ programme, gssCode }) =>
    programme !== null && gssCode === null
      ? [`programme:${programme}`, `window:${programme}-%`, `service-level:${programme}`]
      : [],
  )
