/**
 * Whose work is sent. What waited on a computer is sent in the name of whoever is signed in there by then; so a
 * client that keeps changes says with `Author: PERSON` who typed them, and another person's session is refused.
 */
import { createMiddleware } from 'hono/factory'
import { Problem } from '@inclusion/shared/problems'
import type { HttpEnvironment } from './environment.ts'

/** Runs once it is known who asks, before anything of the request is read. Nobody has to say who they are. */
export const refuseAnother = createMiddleware<HttpEnvironment>(async function refuseAnother(c, next) {
  const author = c.req.header('author')
  const actor = c.get('actor')
  if (author !== undefined && actor && actor.personId !== author) throw new Problem('another-person')
  return next()
})
