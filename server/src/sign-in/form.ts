/** What the forms of the sign-in pages send, and how a session begins in a browser. */
import type { Context as HonoContext } from 'hono'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { clientAddress } from '../http/rate-limit.ts'
import { readSessionToken, writeSessionCookie } from '../http/session.ts'
import type { Auth, Client } from './auth.ts'

export type FormContext = HonoContext<HttpEnvironment>

/** The form's texts; a field that is missing, or is a file, counts as empty. */
export async function readForm(c: FormContext) {
  const body = await c.req.parseBody()
  const text = (name: string) => {
    const read = storableText(1000).safeParse(body[name])
    return read.success ? read.data : ''
  }
  return { email: text('email'), code: text('code'), personId: text('personId'), next: ownPath(text('next')) }
}

/** A path of this site, else `/`: nobody is sent elsewhere by a link to the sign-in page. */
export function ownPath(next: string | undefined): string {
  const here = 'http://here.invalid'
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return '/'
  const { origin, pathname, search, hash } = new URL(next, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}

/** Gives the browser its session, in place of whatever session it had. */
export async function begin(c: FormContext, auth: Auth, token: string): Promise<void> {
  const earlier = await readSessionToken(c, auth)
  if (earlier) await auth.endSession(earlier)
  await writeSessionCookie(c, auth, token)
}

export const clientOf = (c: FormContext, context: Context): Client => ({
  address: clientAddress(c, context),
  userAgent: (c.req.header('user-agent') ?? '').slice(0, 200),
})
