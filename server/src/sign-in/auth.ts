/**
 * Sign-in by one-time code: better-auth on our own tables, behind five functions. Its own routes are not
 * mounted, so nothing of it can be reached but what is called here.
 */
import { betterAuth } from 'better-auth'
import { APIError, isAPIError } from 'better-auth/api'
import { emailOTP } from 'better-auth/plugins'
import type { CookieOptions } from 'hono/utils/cookie'
import type { Context } from '../context.ts'
import { oneTimeCode } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { change } from '../trust/change.ts'

/** Where a request came from: its address and its browser. */
export type Client = { address: string; userAgent: string }

export type SessionCookie = { name: string; secret: string; attributes: CookieOptions }

export type Auth = {
  /** Sends a code to a person who may sign in; does nothing, silently, for anybody else. */
  sendCode: (email: string) => Promise<void>
  /** A new session for a right code; null for a wrong, expired or used one, or a suspended person. */
  checkCode: (
    email: string,
    code: string,
    client: Client,
  ) => Promise<{ personId: string; token: string } | null>
  /** A new session without a code: the demonstration only. Null for a suspended person. */
  beginSession: (personId: string, client: Client) => Promise<string | null>
  endSession: (token: string) => Promise<void>
  cookie: () => Promise<SessionCookie>
}

export const sessionSeconds = 12 * 60 * 60
export const codeMinutes = 10
const codeAttempts = 3
const clientAddressHeader = 'x-client-address'

export function createAuth(context: Context): Auth {
  const library = createLibrary(context)
  return {
    async sendCode(email) {
      await library.api.sendVerificationOTP({ body: { email, type: 'sign-in' } })
    },
    async checkCode(email, code, client) {
      return unlessRefused(async () => {
        const { token, user } = await library.api.signInEmailOTP({
          body: { email, otp: code },
          headers: { [clientAddressHeader]: client.address, 'user-agent': client.userAgent },
        })
        return { personId: user.id, token }
      })
    },
    async beginSession(personId, { address, userAgent }) {
      const { internalAdapter } = await library.$context
      return unlessRefused(async () => {
        const session = await internalAdapter.createSession(personId, false, {
          ipAddress: address,
          userAgent,
        })
        return session.token
      })
    },
    async endSession(token) {
      const { internalAdapter } = await library.$context
      await internalAdapter.deleteSession(token)
    },
    async cookie() {
      const { authCookies, secret } = await library.$context
      const { name, attributes } = authCookies.sessionToken
      return {
        name,
        secret,
        attributes: { path: '/', httpOnly: true, sameSite: 'lax', secure: attributes.secure === true },
      }
    },
  }
}

/** Null when better-auth refuses: the reason is for nobody but us. */
async function unlessRefused<T>(attempt: () => Promise<T>): Promise<T | null> {
  try {
    return await attempt()
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null
    throw error
  }
}

function createLibrary(context: Context) {
  const { environment, db, log } = context
  return betterAuth({
    baseURL: environment.origin,
    secret: environment.authSecret,
    // On PostgreSQL too: this is the type under which it writes times as ISO text and booleans as 0 and 1.
    database: { db, type: 'sqlite' },
    user: { modelName: 'people' },
    session: { modelName: 'sessions', fields: { userId: 'personId' }, expiresIn: sessionSeconds },
    account: { modelName: 'accounts', fields: { userId: 'personId' } },
    verification: { modelName: 'verifications' },
    plugins: [codes(context)],
    databaseHooks: { session: { create: sessionHooks(context) } },
    advanced: {
      cookiePrefix: 'returns',
      useSecureCookies: environment.origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      // Its check of the schema speaks the dialect of `type`; the migrations and the tests hold the schema.
      database: { generateId: () => context.newId(), validateSchema: false },
    },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => log[level](message) },
  })
}

function codes(context: Context) {
  return emailOTP({
    storeOTP: 'hashed',
    disableSignUp: true,
    allowedAttempts: codeAttempts,
    expiresIn: codeMinutes * 60,
    generateOTP: () => context.newCode(),
    async sendVerificationOTP({ email, otp }) {
      const person = await personByEmail(context, email)
      if (!person || person.suspendedAt !== null) return
      const act = { personId: null, action: 'sign-in.send-code', subject: `person:${person.id}` }
      await change(context, act, (trx) =>
        queueMail(context, trx, { recipient: email, ...oneTimeCode({ code: otp, minutes: codeMinutes }) }),
      )
    },
  })
}

function sessionHooks(context: Context) {
  return {
    async before({ userId }: { userId: string }) {
      const person = await personById(context, userId)
      if (!person || person.suspendedAt !== null) throw new APIError('FORBIDDEN')
    },
    async after({ userId }: { userId: string }) {
      const act = { personId: userId, action: 'sign-in', subject: `person:${userId}` }
      await change(context, act, (trx) =>
        trx.deleteFrom('sessions').where('expiresAt', '<', context.realNow()).execute(),
      )
    },
  }
}

const personByEmail = ({ db }: Context, email: string) =>
  db.selectFrom('people').select(['id', 'suspendedAt']).where('email', '=', email).executeTakeFirst()

const personById = ({ db }: Context, personId: string) =>
  db.selectFrom('people').select(['id', 'suspendedAt']).where('id', '=', personId).executeTakeFirst()
