/**
 * Who is asking: one look-up a request and no cache, so an ended membership or a suspension counts from
 * the next request on. The cookie is better-auth's own: `token.signature`, HMAC-SHA-256 in base64 over the
 * token under the service's secret, which is also what hono's signed cookies are.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setSignedCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Instant } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { actorOfSession, renewSession, type LiveSession } from '../people/store.ts'
import { sessionSeconds, type Auth } from '../sign-in/auth.ts'
import type { HttpEnvironment } from './environment.ts'

/** A session ends this long after its start, however busy it is. */
const longestSessionDays = 7
const renewAfterMinutes = 15

const plusMinutes = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** Sets `c.var.actor` from the session cookie: null for a stranger. A session in use is kept alive. */
export const findActor = (context: Context, auth: Auth) =>
  createMiddleware<HttpEnvironment>(async function findActor(c, next) {
    c.set('actor', null)
    const token = await readSessionToken(c, auth)
    if (token) {
      const now = context.realNow()
      const startedAfter = plusMinutes(now, -longestSessionDays * 24 * 60)
      const found = await actorOfSession(context.db, { token, now, startedAfter, today: today(context) })
      if (found) {
        c.set('actor', found.actor)
        await renew(c, { context, auth, token, session: found.session })
      }
    }
    await next()
  })

type Renewal = { context: Context; auth: Auth; token: string; session: LiveSession }

async function renew(c: HonoContext, { context, auth, token, session }: Renewal): Promise<void> {
  const now = context.realNow()
  if (now < plusMinutes(session.updatedAt, renewAfterMinutes)) return
  await renewSession(context.db, { token, updatedAt: now, expiresAt: plusMinutes(now, sessionSeconds / 60) })
  await writeSessionCookie(c, auth, token)
}

/** The session's token, or null when there is no cookie or its signature is wrong. */
export async function readSessionToken(c: HonoContext, auth: Auth): Promise<string | null> {
  const { name, secret } = await auth.cookie()
  const cookie = getCookie(c, name) ?? ''
  const end = cookie.lastIndexOf('.')
  const token = cookie.slice(0, Math.max(0, end))
  return token !== '' && isSignedWith(secret, token, cookie.slice(end + 1)) ? token : null
}

/** Node's own HMAC, at once: on every request the web's asynchronous one cost a tenth of a whole save. */
function isSignedWith(secret: string, token: string, signature: string): boolean {
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

export async function writeSessionCookie(c: HonoContext, auth: Auth, token: string): Promise<void> {
  const { name, secret, attributes } = await auth.cookie()
  await setSignedCookie(c, name, token, secret, { ...attributes, maxAge: sessionSeconds })
}

export async function removeSessionCookie(c: HonoContext, auth: Auth): Promise<void> {
  const { name, attributes } = await auth.cookie()
  deleteCookie(c, name, attributes)
}
