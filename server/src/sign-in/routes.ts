/** Signing in and out: forms that the server renders. better-auth is called from here, never mounted. */
import { setTimeout as wait } from 'node:timers/promises'
import { Hono, type Context as HonoContext } from 'hono'
import * as z from 'zod'
import { Problem, problems } from '@inclusion/shared/problems'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { clientAddress, createRateLimit } from '../http/rate-limit.ts'
import { readSessionToken, removeSessionCookie, writeSessionCookie } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { acceptInvitations, Email } from '../people/invitations.ts'
import { change } from '../trust/change.ts'
import type { Auth, Client } from './auth.ts'
import { demonstrationPeople, signInAs } from './demonstration.ts'
import { codePage, mailPage, signInPage } from './pages.ts'

/** A code is asked for in the same time whether or not a letter is written, so time tells nothing. */
const askMilliseconds = 250

const DemonstrationSignIn = z.object({ personId: storableText(100) }).meta({ id: 'DemonstrationSignIn' })

type FormContext = HonoContext<HttpEnvironment>

export function signInRoutes(context: Context, auth: Auth) {
  const limit = createRateLimit(context)
  const { demonstration } = context.environment
  const people = async () => (demonstration ? demonstrationPeople(context) : null)

  return new Hono<HttpEnvironment>()
    .get('/sign-in', async (c) => {
      const next = ownPath(c.req.query('next'))
      return c.html(signInPage({ email: '', next, error: null, people: await people() }))
    })
    .post('/sign-in', async (c) => {
      const { email: typed, next } = await readForm(c)
      const email = Email.safeParse(typed)
      if (!email.success) {
        const error = 'Enter an email address, for example name@council.gov.uk'
        return c.html(signInPage({ email: typed, next, error, people: await people() }), 400)
      }
      const refusal = refused(() => limit(c, 'code-asked', email.data))
      if (refusal) return c.html(signInPage({ email: typed, next, ...refusal, people: await people() }), 429)
      await Promise.all([auth.sendCode(email.data), wait(askMilliseconds)])
      return c.html(codePage({ email: email.data, next, error: null, demonstration }))
    })
    .post('/sign-in/code', async (c) => {
      const form = await readForm(c)
      const { next } = form
      const email = Email.safeParse(form.email)
      if (!email.success) return c.redirect('/sign-in', 303)
      const code = form.code.replaceAll(/\s/g, '')
      const again = (error: string, status: 400 | 401 | 429) =>
        c.html(codePage({ email: email.data, next, error, demonstration }), status)
      if (!/^\d{6}$/.test(code)) return again('Enter the code of six digits from the email', 400)
      const refusal = refused(() => limit(c, 'code-tried', email.data))
      if (refusal) return again(refusal.error, 429)
      const signedIn = await auth.checkCode(email.data, code, clientOf(c, context))
      if (!signedIn) {
        context.log.warn(
          { reference: c.get('reference'), address: clientAddress(c, context) },
          'Wrong sign-in code',
        )
        return again(problems['wrong-code'].title, 401)
      }
      await acceptInvitations(context, signedIn.personId, email.data)
      await begin(c, auth, signedIn.token)
      return c.redirect(next, 303)
    })
    .post('/sign-out', async (c) => {
      await signOut(c, context, auth)
      return c.redirect('/sign-in', 303)
    })
    .get('/api/demo/people', async (c) => {
      const listed = (await people()) ?? []
      return c.json(listed.map(({ id, name, role, scope }) => ({ id, name, role, scope })))
    })
    .post('/api/demo/sign-in', valid('json', DemonstrationSignIn), async (c) => {
      if (!demonstration) throw new Problem('not-found')
      const { personId, name, token } = await signInAs(
        context,
        auth,
        c.req.valid('json').personId,
        clientOf(c, context),
      )
      await begin(c, auth, token)
      return c.json({ personId, name })
    })
    .post('/demo/sign-in', async (c) => {
      if (!demonstration) throw new Problem('not-found')
      const { personId, next } = await readForm(c)
      const { token } = await signInAs(context, auth, personId, clientOf(c, context))
      await begin(c, auth, token)
      return c.redirect(next, 303)
    })
    .get('/demo/mail', async (c) => {
      const { latest } = context.mailer
      if (!demonstration || !latest) throw new Problem('not-found')
      return c.html(mailPage(await latest(50)))
    })
}

/** Replaces whatever session this browser had. */
async function begin(c: FormContext, auth: Auth, token: string): Promise<void> {
  const earlier = await readSessionToken(c, auth)
  if (earlier) await auth.endSession(earlier)
  await writeSessionCookie(c, auth, token)
}

async function signOut(c: FormContext, context: Context, auth: Auth): Promise<void> {
  const token = await readSessionToken(c, auth)
  const personId = c.get('actor')?.personId ?? null
  if (token) {
    await auth.endSession(token)
    if (personId)
      await change(context, { personId, action: 'sign-out', subject: `person:${personId}` }, async () => {})
  }
  await removeSessionCookie(c, auth)
}

const clientOf = (c: FormContext, context: Context): Client => ({
  address: clientAddress(c, context),
  userAgent: (c.req.header('user-agent') ?? '').slice(0, 200),
})

/** The form's texts; a field that is missing, or is a file, counts as empty. */
async function readForm(c: FormContext) {
  const body = await c.req.parseBody()
  const text = (name: string) => {
    const value = body[name]
    const read = storableText(1000).safeParse(value)
    return read.success ? read.data : ''
  }
  return { email: text('email'), code: text('code'), personId: text('personId'), next: ownPath(text('next')) }
}

/** A path of this site, else `/`: nobody is sent elsewhere by a link to the sign-in page. */
function ownPath(next: string | undefined): string {
  const here = 'http://here.invalid'
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return '/'
  const { origin, pathname, search, hash } = new URL(next, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}

/** The words of a refusal, or null when there is none. */
function refused(attempt: () => void): { error: string } | null {
  try {
    attempt()
    return null
  } catch (error) {
    if (error instanceof Problem) return { error: error.message }
    throw error
  }
}
