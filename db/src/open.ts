/** Opens the database: SQLite by default, PostgreSQL when the address says so. */
import Database from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, type Transaction } from 'kysely'
import { Pool, TypeOverrides } from 'pg'
import type { Engine } from './migrations/migrations.ts'
import type { Tables } from './tables/tables.ts'

export type Db = Kysely<Tables>
/** A function that must be inside a transaction asks for this by type. */
export type Trx = Transaction<Tables>

export type OpenDatabase = { db: Db; engine: Engine; close: () => Promise<void> }

const bigint = 20
const numeric = 1700

/** Opens `postgres://...` or a SQLite file path (`:memory:` for none). The caller closes it. */
export function openDatabase(address: string): OpenDatabase {
  return /^postgres(ql)?:\/\//.test(address) ? openPostgres(address) : openSqlite(new Database(address))
}

/** A SQLite database on a connection that is already open, set for full durability. */
export function openSqlite(connection: Database.Database): OpenDatabase {
  if (!connection.memory) connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 5000')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(connection) }) })
  return { db, engine: 'sqlite', close: () => db.destroy() }
}

const mostStatements = 500

/** The connection as Kysely uses it, with each statement prepared once: half the cost of a short one. */
function keepingStatements(connection: Database.Database) {
  const statements = new Map<string, Database.Statement>()
  return {
    close: () => connection.close(),
    prepare(text: string) {
      const known = statements.get(text)
      if (known) return known
      if (statements.size >= mostStatements) statements.clear()
      const statement = connection.prepare(text)
      statements.set(text, statement)
      return statement
    },
  }
}

function openPostgres(address: string): OpenDatabase {
  const types = new TypeOverrides()
  types.setTypeParser(bigint, Number)
  types.setTypeParser(numeric, Number)
  const pool = new Pool({
    connectionString: address,
    max: 10,
    types,
    options: '-c idle_in_transaction_session_timeout=10000 -c lock_timeout=5000',
  })
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, engine: 'postgres', close: () => db.destroy() }
}
