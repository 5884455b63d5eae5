/** Editions and waivers as the databases hold them: frozen once published, and never by one person alone. */
import { migrationsFor } from '@inclusion/db/migrations/migrations'
import { migrate } from '@inclusion/db/migrate'
import { openDatabase, type Db, type OpenDatabase } from '@inclusion/db/open'
import { seed } from '@inclusion/db/seed'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { describe, expect, it } from 'vitest'
import { engines } from './databases.ts'

const at = '2026-01-20T10:00:00.000Z'
const people = ['ada', 'ben'].map((id) => ({
  id,
  name: id,
  email: `${id}@test.example`,
  ...{ emailVerified: 1 as const, invented: 1 as const, createdAt: at, updatedAt: at },
}))

async function withPeople(database: OpenDatabase): Promise<Db> {
  await seed(database)
  await database.db.insertInto('people').values(people).execute()
  return database.db
}

const draft = {
  id: 'edition-2',
  name: 'edition 2',
  status: 'draft' as const,
  effectiveFrom: 'FY2025-26-Q4',
  clauses: '[]',
  createdBy: 'ada',
}

const aCheck = { standardId: 'edition-2', code: '1.1', position: 1, body: '{}' }

describe.each(engines())('standards on $name', ({ open }) => {
  it('keeps a published edition and its checks as they are', async (test) => {
    const database = await open(test)
    const db = await withPeople(database)
    const published = db.updateTable('standards').where('id', '=', 'reference-1')
    await expect(published.set({ name: 'another' }).execute()).rejects.toThrow('frozen')
    await expect(
      published.set({ status: 'draft', publishedAt: null }).execute(),
      'it is not taken back either',
    ).rejects.toThrow('frozen')
    await expect(db.deleteFrom('standards').where('id', '=', 'reference-1').execute()).rejects.toThrow(
      'frozen',
    )
    await expect(db.updateTable('checks').set({ body: '{}' }).execute()).rejects.toThrow('frozen')
    await expect(db.deleteFrom('checks').where('code', '=', '4.1').execute()).rejects.toThrow('frozen')
    await expect(
      db
        .insertInto('checks')
        .values({ ...aCheck, standardId: 'reference-1', code: '4.99' })
        .execute(),
    ).rejects.toThrow('frozen')
    await database.close()
  })

  it('publishes what people wrote with two names only', async (test) => {
    const database = await open(test)
    const db = await withPeople(database)
    await db.insertInto('standards').values(draft).execute()
    await db.insertInto('checks').values(aCheck).execute()
    const own = db.updateTable('standards').where('id', '=', 'edition-2')
    const publish = { status: 'published' as const, publishedAt: at }
    await expect(own.set(publish).execute()).rejects.toThrow('standards_approver_is_another')
    await own.set({ proposedBy: 'ada', proposedAt: at }).execute()
    await expect(own.set({ ...publish, approvedBy: 'ada' }).execute()).rejects.toThrow(
      /standards_approver_is_another|CHECK/,
    )
    await own.set({ ...publish, approvedBy: 'ben' }).execute()
    await expect(own.set({ name: 'another' }).execute()).rejects.toThrow('frozen')
    await expect(
      db
        .insertInto('checks')
        .values({ ...aCheck, code: '1.2' })
        .execute(),
    ).rejects.toThrow('frozen')
    // A check cannot be carried out of a published edition either, nor into one.
    await expect(
      db.updateTable('checks').set({ code: '9.99' }).where('standardId', '=', 'edition-2').execute(),
    ).rejects.toThrow('frozen')
    await database.close()
  })

  it('keeps a waiver from being approved by the person who asked for it', async (test) => {
    const database = await open(test)
    const db = await withPeople(database)
    const asked = {
      ...{ id: 'w1', checkCode: '4.8', programme: 'APM', reason: 'Late records', until: '2026-03-31' },
      ...{ requestedBy: 'ada', requestedAt: at },
    }
    await db
      .insertInto('waivers')
      .values({ ...asked, status: 'requested' })
      .execute()
    const decide = (by: string) =>
      db.updateTable('waivers').set({ status: 'approved', decidedBy: by, decidedAt: at }).execute()
    await expect(decide('ada')).rejects.toThrow(/waivers_approver_is_another|CHECK/)
    await decide('ben')
    await expect(db.updateTable('waivers').set({ status: 'requested' }).execute()).rejects.toThrow(
      /constraint/i,
    )
    await database.close()
  })
})

it('the migration keeps what an earlier database holds', async () => {
  const database = openDatabase(':memory:')
  const { db, engine } = database
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(engine) } })
  const { error } = await migrator.migrateTo('0003-returns')
  expect(error).toBeUndefined()
  await sql`INSERT INTO programmes (code, name, summary, calendar, startsOn, endsBefore, settingsReport)
    VALUES ('CPD', 'Training', '', 'financial-quarters', '2025-09-01', '2026-09-01', 0)`.execute(db)
  await sql`INSERT INTO standards (id, name, status, effectiveFrom, clauses, publishedAt)
    VALUES ('reference-1', 'reference edition 1', 'published', 'FY2022-23-Q1', '[]', ${at})`.execute(db)
  await sql`INSERT INTO checks (standardId, code, position, body) VALUES ('reference-1', '1.1', 1, '{}')`.execute(
    db,
  )
  const names = Object.keys(migrationsFor(engine))
  expect(await migrate(database)).toEqual(names.slice(names.indexOf('0003-returns') + 1))
  await seed(database)
  const { trial } = await db
    .selectFrom('programmes')
    .select('trial')
    .where('code', '=', 'CPD')
    .executeTakeFirstOrThrow()
  expect(trial).toBe(1)
  const checks = await db
    .selectFrom('checks')
    .select('code')
    .where('standardId', '=', 'reference-1')
    .execute()
  expect(checks, 'the edition that was published unfinished is completed').toHaveLength(53)
  const standard = db.selectFrom('standards').select('status').where('id', '=', 'reference-1')
  expect(await standard.executeTakeFirstOrThrow()).toEqual({ status: 'published' })
  await database.close()
})
