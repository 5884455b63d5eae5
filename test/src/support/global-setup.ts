/** Once for the whole run: the demonstration's snapshot, and a PostgreSQL with a template of it. */
import { openDatabase } from '@inclusion/db/open'
import { copySnapshot, findSnapshot } from '@inclusion/server/demonstration/snapshot'
import type { TestProject } from 'vitest/node'
import { namedDatabase, startPostgres } from './postgres.ts'

export const template = 'demonstration_template'

declare module 'vitest' {
  interface ProvidedContext {
    snapshot: string
    /** The server with the template database; empty where there is no PostgreSQL. */
    postgres: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const snapshot = await findSnapshot()
  project.provide('snapshot', snapshot)
  const server = await startPostgres()
  project.provide('postgres', server?.url ?? '')
  if (server) {
    const database = openDatabase(await namedDatabase(server.url, template))
    await copySnapshot(snapshot, database)
    await database.close()
    process.env['TEST_DATABASE_URL'] = server.url
  }
  return async () => {
    await server?.stop()
  }
}
