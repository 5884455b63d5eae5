/**
 * Roles that one person holds together only knowingly: whoever fills in, signs or reports what they would also review,
 * and whoever sends what they would also sign. The acts themselves are refused to one person in two duties whatever
 * roles they hold; here it is said before it comes to that.
 */
import type { Role } from './roles.ts'

export type RoleOver = { role: string; programme: string | null; gssCode: string | null; urn: string | null }

type Pair = readonly [Role, Role, string]

const pairs: readonly Pair[] = [
  ['evaluator', 'lead', 'they would review what they file'],
  ['evaluator', 'certifier', 'they would review what they sign'],
  ['evaluator', 'head', 'they would review what they report'],
  ['lead', 'certifier', 'they would sign what they send'],
]

const meet = (left: string | null, right: string | null) => left === null || right === null || left === right

/** Whether two scopes have anything in common. A setting's authority is not known here: a head meets any. */
const overlaps = (left: RoleOver, right: RoleOver): boolean =>
  meet(left.programme, right.programme) &&
  meet(left.urn === null ? left.gssCode : null, right.urn === null ? right.gssCode : null) &&
  meet(left.urn, right.urn)

/** Why two roles of one person conflict; null when they do not. */
export function conflictOf(left: RoleOver, right: RoleOver): string | null {
  const pair = pairs.find(
    ([one, other]) =>
      (left.role === one && right.role === other) || (left.role === other && right.role === one),
  )
  return pair && overlaps(left, right) ? pair[2] : null
}

/** Each pair among a person's roles that conflicts. */
export function conflictsAmong<Held extends RoleOver>(
  held: readonly Held[],
): { one: Held; other: Held; why: string }[] {
  return held.flatMap((one, index) =>
    held.slice(index + 1).flatMap((other) => {
      const why = conflictOf(one, other)
      return why === null ? [] : [{ one, other, why }]
    }),
  )
}
