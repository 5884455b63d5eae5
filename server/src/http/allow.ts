/** Holds every request to the permissions table, and every subject to the actor's scope. */
import { createMiddleware } from 'hono/factory'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, holds, type Actor, type Capability, type Subject } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from './environment.ts'
import { permissions, type Permission, type Who } from './permissions.ts'

type Row = Permission & { pattern: RegExp }

const rows: Row[] = permissions.map((permission) => ({
  ...permission,
  pattern: patternOf(permission.path),
}))

/** A page's `*` never reaches into the API: there, a path without a row does not exist. */
function patternOf(path: string): RegExp {
  const segments = path.replace(/:[A-Za-z]+/g, '[^/]+').replace(/\*$/, '(?!api/).*')
  return new RegExp(`^${segments}$`)
}

/** The row of the permissions table for a request, or undefined: then nothing answers. */
export function permissionFor(method: string, path: string): Permission | undefined {
  return rows.find((row) => row.method === method && row.pattern.test(path))
}

/** Deny by default: no row, no answer. Runs before every route. */
export const holdToPermissions = (context: Context) =>
  createMiddleware<HttpEnvironment>(async function holdToPermissions(c, next) {
    const permission = permissionFor(c.req.method === 'HEAD' ? 'GET' : c.req.method, c.req.path)
    if (!permission) throw new Problem('not-found')
    if (permission.demonstrationOnly && !context.environment.demonstration) throw new Problem('not-found')
    if (permission.who !== 'anyone') {
      const actor = c.get('actor')
      if (!actor && permission.page)
        return c.redirect(`/sign-in?next=${encodeURIComponent(pathAndQuery(c.req.url))}`)
      if (!actor) throw new Problem('not-signed-in')
      if (!admits(permission.who, actor)) throw new Problem('not-yours-to-do')
    }
    return next()
  })

function pathAndQuery(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}

function admits(who: Exclude<Who, 'anyone'>, actor: Actor): boolean {
  if (who === 'signed-in') return true
  const capabilities: readonly Capability[] = typeof who === 'string' ? [who] : who
  return capabilities.some((capability) => holds(actor, capability))
}

/** The person signed in. Only for routes whose row asks for one. */
export function actorOf(c: { get: (key: 'actor') => Actor | null }): Actor {
  const actor = c.get('actor')
  if (!actor) throw new Problem('not-signed-in')
  return actor
}

/**
 * Refuses what is outside the actor's scope. Whoever may not even see it learns nothing: the answer is
 * the one for a thing that does not exist.
 */
export function allow(actor: Actor, capability: Capability, subject: Subject, see: Capability): void {
  if (!allowedOn(actor, see, subject)) throw new Problem('not-found')
  if (!allowedOn(actor, capability, subject)) throw new Problem('not-yours-to-do')
}
