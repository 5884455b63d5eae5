/** A programme that the service's code has never heard of, made of rows alone: school links, by school term. */
import { define } from '@inclusion/db/reference/framework/define'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { Service } from '../../support/service.ts'

const sheet = { purpose: 'Invented.', counts: 'Invented.', source: 'Invented.', limits: 'Invented.' }
const common = { section: 'Links', hint: '', referenceSheet: sheet, askedFrom: 'light' as const }
const pairOf = (numerator: string, denominator: string) => ({
  parts: { numerator, denominator },
  people: 'denominator' as const,
})

const kinds = [
  { code: 'new', label: 'New this term', aliases: [] },
  { code: 'known', label: 'Known before', aliases: [] },
]

/** One indicator for each way of rolling up: a sum, people counted once, a ratio, a rate, and words. */
const definitions: IndicatorDefinition[] = define('AY2025-26-autumn', [
  {
    ...{
      ...common,
      indicator: 'LNK-OP1',
      kind: 'output',
      label: 'Families met',
      parts: { value: 'Families' },
    },
    ...{ measure: 'count', polarity: 'more', overTime: 'sum', overPlace: 'sum' },
    disaggregations: [
      { dimension: 'kind', label: 'Kind of family', choice: 'single', askedFrom: 'light', categories: kinds },
    ],
  },
  {
    ...{
      ...common,
      indicator: 'LNK-OP2',
      kind: 'output',
      label: 'Families known',
      parts: { value: 'Families' },
    },
    ...{
      measure: 'count',
      polarity: 'more',
      overTime: 'distinct',
      overPlace: 'sum',
      distinctWindow: 'academic-year',
    },
  },
  {
    ...{ ...common, indicator: 'LNK-OC1', kind: 'outcome', label: 'Children back in school' },
    ...pairOf('Back in school', 'Children of those families'),
    ...{ measure: 'proportion', polarity: 'higher', overTime: 'ratio', overPlace: 'ratio' },
  },
  {
    ...{ ...common, indicator: 'LNK-OC2', kind: 'outcome', label: 'Suspensions' },
    ...pairOf('Suspensions', 'Children known this year'),
    ...{ measure: 'rate', polarity: 'lower', overTime: 'rate', overPlace: 'ratio' },
  },
  {
    ...{ ...common, indicator: 'LNK-TX1', kind: 'text', label: 'What was learned', parts: {} },
    ...{ measure: 'text', polarity: 'none', overTime: 'none', overPlace: 'none' },
  },
])

/** Adds the programme with its framework, and a window that is open now for each period. */
export async function addSchoolLinks({ database: { db } }: Service, periods: PeriodId[]): Promise<void> {
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
