/**
 * The whole service on a migrated and seeded database with nobody in it: for tests of sign-in, people and
 * mail, which bring their own few people, clock, mailer and environment.
 */
import type { OpenDatabase } from '@inclusion/db/open'
import { seed } from '@inclusion/db/seed'
import { createApp } from '@inclusion/server/app'
import { createContext, type Context } from '@inclusion/server/context'
import { demonstrationEnvironment, type Environment } from '@inclusion/server/env'
import type { HttpEnvironment } from '@inclusion/server/http/environment'
import type { Mailer, Message } from '@inclusion/server/mail/mailer'
import type { Role } from '@inclusion/shared/roles'
import type { Hono } from 'hono'

export const camden = 'E09000007'
export const barnet = 'E09000003'
export const origin = 'https://returns.example'

type Scope = { role: Role; programme?: string; gssCode?: string; urn?: string }

export type SignInService = {
  context: Context
  app: Hono<HttpEnvironment>
  /** What the mailer was given, when the test gave none of its own. */
  sent: Message[]
  addPerson: (id: string, name: string, ...scopes: Scope[]) => Promise<void>
}

export type SignInServiceParts = {
  database: OpenDatabase
  environment?: Partial<Environment>
  mailer?: Mailer
  overrides?: Partial<Context>
}

export async function openSignInService(parts: SignInServiceParts): Promise<SignInService> {
  const { database } = parts
  await seed(database)
  const sent: Message[] = []
  const recorder: Mailer = { send: async (message) => void sent.push(message) }
  const context = createContext({
    database,
    environment: {
      ...demonstrationEnvironment({ ORIGIN: origin }),
      logLevel: 'silent',
      ...parts.environment,
    },
    mailer: parts.mailer ?? recorder,
    overrides: { ...parts.overrides },
  })
  return { context, app: createApp(context), sent, addPerson: personAdder(context) }
}

/** Adds a person whose email is `id@council.example`; each membership's id is `id-1`, `id-2`... */
const personAdder = ({ db, now }: Context) =>
  async function addPerson(id: string, name: string, ...scopes: Scope[]): Promise<void> {
    const at = now()
    const empty = { image: null, jobTitle: null, suspendedAt: null }
    const person = {
      id,
      name,
      email: `${id}@council.example`,
      emailVerified: 1 as const,
      createdAt: at,
      updatedAt: at,
    }
    await db
      .insertInto('people')
      .values({ ...person, ...empty })
      .execute()
    for (const [index, { role, programme = null, gssCode = null, urn = null }] of scopes.entries()) {
      const range = { startsOn: '2022-04-01', endsBefore: null }
      await db
        .insertInto('memberships')
        .values({ id: `${id}-${index + 1}`, personId: id, role, programme, gssCode, urn, ...range })
        .execute()
    }
  }

/** Posts a form as the service's own page does. */
export const postForm = (
  app: Hono<HttpEnvironment>,
  path: string,
  fields: Record<string, string>,
  more: Record<string, string> = {},
): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...more },
    }),
  )

export const postJson = (
  app: Hono<HttpEnvironment>,
  path: string,
  body: unknown,
  more: Record<string, string> = {},
): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin, ...more },
    }),
  )

/** The Cookie header for what a response set. */
export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Signs in as one of the demonstration's people and answers the Cookie header. */
export async function cookieFor({ app }: SignInService, personId: string): Promise<string> {
  const response = await postJson(app, '/api/demo/sign-in', { personId })
  if (response.status !== 200) throw new Error(`Signing in as ${personId} answered ${response.status}`)
  return cookieOf(response)
}
