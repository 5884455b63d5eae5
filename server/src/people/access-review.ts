/** Who can see what, when they last used it, and whether somebody confirmed that it is still right. */
import * as z from 'zod'
import type { Db } from '@inclusion/db/open'
import { daysOfEndingSoon, reviewDueOn, showsUse } from '@inclusion/shared/access'
import { conflictsAmong } from '@inclusion/shared/role-conflicts'
import { holds, Role, roleNames, type Actor } from '@inclusion/shared/roles'
import { storableText } from '@inclusion/shared/text'
import { addDays, londonDate, type LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { mayManage, subjectOf } from './may-manage.ts'
import { scopeInWords } from './scopes.ts'
import { listMemberships, type ListedMembership } from './store.ts'

export const AccessFilter = z.object({
  programme: storableText(10).optional(),
  gssCode: storableText(9).optional(),
  role: Role.optional(),
  /** Only those with something to look at. */
  only: z.enum(['overdue', 'never-used', 'ending-soon', 'conflicts']).optional(),
})
export type AccessFilter = z.infer<typeof AccessFilter>

export type AccessRole = {
  membershipId: string
  role: Role
  scope: string
  startsOn: LocalDate
  endsBefore: LocalDate | null
  endsSoon: boolean
  /** The last act of this role since it began; null where it was never used. */
  lastUsedAt: string | null
  reviewedAt: string | null
  reviewedBy: string | null
  dueOn: LocalDate
  isOverdue: boolean
}

export type AccessLine = {
  personId: string
  name: string
  email: string
  jobTitle: string | null
  suspended: boolean
  lastSignInAt: string | null
  lastActAt: string | null
  roles: AccessRole[]
  /** Roles of theirs that check each other, in words. */
  conflicts: string[]
  /** Whether this reader may confirm them: somebody else's, and roles there are. */
  mayConfirm: boolean
}

/** Everybody in the actor's scope who meets the filter: for a lead, those whose roles the lead manages. */
export async function reviewAccess(
  context: Context,
  actor: Actor,
  filter: AccessFilter,
): Promise<AccessLine[]> {
  const on = today(context)
  const [rows, uses] = await Promise.all([listMemberships(context.db, on), findUses(context.db)])
  const everybody = holds(actor, 'people.administer')
  return [...Map.groupBy(rows, ({ personId }) => personId).values()]
    .map((own) => lineOf(own, { actor, on, uses }))
    .filter(({ roles }) => everybody || roles.length > 0)
    .filter((line) => meets(line, filter, rows))
}

type Use = { action: string; at: string }
type Reading = { actor: Actor; on: LocalDate; uses: ReadonlyMap<string, readonly Use[]> }

function lineOf(rows: readonly ListedMembership[], { actor, on, uses }: Reading): AccessLine {
  const { personId, name, email, jobTitle, suspendedAt } = rows[0]!
  const own = uses.get(personId) ?? []
  const managed = rows.flatMap((row) => {
    const { membershipId, role, startsOn } = row
    if (membershipId === null || role === null || startsOn === null) return []
    return mayManage(actor, role, subjectOf(row)) ? [{ ...row, membershipId, role, startsOn }] : []
  })
  return {
    personId,
    name,
    email,
    jobTitle,
    suspended: suspendedAt !== null,
    lastSignInAt: latest(own.filter(({ action }) => action === 'sign-in')),
    lastActAt: latest(own),
    roles: managed.map((row) =>
      roleOf(row, {
        own,
        on,
      }),
    ),
    conflicts: conflictsAmong(managed).map(
      ({ one, other, why }) => `${wordsOf(one)} and ${wordsOf(other)}: ${why}`,
    ),
    mayConfirm: personId !== actor.personId && managed.length > 0,
  }
}

type Managed = ListedMembership & { membershipId: string; role: Role; startsOn: string }

const wordsOf = (row: Managed): string => `${roleNames[row.role]}, ${scopeInWords(row)}`

function roleOf(row: Managed, { own, on }: { own: readonly Use[]; on: LocalDate }): AccessRole {
  const { membershipId, role, startsOn, endsBefore, reviewedAt, reviewedBy } = row
  const dueOn = reviewDueOn({ startsOn, reviewedOn: reviewedAt === null ? null : londonDate(reviewedAt) })
  const used = own.filter(({ action, at }) => showsUse(role, action) && londonDate(at) >= startsOn)
  return {
    membershipId,
    role,
    scope: scopeInWords(row),
    startsOn,
    endsBefore,
    endsSoon: endsBefore !== null && endsBefore <= addDays(on, daysOfEndingSoon),
    lastUsedAt: latest(used),
    reviewedAt,
    reviewedBy,
    dueOn,
    isOverdue: dueOn <= on,
  }
}

const latest = (uses: readonly Use[]): string | null =>
  uses.reduce<string | null>((last, { at }) => (last === null || at > last ? at : last), null)

/** The latest of each kind of act of each person, read from an index that holds nothing else. */
async function findUses(db: Db): Promise<Map<string, Use[]>> {
  const rows = await db
    .selectFrom('audit_events')
    .select(['personId', 'action'])
    .select(({ fn }) => fn.max('at').as('at'))
    .where('personId', 'is not', null)
    .groupBy(['personId', 'action'])
    .execute()
  return Map.groupBy(rows, ({ personId }) => personId!)
}

function meets(
  { personId, roles, conflicts }: AccessLine,
  { programme, gssCode, role, only }: AccessFilter,
  rows: readonly ListedMembership[],
): boolean {
  const shown = new Map(roles.map((held) => [held.membershipId, held]))
  const fit = rows.filter(
    (row) =>
      row.personId === personId &&
      row.membershipId !== null &&
      shown.has(row.membershipId) &&
      (!programme || row.programme === null || row.programme === programme) &&
      (!gssCode || (row.settingGssCode ?? row.gssCode) === gssCode) &&
      (!role || row.role === role),
  )
  const isNarrowed = Boolean(programme ?? gssCode ?? role)
  if (isNarrowed && fit.length === 0) return false
  const among = isNarrowed ? fit.map(({ membershipId }) => shown.get(membershipId!)!) : roles
  if (only === 'overdue') return among.some(({ isOverdue }) => isOverdue)
  if (only === 'never-used') return among.some(({ lastUsedAt }) => lastUsedAt === null)
  if (only === 'ending-soon') return among.some(({ endsSoon }) => endsSoon)
  return only !== 'conflicts' || conflicts.length > 0
}
