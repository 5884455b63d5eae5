/** The collection page's API over five years of 39 returns a quarter, and of 3,900, against the bare query of its rows. */
import { openDatabase } from '@inclusion/db/open'
import { createApp } from '@inclusion/server/app'
import { createContext } from '@inclusion/server/context'
import { beginning } from '@inclusion/server/demonstration/world'
import { demonstrationEnvironment } from '@inclusion/server/env'
import Database from 'better-sqlite3'
import { openCollection, openYear, programme } from './collection-world.ts'
import { median, type Measurement } from './figures.ts'

const rounds = 9
const runs = 5

/** The rows of one year as anybody would have to read them: where each return stands, its due day, its first filing. */
const bareQuery = `
  SELECT returns.id, returns.grantId, returns.periodId, returns.status, grants.gssCode, authorities.name,
    coalesce(returns.dueWhenFiled, extensions.dueOn, collection_windows.dueOn) AS dueOn,
    (SELECT min(submittedAt) FROM return_versions WHERE return_versions.returnId = returns.id) AS filedAt
  FROM grants
  JOIN authorities ON authorities.gssCode = grants.gssCode
  JOIN returns ON returns.grantId = grants.id
  JOIN collection_windows
    ON collection_windows.programme = grants.programme AND collection_windows.periodId = returns.periodId
  LEFT JOIN extensions ON extensions.returnId = returns.id AND extensions.endedAt IS NULL
  WHERE grants.programme = ? AND returns.periodId LIKE ?`

export async function measureCollection(): Promise<Measurement[]> {
  return [await measure(39), await measure(3900)]
}

async function measure(authorities: number): Promise<Measurement> {
  const path = await openCollection(authorities)
  const database = openDatabase(path)
  const environment = { ...demonstrationEnvironment({}), logLevel: 'silent' as const }
  const context = createContext({
    database,
    environment,
    mailer: { send: async () => {} },
    overrides: { now: () => beginning },
  })
  const app = createApp(context)
  const signedIn = await app.request('/api/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'leila-haddad' }),
  })
  const headers = { cookie: signedIn.headers.getSetCookie()[0]!.split(';')[0]! }
  const raw = new Database(path, { readonly: true })
  const read = raw.prepare(bareQuery)
  const rows = () => read.all(programme, `FY${openYear}%`)
  const ours: number[] = []
  const floor: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    for (let run = 0; run < runs; run++) {
      const response = await app.request(`/api/collection?programme=${programme}`, { headers })
      if (response.status !== 200) throw new Error(`The page answered ${response.status}`)
      await response.text()
    }
    ours.push((performance.now() - started) / runs)
    const begun = performance.now()
    for (let run = 0; run < runs; run++) rows()
    floor.push((performance.now() - begun) / runs)
  }
  const count = rows().length
  raw.close()
  await database.close()
  const ratio = median(ours.map((each, index) => each / floor[index]!))
  const name = `the collection page’s API, five years of ${authorities} returns a quarter, against the bare query of its ${count} rows`
  return { name, unit: 'ms', ours: median(ours), floor: median(floor), ratio, better: 'lower' }
}
