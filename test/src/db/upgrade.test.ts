/** An upgrade keeps what was reported before it: the schema moves under a database that is in use. */
import { migrate } from '@inclusion/db/migrate'
import { migrationsFor } from '@inclusion/db/migrations/migrations'
import { openDatabase, type Db, type OpenDatabase } from '@inclusion/db/open'
import { findAttendance } from '@inclusion/server/setting-reports/attendance-store'
import { Migrator } from 'kysely/migration'
import { expect, inject, it } from 'vitest'
import { dropDatabase, freshDatabase } from '../support/postgres.ts'

const at = '2026-01-12T11:33:00.000Z'
const returnId = 'APM-E09000007-FY2025-26-Q3'
const grantId = 'APM-E09000007'
const urn = '134643'
const changed = { revision: 3, changedBy: 'helen', changedAt: at }

const sessions = {
  ...{ returnId, urn, cohort: 'mentored' as const, academicYear: '2025-26', source: 'typed' as const },
  ...{ possible: 820, attended: 630, authorised: 120, unauthorised: 70, byCode: null, ...changed },
}
const pupils = {
  ...{ returnId, urn, enrolments: 9, persistent: 6, severe: 2, dispersion: null, ...changed },
}
const mentored = { ...pupils, cohort: 'mentored' as const, windowStartsOn: null, windowEndsBefore: null }
const baseline = {
  ...{ ...pupils, cohort: 'baseline' as const },
  ...{ windowStartsOn: '2025-04-21', windowEndsBefore: '2025-08-01' },
}
const report = {
  ...{ returnId, urn, status: 'signed-off' as const, signedOffBy: 'helen', signedOffAt: at },
  ...{ missingReason: null, missingText: null, changedAt: at, revision: 2 },
}
const question = {
  ...{ id: 'q1', returnId, locator: `attendance@${urn}:mentored`, status: 'open' as const },
  ...{ openedBy: 'helen', openedAt: at, changedAt: at },
}
const setting = {
  ...{ urn, laestab: '2021101', name: 'Key Stage 3', type: '15', gssCode: 'E09000007', source: 'GIAS' },
  ...{ openedOn: null, closedOn: '2026-03-31', successorUrn: null },
}
const part = { grantId, urn, startsOn: '2022-04-01', endsBefore: '2026-04-01' }

async function fill(db: Db): Promise<void> {
  const place = { gssCode: 'E09000007', dfeCode: '202', name: 'Camden', subregion: 'Inner' as const }
  await db
    .insertInto('authorities')
    .values({ ...place, isBorough: 1 })
    .execute()
  await db.insertInto('settings').values(setting).execute()
  const programme = { code: 'APM', name: 'Mentoring', summary: '', settingsReport: 1 as const }
  const days = { startsOn: '2022-04-01', endsBefore: '2027-04-01' }
  const calendar = 'financial-quarters' as const
  await db
    .insertInto('programmes')
    .values({ ...programme, ...days, calendar, comparator: null })
    .execute()
  const grant = { id: grantId, programme: 'APM', gssCode: 'E09000007', cohort: '2022', note: null }
  const terms = { status: 'active' as const, processesPersonalData: 0 as const, dpiaOn: null }
  await db
    .insertInto('grants')
    .values({ ...grant, ...terms, cohortStartOn: '2022-04-01', invented: 1 })
    .execute()
  await db.insertInto('grant_settings').values(part).execute()
  const quarter = { startsOn: '2025-10-01', endsBefore: '2026-01-01' }
  await db
    .insertInto('periods')
    .values({ id: 'FY2025-26-Q3', calendar, ...quarter })
    .execute()
  await db
    .insertInto('people')
    .values({ id: 'helen', name: 'Helen', email: 'helen@test.example', ...stamps })
    .execute()
  const standard = { id: 'own-1', name: 'own', status: 'draft' as const, clauses: '[]' }
  await db
    .insertInto('standards')
    .values({ ...standard, effectiveFrom: 'FY2025-26-Q3' })
    .execute()
  const dataReturn = { id: returnId, grantId, periodId: 'FY2025-26-Q3', standardId: 'own-1' }
  await db
    .insertInto('returns')
    .values({ ...dataReturn, tier: 'standard', status: 'in-progress', statusSince: at })
    .execute()
  await db.insertInto('setting_reports').values(report).execute()
  await db.insertInto('attendance_counts').values(sessions).execute()
  await db.insertInto('attendance_pupils').values([mentored, baseline]).execute()
  await db.insertInto('data_queries').values(question).execute()
}

const stamps = { emailVerified: 1 as const, invented: 1 as const, createdAt: at, updatedAt: at }

async function withEach(engine: string, work: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const address = engine === 'SQLite' ? ':memory:' : await freshDatabase(inject('postgres'))
  const database = openDatabase(address)
  try {
    await work(database)
  } finally {
    await database.close()
    if (engine !== 'SQLite') await dropDatabase(address)
  }
}

it.for(['SQLite', 'PostgreSQL'])('%s keeps reports, counts, questions and parts', async (name, test) => {
  if (name !== 'SQLite' && inject('postgres') === '') return test.skip('There is no PostgreSQL here')
  await withEach(name, async (database) => {
    const { db, engine } = database
    const names = Object.keys(migrationsFor(engine))
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(engine) } })
    expect((await migrator.migrateTo('0004-standards')).error).toBeUndefined()
    await fill(db)
    expect(await migrate(database)).toEqual(names.slice(names.indexOf('0004-standards') + 1))

    const rowsOf = (table: 'settings' | 'grant_settings' | 'setting_reports' | 'data_queries') =>
      db.selectFrom(table).selectAll().execute()
    expect(await rowsOf('settings')).toEqual([{ ...setting, succeededOn: null, revision: 0 }])
    expect(await rowsOf('grant_settings')).toEqual([part])
    const never = { remindedBy: null, remindedAt: null }
    expect(await rowsOf('setting_reports')).toEqual([{ ...report, onBehalf: 0, ...never }])
    expect(await rowsOf('data_queries')).toEqual([{ ...question, askedOf: 'borough' }])
    expect(await db.selectFrom('attendance_counts').selectAll().execute()).toEqual([
      { ...sessions, provenance: 'typed', onBehalf: 0 },
    ])

    const [ofMentored, ofBaseline] = await findAttendance(db, returnId)
    const counts = { urn, enrolments: 9, persistent: 6, severe: 2 }
    expect(ofMentored).toMatchObject({ ...counts, cohort: 'mentored', window: null })
    expect(ofBaseline).toMatchObject({ ...counts, cohort: 'baseline', sessions: [] })
    expect(ofBaseline!.window).toEqual({ startsOn: '2025-04-21', endsBefore: '2025-08-01' })
    for (const of of [ofMentored!, ofBaseline!]) {
      expect(of.counted, 'what was given before registers was typed').toBeUndefined()
      for (const mark of Object.values(of.marks)) expect(mark).toEqual({ ...typedMark })
    }
    const programmes = await db.selectFrom('programmes').select(['code', 'baselineWindows']).execute()
    expect(programmes).toEqual([{ code: 'APM', baselineWindows: 'term-before-start' }])
  })
})

const typedMark = { revision: 3, by: 'helen', at, source: 'typed', onBehalf: false }
