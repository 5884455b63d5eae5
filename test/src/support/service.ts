/**
 * The service through its front door, on the demonstration's world: the same routes, permissions and
 * people, on SQLite in memory or a PostgreSQL database of its own. Time stands still until a test moves it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createApp } from '@inclusion/server/app'
import { createContext, type Context } from '@inclusion/server/context'
import { beginning } from '@inclusion/server/demonstration/world'
import { demonstrationEnvironment } from '@inclusion/server/env'
import type { LaterWork } from '@inclusion/server/later'
import type { Message } from '@inclusion/server/mail/mailer'
import { openDatabase, openSqlite, type OpenDatabase } from '@inclusion/db/open'
import Database from 'better-sqlite3'
import { inject } from 'vitest'
import { template } from './global-setup.ts'
import { dropDatabase, freshDatabase } from './postgres.ts'

export type EngineName = 'SQLite' | 'PostgreSQL'

/** The engines to run a suite on: `describe.each(engines())`. PostgreSQL only where there is one. */
export const engines = (): EngineName[] => (inject('postgres') === '' ? ['SQLite'] : ['SQLite', 'PostgreSQL'])

// The answer's shape is for each test to say.
export type Answer<Body = Record<string, unknown>> = { status: number; body: Body; headers: Headers }

export type Client = {
  get: <Body>(path: string) => Promise<Answer<Body>>
  post: <Body>(path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer<Body>>
  put: <Body>(path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer<Body>>
  /** The raw request, for tests of what is not well formed. */
  request: (path: string, init: RequestInit) => Promise<Response>
}

export type Service = {
  context: Context
  database: OpenDatabase
  app: ReturnType<typeof createApp>
  /** Letters delivered so far. */
  sent: Message[]
  /** Signs in as one of the demonstration's people: `as('ruth-okafor')`. */
  as: (personId: string) => Promise<Client>
  stranger: Client
  /** Moves the clock on. */
  pass: (minutes: number) => void
  /** Does what was left for later, to its end: in tests it begins only when it is asked for. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

const origin = 'http://localhost:3000'

export type ServiceParts = {
  /** Where SQLite keeps the world, for tests that read the file; in memory when left out. */
  file?: string
  overrides?: Partial<Context>
}

export async function openService(engine: EngineName, parts: ServiceParts = {}): Promise<Service> {
  const database =
    engine === 'SQLite'
      ? openCopy(parts.file)
      : openDatabase(await freshDatabase(inject('postgres'), template))
  let clock = Date.parse(beginning)
  const sent: Message[] = []
  const waiting: LaterWork[] = []
  const environment = { ...demonstrationEnvironment({ ORIGIN: origin }), logLevel: 'silent' as const }
  const context = createContext({
    database,
    environment,
    mailer: { send: async (message) => void sent.push(message) },
    overrides: {
      now: () => new Date(clock).toISOString(),
      later: { start: (work) => void waiting.push(work), stop: async () => {} },
      ...parts.overrides,
    },
  })
  const app = createApp(context)
  return {
    context,
    database,
    app,
    sent,
    as: (personId) => signIn(app, personId),
    stranger: clientOf(app, {}),
    pass(minutes) {
      clock += minutes * 60_000
    },
    async settle() {
      for (const work of waiting.splice(0)) await work(AbortSignal.any([]))
    },
    async close() {
      const url = engine === 'PostgreSQL' ? await nameOf(database) : null
      await database.close()
      if (url) await dropDatabase(url)
    },
  }
}

/** The snapshot, opened in memory or copied to a file: each test has a world of its own. */
function openCopy(file?: string): OpenDatabase {
  const snapshot = readFileSync(inject('snapshot'))
  if (file) writeFileSync(file, snapshot)
  return openSqlite(new Database(file ?? snapshot))
}

async function nameOf({ db }: OpenDatabase): Promise<string> {
  const { sql } = await import('kysely')
  const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(db)
  return inject('postgres').replace(/\/[^/?]*(\?|$)/, `/${rows[0]!.name}$1`)
}

async function signIn(app: Service['app'], personId: string): Promise<Client> {
  const response = await app.request('/api/demo/sign-in', {
    method: 'POST',
    body: JSON.stringify({ personId }),
    headers: { 'content-type': 'application/json', origin },
  })
  if (response.status !== 200) throw new Error(`Signing in as ${personId} answered ${response.status}`)
  const cookie = response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ')
  return clientOf(app, { cookie })
}

/** Somebody with these headers: a cookie that signing in gave. */
export function clientOf(app: Service['app'], own: Record<string, string>): Client {
  const request = async (path: string, init: RequestInit) =>
    app.request(path, { ...init, headers: { origin, ...own, ...(init.headers as Record<string, string>) } })
  const send = (method: string) =>
    async function sendJson(path: string, body?: unknown, headers: Record<string, string> = {}) {
      const json = body === undefined ? {} : { body: JSON.stringify(body) }
      const response = await request(path, {
        method,
        ...json,
        headers: { 'content-type': 'application/json', ...headers },
      })
      const text = await response.text()
      return { status: response.status, body: parse(text), headers: response.headers }
    }
  return {
    get: send('GET') as Client['get'],
    post: send('POST') as Client['post'],
    put: send('PUT') as Client['put'],
    request,
  }
}

/** JSON where it is JSON; a page's text otherwise. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
