/** `pnpm db migrate|seed|reset|new NAME`, on DATABASE_URL or the SQLite file under `.data`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { migrate } from './migrate.ts'
import { openDatabase, type OpenDatabase } from './open.ts'
import { seed } from './seed.ts'

const address = process.env['DATABASE_URL'] ?? '.data/returns.sqlite'
const onPostgres = /^postgres(ql)?:\/\//.test(address)
const migrations = new URL('./migrations/', import.meta.url)

const usage = `Use one of:
  pnpm db migrate     bring the database to the latest schema
  pnpm db seed        load the reference data (again, if need be)
  pnpm db reset --yes empty the database, migrate it and load the reference data
  pnpm db new NAME    begin a migration`

/** What a person did wrong, in a sentence; anything else is a fault and keeps its trace. */
class Misuse extends Error {}

const commands: Record<string, (given: string[]) => Promise<string>> = {
  migrate: async () => withDatabase(runMigrations),
  seed: async () => withDatabase(runSeed),
  reset,
  new: async ([name]) => beginMigration(name),
}

async function runMigrations(database: OpenDatabase): Promise<string> {
  const names = await migrate(database)
  return names.length === 0 ? 'The schema is up to date.' : `Ran ${names.join(', ')}.`
}

async function runSeed(database: OpenDatabase): Promise<string> {
  const waiting = await runMigrations(database)
  await seed(database)
  return `${waiting} The reference data is loaded.`
}

async function reset(given: string[]): Promise<string> {
  if (process.env['NODE_ENV'] === 'production') throw new Misuse('Reset is refused in production.')
  if (!given.includes('--yes'))
    throw new Misuse('Reset deletes every return. Say so with: pnpm db reset --yes')
  if (!onPostgres) for (const end of ['', '-wal', '-shm']) rmSync(`${address}${end}`, { force: true })
  return withDatabase(async (database) => {
    if (onPostgres) await emptyPostgres(database)
    return `The database was emptied. ${await runSeed(database)}`
  })
}

async function emptyPostgres({ db }: OpenDatabase): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`DROP SCHEMA public CASCADE`.execute(trx)
    await sql`CREATE SCHEMA public`.execute(trx)
  })
}

function beginMigration(name: string | undefined): string {
  if (!name || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Misuse('Give the migration a name in small letters and hyphens, like: pnpm db new add-releases')
  }
  const numbers = readdirSync(migrations).map((file) => Number(/^(\d{4})-/.exec(file)?.[1] ?? 0))
  const file = `${String(Math.max(...numbers) + 1).padStart(4, '0')}-${name}`
  const text = `/** What it adds. Frozen: never edited once released. */\nexport const sql = \`\n\`\n`
  writeFileSync(new URL(`${file}.ts`, migrations), text, { flag: 'wx' })
  return `Wrote db/src/migrations/${file}.ts. List it in db/src/migrations/migrations.ts: it does not run until you do.`
}

async function withDatabase(work: (database: OpenDatabase) => Promise<string>): Promise<string> {
  if (!onPostgres && address !== ':memory:') mkdirSync(dirname(address), { recursive: true })
  const database = openDatabase(address)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function main([name = '', ...given]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (!command) throw new Misuse(name === '' ? usage : `There is no command "${name}".\n${usage}`)
    console.log(await command(given))
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

await main(process.argv.slice(2))
