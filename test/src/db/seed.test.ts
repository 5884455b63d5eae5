import type { OpenDatabase } from '@inclusion/db/open'
import { seed } from '@inclusion/db/seed'
import type { Tables } from '@inclusion/db/tables/tables'
import { describe, expect, it } from 'vitest'
import { engines } from './databases.ts'

/** Every table the seed writes, with the columns that put its rows in one order on both engines. */
const tables: [keyof Tables, string[]][] = [
  ['authorities', ['gssCode']],
  ['settings', ['urn']],
  ['decisions', ['reference']],
  ['programmes', ['code']],
  ['funding_lines', ['id']],
  ['tier_thresholds', ['tier']],
  ['grants', ['id']],
  ['award_lines', ['id']],
  ['instalments', ['id']],
  ['grant_settings', ['grantId', 'urn', 'startsOn']],
  ['indicators', ['code']],
  ['indicator_definitions', ['id']],
  ['identities', ['id']],
  ['periods', ['id']],
  ['collection_windows', ['programme', 'periodId']],
  ['baselines', ['id']],
  ['profiles', ['grantId', 'indicator', 'periodId']],
  ['standards', ['id']],
  ['checks', ['standardId', 'code']],
  ['comparators', ['series', 'area', 'academicYear', 'timeIdentifier']],
]

async function everything({ db }: OpenDatabase): Promise<Record<string, object[]>> {
  const all: Record<string, object[]> = {}
  for (const [table, keys] of tables) {
    const rows: Record<string, unknown>[] = await db.selectFrom(table).selectAll().execute()
    const keyOf = (row: Record<string, unknown>): string => keys.map((key) => String(row[key])).join(' ')
    all[table] = rows.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
  }
  return all
}

const underTest = engines()
const found: Record<string, Record<string, object[]>> = {}

describe.each(underTest)('the seed on $name', ({ name, open }) => {
  it('gives the same rows when it is run again', async (test) => {
    const database = await open(test)
    await seed(database)
    const once = await everything(database)
    await seed(database)
    expect(await everything(database)).toEqual(once)
    expect(tables.filter(([table]) => once[table]?.length === 0)).toEqual([])
    found[name] = once
    await database.close()
  })

  it('leaves a row that people changed as it is, and adds one that is missing', async (test) => {
    const database = await open(test)
    await seed(database)
    const { db } = database
    await db.updateTable('programmes').set({ name: 'Renamed by RMEL' }).where('code', '=', 'APM').execute()
    await db.deleteFrom('comparators').where('area', '=', 'E92000001').execute()
    await seed(database)
    const names = await db.selectFrom('programmes').select('name').orderBy('code').execute()
    expect(names.map(({ name }) => name)).toEqual(['Renamed by RMEL', 'Inclusion CPD Grants'])
    const england = await db
      .selectFrom('comparators')
      .select('area')
      .where('area', '=', 'E92000001')
      .execute()
    expect(england.length).toBeGreaterThan(0)
    await database.close()
  })

  it('gives a figure that is new with the service another place where people have one in its own', async (test) => {
    const database = await open(test)
    await seed(database)
    const { db } = database
    const code = 'CPD-TX1'
    const place = async (of: string) =>
      (await db.selectFrom('indicators').select('position').where('code', '=', of).executeTakeFirstOrThrow())
        .position
    const own = await place(code)
    // As a version before it would have left the database, with a figure of RMEL's where this one is to stand.
    await db.deleteFrom('indicator_definitions').where('indicator', '=', code).execute()
    await db.deleteFrom('indicators').where('code', '=', code).execute()
    await db.insertInto('indicators').values({ code: 'CPD-OP77', programme: 'CPD', position: own }).execute()
    await seed(database)
    expect(await place('CPD-OP77')).toBe(own)
    expect(await place(code)).toBeGreaterThan(own)
    const defined = db.selectFrom('indicator_definitions').select('id').where('indicator', '=', code)
    expect(await defined.execute()).toEqual([{ id: 'CPD-TX1.1' }])
    await database.close()
  })

  it('refuses a baseline over zero and an audit event that changes', async (test) => {
    const database = await open(test)
    await seed(database)
    const { db } = database
    await expect(db.updateTable('baselines').set({ denominator: 0 }).execute()).rejects.toThrow(/constraint/i)
    const event = {
      position: 1,
      id: 'a',
      at: '2026-01-20T10:00:00.000Z',
      action: 'x',
      subject: 'y',
      detail: '{}',
    }
    await db
      .insertInto('audit_events')
      .values({ ...event, personId: null, previousHash: '', hash: 'h' })
      .execute()
    await expect(db.updateTable('audit_events').set({ action: 'z' }).execute()).rejects.toThrow(
      'never changed',
    )
    await expect(db.deleteFrom('audit_events').execute()).rejects.toThrow('never changed')
    await database.close()
  })
})

it('the seed gives the same rows on both engines', (test) => {
  test.skip(!found['PostgreSQL'], 'There is no PostgreSQL here')
  expect(found['PostgreSQL']).toEqual(found['SQLite'])
})
