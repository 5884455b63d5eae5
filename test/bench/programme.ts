/** The programme page's API over 32 boroughs and 8 quarters, against reading the rolled-up rows in process. */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@inclusion/db/open'
import { createApp } from '@inclusion/server/app'
import { createContext } from '@inclusion/server/context'
import { beginning } from '@inclusion/server/demonstration/world'
import { demonstrationEnvironment } from '@inclusion/server/env'
import { findSnapshot } from '@inclusion/server/demonstration/snapshot'
import Database from 'better-sqlite3'
import { median, type Measurement } from './figures.ts'

const rounds = 9
const runs = 10

export async function measureProgramme(): Promise<Measurement[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'returns-bench-')), 'returns.sqlite')
  copyFileSync(await findSnapshot(), path)
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
  const read = raw.prepare(
    `SELECT indicator, periodId, gssCode, value, numerator, denominator, people FROM roll_ups
     WHERE programme = 'APM' AND category = ''`,
  )
  const rows = read.all().length
  const ours: number[] = []
  const floor: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    for (let run = 0; run < runs; run++) {
      const response = await app.request('/api/programmes/APM', { headers })
      if (response.status !== 200) throw new Error(`The page answered ${response.status}`)
      await response.text()
    }
    ours.push((performance.now() - started) / runs)
    const begun = performance.now()
    for (let run = 0; run < runs; run++) read.all()
    floor.push((performance.now() - begun) / runs)
  }
  raw.close()
  await database.close()
  const ratio = median(ours.map((each, index) => each / floor[index]!))
  const name = `the programme page’s API, against reading its ${rows} rolled-up rows`
  return [{ name, unit: 'ms', ours: median(ours), floor: median(floor), ratio, better: 'lower' }]
}
