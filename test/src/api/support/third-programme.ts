/** A programme that the service's code has never heard of, made of rows alone: school links, by school term. */
import { periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { Service } from '../../support/service.ts'
import { identities, links, visits } from './school-links.ts'

/**
 * Adds the programme with its framework, and a window that is open now for each period. `balanced`: with more
 * indicators, and an identity of each kind between them.
 */
export async function addSchoolLinks(
  { database: { db } }: Service,
  periods: PeriodId[],
  { balanced = false } = {},
): Promise<void> {
  const definitions = balanced ? [...links, ...visits] : links
  await db
    .insertInto('programmes')
    .values({
      ...{ code: 'LNK', name: 'School links', summary: 'Invented.', calendar: 'school-terms' },
      ...{ startsOn: '2025-08-01', endsBefore: '2027-08-01', settingsReport: 0, comparator: null },
    })
    .execute()
  const codes = definitions.map(({ indicator }, index) => ({
    ...{ code: indicator, programme: 'LNK', position: index + 1 },
  }))
  await db.insertInto('indicators').values(codes).execute()
  const rows = definitions.map((definition) => {
    const { indicator, edition, effectiveFrom, changeClass } = definition
    const key = { id: `${indicator}.${edition}`, indicator, edition, effectiveFrom, changeClass }
    return { ...key, definition: JSON.stringify(definition) }
  })
  await db.insertInto('indicator_definitions').values(rows).execute()
  if (balanced) {
    const held = identities.map(({ id, programme, effectiveFrom, ...rest }) => ({
      ...{ id, programme, effectiveFrom },
      identity: JSON.stringify({ id, programme, effectiveFrom, ...rest }),
    }))
    await db.insertInto('identities').values(held).execute()
  }
  for (const id of periods) {
    const { calendar, startsOn, endsBefore } = periodOf(id)
    await db.insertInto('periods').values({ id, calendar, startsOn, endsBefore }).execute()
    await db
      .insertInto('collection_windows')
      .values({ programme: 'LNK', periodId: id, opensOn: '2026-01-05', dueOn: '2026-01-30' })
      .execute()
  }
}

type Invented = { programme: string; gssCode: string; pence: number }

/** An invented grant with one award line. Answers its id. */
export async function addGrant(
  { database: { db } }: Service,
  { programme, gssCode, pence }: Invented,
): Promise<string> {
  const id = `${programme}-${gssCode}`
  await db
    .insertInto('grants')
    .values({
      ...{ id, programme, gssCode, cohort: 'invented', cohortStartOn: '2025-08-01', status: 'active' },
      ...{ processesPersonalData: 0, dpiaOn: null, invented: 1, note: null },
    })
    .execute()
  await db
    .insertInto('award_lines')
    .values({
      ...{ id: `${id}-2025-26`, grantId: id, financialYear: '2025-26', pence },
      ...{ decision: null, assumption: 'Invented' },
    })
    .execute()
  return id
}
