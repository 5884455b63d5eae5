/** Opens the demonstration's database: loads its world into an empty one, keeps what one already holds. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { engineOf } from '@inclusion/db/engine'
import { migrate } from '@inclusion/db/migrate'
import { seed } from '@inclusion/db/seed'
import { openDatabase, type Db, type OpenDatabase } from '@inclusion/db/open'
import { copySnapshot, findSnapshot } from './snapshot.ts'
import { beginning } from './world.ts'

export type OpenDemonstration = {
  database: OpenDatabase
  /** Milliseconds from the machine's clock to the demonstration's, the same at every later start. */
  clockOffset: number
}

const offsetFact = 'demonstration-clock-offset'

/** Throws an Error when the database holds something that is not a demonstration. `now` is the machine's clock. */
export async function openDemonstration(address: string, now: number): Promise<OpenDemonstration> {
  const onPostgres = /^postgres(ql)?:\/\//.test(address)
  if (!onPostgres && !existsSync(address)) {
    const snapshot = await findSnapshot()
    mkdirSync(dirname(address), { recursive: true })
    copyFileSync(snapshot, address)
  }
  const database = openDatabase(address)
  if (onPostgres && !(await hasTables(database.db))) await copySnapshot(await findSnapshot(), database)
  const ran = await migrate(database)
  // A world kept from an earlier version gets the reference data that came since.
  if (ran.length > 0) await seed(database)
  return { database, clockOffset: await clockOffsetOf(database.db, now) }
}

async function hasTables(db: Db): Promise<boolean> {
  const { rows } =
    engineOf(db) === 'postgres'
      ? await sql<{ there: boolean }>`SELECT to_regclass('returns') IS NOT NULL AS there`.execute(db)
      : await sql<{
          there: number
        }>`SELECT count(*) AS there FROM sqlite_master WHERE name = 'returns'`.execute(db)
  return Boolean(rows[0]?.there)
}

/** The offset kept from the first start; set now when this is the first. */
async function clockOffsetOf(db: Db, now: number): Promise<number> {
  const kept = await db
    .selectFrom('service_facts')
    .select('value')
    .where('name', '=', offsetFact)
    .executeTakeFirst()
  if (kept) return Number(kept.value)
  const invented = await db.selectFrom('people').select('id').where('invented', '=', 1).executeTakeFirst()
  if (!invented) {
    throw new Error('This database holds no demonstration. Give DATABASE_URL another, empty one.')
  }
  const offset = Date.parse(beginning) - now
  await db
    .insertInto('service_facts')
    .values({ name: offsetFact, value: String(offset) })
    .execute()
  return offset
}
