/** Signing in by a click, and the mail that was never sent: where the demonstration runs, and only there. */
import { Hono } from 'hono'
import * as z from 'zod'
import { Problem } from '@inclusion/shared/problems'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { noStore } from '../http/security.ts'
import { valid } from '../http/valid.ts'
import type { Auth } from './auth.ts'
import { demonstrationPeople, signInAs } from './demonstration.ts'
import { begin, clientOf, readForm } from './form.ts'
import { mailPage } from './pages.ts'

const DemonstrationSignIn = z.object({ personId: storableText(100) }).meta({ id: 'DemonstrationSignIn' })

/** The permissions table keeps these from every other service; `insist` is the second lock. */
export function demonstrationRoutes(context: Context, auth: Auth) {
  const insist = () => {
    if (!context.environment.demonstration) throw new Problem('not-found')
  }
  return new Hono<HttpEnvironment>()
    .get('/api/demo/people', async (c) => {
      insist()
      const people = await demonstrationPeople(context)
      return c.json(people.map(({ id, name, role, scope }) => ({ id, name, role, scope })))
    })
    .post('/api/demo/sign-in', valid('json', DemonstrationSignIn), async (c) => {
      insist()
      const signedIn = await signInAs(context, auth, c.req.valid('json').personId, clientOf(c, context))
      const { personId, name, token } = signedIn
      await begin(c, auth, token)
      return c.json({ personId, name })
    })
    .post('/demo/sign-in', async (c) => {
      insist()
      const { personId, next } = await readForm(c)
      const { token } = await signInAs(context, auth, personId, clientOf(c, context))
      await begin(c, auth, token)
      return c.redirect(next, 303)
    })
    .get('/demo/mail', noStore, async (c) => {
      insist()
      const { latest } = context.mailer
      if (!latest) throw new Problem('not-found')
      return c.html(mailPage(await latest(50)))
    })
}
