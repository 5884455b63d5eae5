/** A migrated, empty database on each engine, for tests of the database itself. */
import { migrate } from '@inclusion/db/migrate'
import { openDatabase, type OpenDatabase } from '@inclusion/db/open'
import { afterAll, beforeAll, type TestContext } from 'vitest'
import { freshDatabase, startPostgres, type RunningPostgres } from '../support/postgres.ts'

export type EngineUnderTest = {
  name: 'SQLite' | 'PostgreSQL'
  open: (test: TestContext) => Promise<OpenDatabase>
}

/** Both engines; `open` skips the test where there is no PostgreSQL. The test closes what it opens. */
export function engines(): EngineUnderTest[] {
  let server: RunningPostgres | null = null
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(async () => {
    await server?.stop()
  })
  return [
    { name: 'SQLite', open: async () => migrated(openDatabase(':memory:')) },
    {
      name: 'PostgreSQL',
      open: async (test) =>
        server
          ? migrated(openDatabase(await freshDatabase(server.url)))
          : test.skip('There is no PostgreSQL here'),
    },
  ]
}

async function migrated(database: OpenDatabase): Promise<OpenDatabase> {
  await migrate(database)
  return database
}
