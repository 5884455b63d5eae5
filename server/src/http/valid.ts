/**
 * The validator, wrapped once: a bad request throws a Problem that names its fields, the typed client
 * keeps its types, and the OpenAPI document reads the same schema. `say` words an issue for a form.
 */
import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { resolver, uniqueSymbol } from 'hono-openapi'
import type { core, ZodType } from 'zod'
import { Problem } from '@inclusion/shared/problems'

export function valid<T extends ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: T,
  say: (issue: core.$ZodIssue) => string = ({ message }) => message,
) {
  const middleware = zValidator(target, schema, (result) => {
    if (result.success) return
    const errors = result.error.issues
      .slice(0, 50)
      .map((issue) => ({ field: issue.path.join('.'), message: say(issue) }))
    throw new Problem('invalid-request', { errors })
  })
  return Object.assign(middleware, { [uniqueSymbol]: { target, ...resolver(schema) } }) as typeof middleware
}
