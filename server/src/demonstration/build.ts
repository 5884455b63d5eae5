/** Builds the demonstration's world by replaying real acts through the service's own functions. */
import { upsertRows, type RowTypes } from '@inclusion/db/insert-rows'
import { migrate } from '@inclusion/db/migrate'
import type { Db, OpenDatabase } from '@inclusion/db/open'
import { seed } from '@inclusion/db/seed'
import { createContext } from '../context.ts'
import { demonstrationEnvironment } from '../env.ts'
import { boroughPeople, mainPeople, type InventedPerson } from './people.ts'
import { firstPeriod, tellStory, type Grant } from './story.ts'
import { beginning, createWorld } from './world.ts'

/** Nobody gets the letters of the past: they were sent when they were written. */
const silent = { send: async () => {} }

/** Fills an empty database: schema, reference data, people, and everything that has happened. */
export async function buildDemonstration(database: OpenDatabase): Promise<void> {
  await migrate(database)
  await seed(database)
  const environment = demonstrationEnvironment({ LOG_LEVEL: 'silent' })
  const context = createContext({ database, environment, mailer: silent })
  await addPeople(database.db)
  const world = createWorld(context)
  await tellStory(world, await findGrants(database.db))
  if (world.context.now() > beginning) throw new Error('The story runs past the day on which it begins')
  await database.db.updateTable('outbox').set({ sentAt: '2026-01-19T18:00:00.000Z', text: '' }).execute()
}

const at = '2022-04-01T08:00:00.000Z'
const since = { emailVerified: 1, invented: 1, createdAt: at, updatedAt: at }

const personColumns: RowTypes = {
  id: 'text',
  name: 'text',
  jobTitle: 'text',
  email: 'text',
  emailVerified: 'number',
  invented: 'number',
  createdAt: 'text',
  updatedAt: 'text',
}

async function addPeople(db: Db): Promise<void> {
  const authorities = await db
    .selectFrom('authorities')
    .selectAll()
    .where('isBorough', '=', 1)
    .orderBy('name')
    .execute()
  const grants = await db.selectFrom('grants').select('gssCode').where('programme', '=', 'CPD').execute()
  const training = new Set(grants.map(({ gssCode }) => gssCode))
  const people = [
    ...mainPeople,
    ...authorities.flatMap(({ gssCode, name }, index) =>
      boroughPeople({ gssCode, name, trains: training.has(gssCode) }, index),
    ),
  ]
  await upsertRows(
    db,
    'people',
    people.map(({ id, name, jobTitle }) => ({
      id,
      name,
      jobTitle,
      email: `${id}@demonstration.example`,
      ...since,
    })),
    { columns: personColumns, key: ['id'] },
  )
  await db.insertInto('memberships').values(people.flatMap(membershipsOf)).execute()
}

function membershipsOf({ id, memberships }: InventedPerson) {
  return memberships.map(({ role, programme, gssCode, urn }, index) => ({
    id: `${id}-${index + 1}`,
    personId: id,
    role,
    programme: programme ?? null,
    gssCode: gssCode ?? null,
    urn: urn ?? null,
    startsOn: '2022-04-01',
    endsBefore: null,
  }))
}

/** Every grant with who files for it, since when, and its awards by financial year. */
async function findGrants(db: Db): Promise<Grant[]> {
  const grants = await db
    .selectFrom('grants')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['grants.id', 'grants.gssCode', 'programme', 'cohortStartOn', 'authorities.name'])
    .orderBy('grants.id')
    .execute()
  const awards = await db.selectFrom('award_lines').select(['grantId', 'financialYear', 'pence']).execute()
  const members = await db.selectFrom('memberships').selectAll().execute()
  const headOf = new Map(
    members.flatMap(({ role, urn, personId }) => (role === 'head' && urn ? [[urn, personId]] : [])),
  )
  return grants.map(({ id, gssCode, programme, cohortStartOn, name }) => {
    const holder = (role: string) =>
      members.find(
        (member) =>
          member.role === role && member.gssCode === gssCode && (member.programme ?? programme) === programme,
      )?.personId
    const filers = { lead: holder('lead') ?? '', certifier: holder('certifier') ?? '' }
    const lines = awards.filter(({ grantId }) => grantId === id)
    return {
      id,
      programme,
      name,
      filers,
      headOf,
      cohortStartOn,
      first: firstOf(programme, cohortStartOn),
      awards: Object.fromEntries(lines.map(({ financialYear, pence }) => [financialYear, pence])),
    }
  })
}

/** The first period a grant reported in, as far as the demonstration goes back. */
function firstOf(programme: string, cohortStartOn: string): string {
  if (programme === 'CPD') return 'FY2025-26-Q2'
  return cohortStartOn < '2024-01-01' ? firstPeriod : 'FY2024-25-Q2'
}
