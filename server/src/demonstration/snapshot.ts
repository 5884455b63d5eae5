/**
 * The demonstration's world, built once and kept as a file named after its source: the same source gives
 * the same world, a changed one is built anew.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { migrate } from '@inclusion/db/migrate'
import { openSqlite, type OpenDatabase, type Trx } from '@inclusion/db/open'
import { upsertRows, type RowTypes } from '@inclusion/db/insert-rows'
import type { Tables } from '@inclusion/db/tables/tables'
import { buildDemonstration } from './build.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The path of the snapshot for this source, building it when there is none yet (some seconds). */
export async function findSnapshot(folder = join(root, '.data')): Promise<string> {
  const path = join(folder, `demonstration-${sourceDigest()}.sqlite`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  for (const older of snapshotsIn(folder).slice(kept)) rmSync(older)
  const partial = `${path}.${process.pid}`
  const connection = new Database(partial)
  const database = openSqlite(connection)
  // A build that is interrupted is thrown away, so it need not wait for the disk.
  connection.pragma('synchronous = OFF')
  try {
    await buildDemonstration(database)
    await database.close()
    leaveWal(partial)
    renameSync(partial, path)
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(partial + ending, { force: true })
  }
  return path
}

/** The latest few stay: a test run or a service may still be reading the one from before a change. */
const kept = 3

/** The snapshots there are, the latest first. */
const snapshotsIn = (folder: string): string[] =>
  globSync(join(folder, 'demonstration-*.sqlite')).toSorted(
    (left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs,
  )

/** One file with nothing beside it, that can be copied, or opened in memory. */
function leaveWal(path: string): void {
  const connection = new Database(path)
  connection.pragma('journal_mode = DELETE')
  connection.close()
}

/** What the world follows from: every line of the packages that build it. */
function sourceDigest(): string {
  const files = globSync('{shared,db,server}/{src/**/*,package.json}', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** Copies every table of a snapshot into an empty database of either engine. */
export async function copySnapshot(path: string, target: OpenDatabase): Promise<void> {
  const source = openSqlite(new Database(readFileSync(path)))
  await migrate(target)
  await target.db.transaction().execute(async (trx) => {
    // The one row that the migrations themselves write.
    await trx.deleteFrom('audit_head').execute()
    for (const table of await tablesInOrder(source)) {
      const stored = await source.db.selectFrom(table).selectAll().execute()
      const rows = table === 'standards' ? stored.map((row) => ({ ...row, ...unpublished })) : stored
      const { columns, key } = await shapeOf(source, table)
      // Sent in pieces: one statement holds a few thousand rows comfortably.
      for (let start = 0; start < rows.length; start += 2000) {
        await upsertRows(trx, table, rows.slice(start, start + 2000), {
          columns,
          key,
          keep: true,
        })
      }
    }
    await publishAgain(trx, source)
  })
  await source.close()
}

/** A published edition takes no checks, so that each is published once it has them. */
const unpublished = { status: 'draft', publishedAt: null } as const

async function publishAgain(trx: Trx, source: OpenDatabase): Promise<void> {
  const rows = await source.db
    .selectFrom('standards')
    .select(['id', 'publishedAt'])
    .where('status', '=', 'published')
    .execute()
  for (const { id, publishedAt } of rows) {
    await trx
      .updateTable('standards')
      .set({ status: 'published', publishedAt })
      .where('id', '=', id)
      .execute()
  }
}

/** Tables with what they refer to before them, as the migrations made them. */
async function tablesInOrder({ db }: OpenDatabase): Promise<(keyof Tables)[]> {
  const { rows } = await sql<{ name: keyof Tables }>`
    SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%' ORDER BY rootpage`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

async function shapeOf({ db }: OpenDatabase, table: string): Promise<{ columns: RowTypes; key: string[] }> {
  const { rows } = await sql<{ name: string; type: string; pk: number }>`
    SELECT name, type, pk FROM pragma_table_info(${table})`.execute(db)
  return {
    columns: Object.fromEntries(rows.map(({ name, type }) => [name, type === 'TEXT' ? 'text' : 'number'])),
    key: rows.filter(({ pk }) => pk > 0).map(({ name }) => name),
  }
}
