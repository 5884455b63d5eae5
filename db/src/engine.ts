/** Which engine a handle speaks to, for the few statements that differ. */
import { PostgresAdapter } from 'kysely'
import type { Engine } from './migrations/migrations.ts'
import type { Db, Trx } from './open.ts'

export function engineOf(db: Db | Trx): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}
