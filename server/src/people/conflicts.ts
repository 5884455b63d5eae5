/** A role that conflicts with one the person holds, or is invited to: given only knowingly. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { conflictOf, type RoleOver } from '@inclusion/shared/role-conflicts'
import { roleNames, type Role } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import type { Act } from '../trust/change.ts'
import { mayManage, subjectOf } from './may-manage.ts'
import { scopeInWords, scopeNamesOf } from './scopes.ts'
import { loadActor, membershipsOfEmail } from './store.ts'

type Conflict = RoleOver & { settingGssCode: string | null; why: string }

/** What a new role of this address conflicts with. */
export async function findConflicts(
  context: Context,
  trx: Trx,
  { email, ...over }: RoleOver & { email: string },
): Promise<Conflict[]> {
  const held = await membershipsOfEmail(trx, email, { today: today(context), now: context.now() })
  return held.flatMap((other) => {
    const why = conflictOf(over, other)
    return why === null ? [] : [{ ...other, why }]
  })
}

/**
 * Throws `roles-conflict` with those that whoever invites may know of: a lead learns nothing of a person's roles
 * elsewhere. Those are for the administrator's review of access.
 */
export async function refuseConflicts(
  context: Context,
  trx: Trx,
  { personId }: Act,
  conflicts: readonly Conflict[],
): Promise<void> {
  const actor = personId === null ? null : await loadActor(trx, personId, today(context))
  const known = conflicts.filter((held) => actor === null || mayManage(actor, held.role, subjectOf(held)))
  if (known.length === 0) return
  const words = await Promise.all(
    known.map(async (held) => {
      const scope = scopeInWords(await scopeNamesOf(trx, held))
      return `${roleNames[held.role as Role]}, ${scope}: ${held.why}.`
    }),
  )
  throw new Problem('roles-conflict', { conflicts: words })
}
