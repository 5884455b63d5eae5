/** Events written before they could be searched are found like those written since, and the chain is as it was. */
import { migrate } from '@inclusion/db/migrate'
import { migrationsFor } from '@inclusion/db/migrations/migrations'
import { openDatabase } from '@inclusion/db/open'
import { keysOf } from '@inclusion/server/trust/audit-subjects'
import { Migrator } from 'kysely/migration'
import { expect, inject, it } from 'vitest'
import { dropDatabase, freshDatabase } from '../support/postgres.ts'

const at = '2026-01-12T11:33:00.000Z'
const returnId = 'APM-E09000007-FY2025-26-Q3'

const events = [
  { subject: returnId, detail: { figures: [['APM-OP1', 1, 2.5, null, null, null, null]] } },
  {
    subject: `${returnId}@134643`,
    detail: { figures: [['attendance@134643:mentored', 1, 9, 6, 2, 'register']] },
  },
  { subject: returnId, detail: { explained: [['4.8', 'APM-OP5', 'other']] } },
  { subject: returnId, detail: { queryId: 'q1', locator: 'APM-OC1@134643' } },
  { subject: 'membership:m1', detail: { personId: 'helen', role: 'head' } },
  { subject: 'person:helen', detail: {} },
  { subject: 'programme:APM', detail: { returns: 3, figures: 'none', explained: {} } },
].map((event, index) => ({
  ...{ position: index + 1, id: `e${index}`, at, previousHash: '', hash: `h${index}` },
  action: index === 0 ? 'return.save-figures' : 'test',
  ...{ personId: index === 6 ? null : 'ruth', subject: event.subject, detail: event.detail },
}))

it.for(['SQLite', 'PostgreSQL'])('on %s', async (name, test) => {
  if (name !== 'SQLite' && inject('postgres') === '') return test.skip('There is no PostgreSQL here')
  const address = name === 'SQLite' ? ':memory:' : await freshDatabase(inject('postgres'))
  const database = openDatabase(address)
  try {
    const { db, engine } = database
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(engine) } })
    expect((await migrator.migrateTo('0007-uploads')).error).toBeUndefined()
    await addReturn(database)
    const stored = events.map((event) => ({ ...event, detail: JSON.stringify(event.detail) }))
    await db.insertInto('audit_events').values(stored).execute()
    await migrate(database)
    const found = await db.selectFrom('audit_subjects').selectAll().execute()
    const expected = events.flatMap((event) =>
      keysOf(event).map((key) => ({ key, position: event.position })),
    )
    const words = (rows: typeof found) => rows.map(({ key, position }) => `${position} ${key}`).toSorted()
    expect(words(found)).toEqual(words(expected))
    expect(await db.selectFrom('audit_events').selectAll().orderBy('position').execute()).toEqual(stored)
    // Whoever saved a figure filed it, also where nothing else says so any more.
    expect(await db.selectFrom('return_filers').selectAll().execute()).toEqual([
      { returnId, personId: 'ruth' },
    ])
  } finally {
    await database.close()
    if (name !== 'SQLite') await dropDatabase(address)
  }
})

async function addReturn({ db }: ReturnType<typeof openDatabase>): Promise<void> {
  const ruth = { id: 'ruth', name: 'Ruth', email: 'ruth@demo.example', emailVerified: 1 as const }
  await db
    .insertInto('people')
    .values({ ...ruth, image: null, jobTitle: null, suspendedAt: null, createdAt: at, updatedAt: at })
    .execute()
  const calendar = 'financial-quarters' as const
  const place = { gssCode: 'E09000007', dfeCode: '202', name: 'Camden', subregion: 'Inner' as const }
  await db
    .insertInto('authorities')
    .values({ ...place, isBorough: 1 })
    .execute()
  const programme = { code: 'APM', name: 'Mentoring', summary: '', settingsReport: 1 as const, calendar }
  await db
    .insertInto('programmes')
    .values({ ...programme, startsOn: '2022-04-01', endsBefore: '2027-04-01', comparator: null })
    .execute()
  const grant = { id: 'APM-E09000007', programme: 'APM', gssCode: 'E09000007', cohort: '2022', note: null }
  const terms = {
    status: 'active' as const,
    processesPersonalData: 0 as const,
    dpiaOn: null,
    invented: 1 as const,
  }
  await db
    .insertInto('grants')
    .values({ ...grant, ...terms, cohortStartOn: '2022-04-01' })
    .execute()
  const periodId = 'FY2025-26-Q3'
  await db
    .insertInto('periods')
    .values({ id: periodId, calendar, startsOn: '2025-10-01', endsBefore: '2026-01-01' })
    .execute()
  const standard = { id: 'own-1', name: 'own', status: 'draft' as const, clauses: '[]' }
  await db
    .insertInto('standards')
    .values({ ...standard, effectiveFrom: periodId })
    .execute()
  const dataReturn = {
    id: returnId,
    grantId: 'APM-E09000007',
    periodId,
    standardId: 'own-1',
    statusSince: at,
  }
  await db
    .insertInto('returns')
    .values({ ...dataReturn, tier: 'standard', status: 'in-progress' })
    .execute()
}
