/** Signing in and out: forms that the server renders. better-auth is called from here, never mounted. */
import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { Problem, problems } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { createRateLimit, type RateLimit } from '../http/rate-limit.ts'
import { noStore } from '../http/security.ts'
import { readSessionToken, removeSessionCookie } from '../http/session.ts'
import { acceptInvitations } from '../people/invitations.ts'
import { Email } from '../people/new-invitation.ts'
import { change } from '../trust/change.ts'
import type { Auth } from './auth.ts'
import { demonstrationPeople } from './demonstration.ts'
import { demonstrationRoutes } from './demonstration-routes.ts'
import { begin, clientOf, ownPath, readForm, type FormContext } from './form.ts'
import { codePage, signInPage } from './pages.ts'

/** A code is asked for in the same time whether or not a letter is written, so time tells nothing. */
const askMilliseconds = 250

export function signInRoutes(context: Context, auth: Auth) {
  const limit = createRateLimit(context)
  return new Hono<HttpEnvironment>()
    .use('/sign-in/*', noStore)
    .get('/sign-in', (c) => signInForm(c, context, { email: '', next: ownPath(c.req.query('next')) }))
    .post('/sign-in', (c) => askForCode(c, context, auth, limit))
    .post('/sign-in/code', (c) => tryCode(c, context, auth, limit))
    .post('/sign-out', async (c) => {
      await signOut(c, context, auth)
      return c.redirect('/sign-in', 303)
    })
    .route('/', demonstrationRoutes(context, auth))
}

type Refusal = { error: string; status: 400 | 401 | 429 }
type Typed = { email: string; next: string }

async function signInForm(c: FormContext, context: Context, typed: Typed, refusal?: Refusal) {
  const people = context.environment.demonstration ? await demonstrationPeople(context) : null
  return c.html(signInPage({ ...typed, error: refusal?.error ?? null, people }), refusal?.status ?? 200)
}

function codeForm(c: FormContext, { environment }: Context, typed: Typed, refusal?: Refusal) {
  const { demonstration } = environment
  return c.html(codePage({ ...typed, error: refusal?.error ?? null, demonstration }), refusal?.status ?? 200)
}

async function askForCode(c: FormContext, context: Context, auth: Auth, limit: RateLimit) {
  const { email: typed, next } = await readForm(c)
  const email = Email.safeParse(typed)
  if (!email.success) {
    const error = 'Enter an email address, for example name@council.gov.uk'
    return signInForm(c, context, { email: typed, next }, { error, status: 400 })
  }
  const tooMany = overLimit(() => limit(c, 'code-asked', email.data))
  if (tooMany) return signInForm(c, context, { email: typed, next }, tooMany)
  await Promise.all([auth.sendCode(email.data), wait(askMilliseconds)])
  return codeForm(c, context, { email: email.data, next })
}

async function tryCode(c: FormContext, context: Context, auth: Auth, limit: RateLimit) {
  const { email: typed, code: typedCode, next } = await readForm(c)
  const email = Email.safeParse(typed)
  if (!email.success) return c.redirect('/sign-in', 303)
  const form = { email: email.data, next }
  const code = typedCode.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(code)) {
    return codeForm(c, context, form, { error: 'Enter the code of six digits from the email', status: 400 })
  }
  const tooMany = overLimit(() => limit(c, 'code-tried', email.data))
  if (tooMany) return codeForm(c, context, form, tooMany)
  const client = clientOf(c, context)
  const signedIn = await auth.checkCode(email.data, code, client)
  if (!signedIn) {
    context.log.warn({ reference: c.get('reference'), address: client.address }, 'A wrong code was tried')
    return codeForm(c, context, form, { error: problems['wrong-code'].title, status: 401 })
  }
  await acceptInvitations(context, signedIn.personId, email.data)
  await begin(c, auth, signedIn.token)
  return c.redirect(next, 303)
}

async function signOut(c: FormContext, context: Context, auth: Auth): Promise<void> {
  const token = await readSessionToken(c, auth)
  const personId = c.get('actor')?.personId
  if (token) await auth.endSession(token)
  if (personId) {
    await change(context, { personId, action: 'sign-out', subject: `person:${personId}` }, async () => {})
  }
  await removeSessionCookie(c, auth)
}

/** The refusal as the page shows it, or null. */
function overLimit(count: () => void): Refusal | null {
  try {
    count()
    return null
  } catch (error) {
    if (error instanceof Problem) return { error: error.message, status: 429 }
    throw error
  }
}
