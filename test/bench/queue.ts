/**
 * The review queue over five years of 39 returns a quarter, and over a hundred times that, through HTTP: the page with
 * its counts and choices, against the bare query of the same fifty rows on the same file, in turn.
 */
import { serve } from '@hono/node-server'
import { openDatabase } from '@inclusion/db/open'
import { createApp } from '@inclusion/server/app'
import { createContext } from '@inclusion/server/context'
import { beginning } from '@inclusion/server/demonstration/world'
import { demonstrationEnvironment } from '@inclusion/server/env'
import Database from 'better-sqlite3'
import { median, type Measurement } from './figures.ts'
import { openQueueWorld } from './queue-world.ts'

const rounds = 7
const runs = 5

/** Fifty returns in the order of the page, with what a line of it shows, and nothing else. */
const bare = (where: string) => `
  SELECT returns.*, grants.programme, grants.gssCode, authorities.name AS authorityName, programmes.name AS programmeName,
    s.clausesAsked, s.clausesMet, s.explained, s.waived, s.noted, s.compared, s.large, s.gone, s.largestName, s.largestTimes
  FROM returns
  JOIN grants ON grants.id = returns.grantId
  JOIN authorities ON authorities.gssCode = grants.gssCode
  JOIN programmes ON programmes.code = grants.programme
  LEFT JOIN filing_summaries s ON s.returnId = returns.id
  WHERE ${where}
  ORDER BY CASE WHEN returns.status = 'submitted' AND (s.explained > 0 OR s.large > 0 OR s.gone > 0 OR s.compared = 0
      OR EXISTS (SELECT 1 FROM data_queries q WHERE q.returnId = returns.id AND q.status <> 'closed')) THEN 0
    WHEN returns.status = 'submitted' THEN 1 WHEN returns.status <> 'accepted' THEN 2 ELSE 3 END,
    coalesce(returns.submittedAt, returns.statusSince), returns.id
  LIMIT 50`

const cases = [
  {
    name: 'this quarter and what is still open',
    address: '/api/review-queue',
    query: bare(`returns.periodId = 'FY2025-26-Q3' OR returns.status <> 'accepted'`),
  },
  { name: 'all periods', address: '/api/review-queue?period=all', query: bare('true') },
]

export async function measureQueue(): Promise<Measurement[]> {
  const measured: Measurement[] = []
  for (const times of [1, 100] as const) measured.push(...(await measureWorld(times)))
  return measured
}

async function measureWorld(times: 1 | 100): Promise<Measurement[]> {
  const { path, returns } = await openQueueWorld(times)
  const service = await startService(path)
  const raw = new Database(path, { readonly: true })
  try {
    const measured: Measurement[] = []
    for (const { name, address, query } of cases) {
      const read = raw.prepare(query)
      const get = async () => {
        const response = await fetch(`${service.base}${address}`, { headers: service.headers })
        const { lines } = (await response.json()) as { lines: unknown[] }
        if (lines.length < 39)
          throw new Error(`The page answered ${response.status} with ${lines.length} lines`)
      }
      measured.push(
        await inTurn(`the queue over ${returns} returns, ${name}, against its bare query`, get, () =>
          read.all(),
        ),
      )
    }
    return measured
  } finally {
    raw.close()
    await service.stop()
  }
}

async function inTurn(name: string, work: () => Promise<void>, floor: () => unknown): Promise<Measurement> {
  const ours: number[] = []
  const floors: number[] = []
  await work()
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    for (let run = 0; run < runs; run++) await work()
    ours.push((performance.now() - started) / runs)
    const begun = performance.now()
    for (let run = 0; run < runs; run++) floor()
    floors.push((performance.now() - begun) / runs)
  }
  const ratio = median(ours.map((each, index) => each / floors[index]!))
  return { name, unit: 'ms', ours: median(ours), floor: median(floors), ratio, better: 'lower' }
}

/** The service on a port of its own, as Leila Haddad sees it. */
async function startService(path: string) {
  const database = openDatabase(path)
  const environment = { ...demonstrationEnvironment({}), logLevel: 'silent' as const }
  const context = createContext({
    ...{ database, environment, mailer: { send: async () => {} } },
    overrides: { now: () => beginning },
  })
  const app = createApp(context)
  const signedIn = await app.request('/api/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'leila-haddad' }),
  })
  const headers = { cookie: signedIn.headers.getSetCookie()[0]!.split(';')[0]! }
  const server = await new Promise<{ port: number; close: () => void }>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0 }, ({ port }) =>
      resolve({ port, close: () => listening.close() }),
    )
  })
  return {
    headers,
    base: `http://127.0.0.1:${server.port}`,
    async stop() {
      server.close()
      await database.close()
    },
  }
}
