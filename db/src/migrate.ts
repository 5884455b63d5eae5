/** Brings a database to the latest schema. */
import { Migrator } from 'kysely/migration'
import { migrationsFor } from './migrations/migrations.ts'
import type { OpenDatabase } from './open.ts'

/** Runs the migrations that have not run yet and answers their names. Throws the first failure. */
export async function migrate({ db, engine }: OpenDatabase): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(engine) } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map(({ migrationName }) => migrationName)
}
