/** An invented programme of 200 figures, eight boroughs wide, for the benchmarks: rows only, as any programme. */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { upsertRows } from '@inclusion/db/insert-rows'
import { openDatabase, type Db, type OpenDatabase } from '@inclusion/db/open'
import { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { findSnapshot } from '@inclusion/server/demonstration/snapshot'
import type { FigureChange } from '@inclusion/shared/figures'

export const figures = 200
export const writers = 8
export const period = 'FY2025-26-Q3'

const indicators = 20
const categories = Array.from({ length: 9 }, (_, index) => ({
  code: `part-${index}`,
  label: `Part ${index}`,
  aliases: [],
}))

const codeOf = (index: number): string => `BEN-OP${index + 1}`
const gssCodeOf = (writer: number): string => `E0900000${writer + 2}`
export const returnOf = (writer: number): string => `BEN-${gssCodeOf(writer)}-${period}`
export const leadOf = (writer: number): string => `bench-lead-${writer}`

type Kind = 'count' | 'proportion'

function definition(index: number, measure: Kind): IndicatorDefinition {
  const isPair = measure === 'proportion'
  return IndicatorDefinition.parse({
    indicator: codeOf(index),
    edition: 1,
    effectiveFrom: period,
    changeClass: 'major',
    section: 'Benchmark',
    kind: 'output',
    label: `Figure ${index + 1}`,
    parts: isPair ? { numerator: 'Reached', denominator: 'Asked' } : { value: 'Count' },
    hint: '',
    measure,
    polarity: 'more',
    overTime: isPair ? 'ratio' : 'sum',
    overPlace: isPair ? 'ratio' : 'sum',
    distinctWindow: null,
    collectedFrom: 'authority',
    alsoFromAuthority: false,
    derivation: null,
    people: isPair ? 'denominator' : 'none',
    minimumPeople: 0,
    bounds: { minimum: 0, maximum: null, decimals: 0 },
    askedFrom: 'light',
    askedInOrdinals: null,
    evidenceAsked: [],
    baseline: 'none',
    disaggregations: [{ dimension: 'part', label: 'Part', choice: 'single', askedFrom: 'light', categories }],
    referenceSheet: { purpose: '', counts: '', source: '', limits: '' },
  })
}

/** Its indicators' labels, in order, and those of the categories of each. */
export const labels = Array.from({ length: indicators }, (_, index) => `Figure ${index + 1}`)
export const categoryLabels = categories.map(({ label }) => label)

/** A copy of the demonstration on disk with the benchmark's programme added. The caller closes it. */
export async function openWorld(measure: Kind = 'count'): Promise<{ path: string; database: OpenDatabase }> {
  const path = join(mkdtempSync(join(tmpdir(), 'returns-bench-')), 'returns.sqlite')
  copyFileSync(await findSnapshot(), path)
  const database = openDatabase(path)
  await addProgramme(
    database.db,
    labels.map((_, index) => definition(index, measure)),
  )
  return { path, database }
}

async function addProgramme(db: Db, definitions: readonly IndicatorDefinition[]): Promise<void> {
  const programme = { code: 'BEN', name: 'Benchmark', summary: '', calendar: 'financial-quarters' as const }
  const range = { startsOn: '2025-10-01', endsBefore: '2026-04-01' }
  await db
    .insertInto('programmes')
    .values({ ...programme, ...range, settingsReport: 0, comparator: null })
    .execute()
  await db
    .insertInto('collection_windows')
    .values({ programme: 'BEN', periodId: period, opensOn: '2026-01-01', dueOn: '2026-01-31' })
    .execute()
  for (const [index, body] of definitions.entries()) {
    await db
      .insertInto('indicators')
      .values({ code: codeOf(index), programme: 'BEN', position: index })
      .execute()
    const { indicator, edition, effectiveFrom, changeClass } = body
    await db
      .insertInto('indicator_definitions')
      .values({
        id: `${indicator}.1`,
        indicator,
        edition,
        effectiveFrom,
        changeClass,
        definition: JSON.stringify(body),
      })
      .execute()
  }
  for (let writer = 0; writer < writers; writer++) await addBorough(db, writer)
}

async function addBorough(db: Db, writer: number): Promise<void> {
  const gssCode = gssCodeOf(writer)
  const at = '2026-01-01T09:00:00.000Z'
  const id = leadOf(writer)
  await upsertRows(
    db,
    'people',
    [
      {
        id,
        name: id,
        email: `${id}@bench.example`,
        emailVerified: 1,
        invented: 1,
        createdAt: at,
        updatedAt: at,
      },
    ],
    {
      columns: {
        ...{ id: 'text', name: 'text', email: 'text', emailVerified: 'number', invented: 'number' },
        ...{ createdAt: 'text', updatedAt: 'text' },
      },
      key: ['id'],
    },
  )
  const scope = { programme: null, gssCode, urn: null, startsOn: '2022-04-01', endsBefore: null }
  await db
    .insertInto('memberships')
    .values({ id, personId: id, role: 'lead', ...scope })
    .execute()
  const grant = {
    id: `BEN-${gssCode}`,
    programme: 'BEN',
    gssCode,
    cohort: '2025',
    cohortStartOn: '2025-10-01',
  }
  await db
    .insertInto('grants')
    .values({ ...grant, status: 'active', processesPersonalData: 0, dpiaOn: null, invented: 1, note: null })
    .execute()
}

/** Every figure of a return, changed a little with each round so that each save writes. */
export function changesFor(round: number): FigureChange[] {
  return Array.from({ length: indicators }, (_, index) => {
    const parts = categories.map(({ code }, place): FigureChange => ({
      locator: `${codeOf(index)}:part:${code}`,
      revision: round,
      entries: { value: String(10 + ((round + place) % 7)) },
    }))
    const total = parts.reduce((sum, { entries }) => sum + Number(entries?.value), 0)
    return [{ locator: codeOf(index), revision: round, entries: { value: String(total) } }, ...parts]
  }).flat()
}
