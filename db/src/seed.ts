/**
 * Loads the reference data. A row that is there stays as it is: running it again changes nothing, and
 * never undoes what people changed since. A changed definition or rule is a new edition, so a new row.
 */
import { Identity } from '@inclusion/shared/framework/identities'
import { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { upsertRows, type RowTypes } from './insert-rows.ts'
import type { OpenDatabase, Trx } from './open.ts'
import { authorities } from './reference/authorities.ts'
import { baselines } from './reference/baselines.ts'
import { collectionWindows, periods } from './reference/calendar.ts'
import { comparators } from './reference/comparators.ts'
import { decisions, fundingLines } from './reference/decisions.ts'
import { mentoringIdentities } from './reference/framework/mentoring-identities.ts'
import { mentoringDefinitions } from './reference/framework/mentoring.ts'
import { trainingIdentities } from './reference/framework/training-identities.ts'
import { trainingDefinitions } from './reference/framework/training.ts'
import { grantSettings } from './reference/grants/grant-settings.ts'
import { mentoringAwardLines, mentoringGrants } from './reference/grants/mentoring.ts'
import { trainingAwardLines, trainingGrants, trainingInstalments } from './reference/grants/training.ts'
import { profiles } from './reference/profiles.ts'
import { programmes, tierThresholds } from './reference/programmes.ts'
import { settings } from './reference/settings.ts'
import { checks, standards } from './reference/standards.ts'
import type { IdentityRow, IndicatorDefinitionRow } from './tables/framework.ts'
import type { Insertable } from 'kysely'
import type { Tables } from './tables/tables.ts'

type Load = { table: keyof Tables; key: string[]; rows: Record<string, string | number | null>[] }

const identities = [...mentoringIdentities, ...trainingIdentities]

/** In an order that foreign keys allow. */
const loads: Load[] = [
  load('authorities', ['gssCode'], authorities),
  load('settings', ['urn'], settings),
  load('decisions', ['reference'], decisions),
  load('programmes', ['code'], programmes),
  load('funding_lines', ['id'], fundingLines),
  load('tier_thresholds', ['tier'], tierThresholds),
  load('grants', ['id'], [...mentoringGrants, ...trainingGrants]),
  load('award_lines', ['id'], [...mentoringAwardLines, ...trainingAwardLines]),
  load('instalments', ['id'], trainingInstalments),
  load('grant_settings', ['grantId', 'urn', 'startsOn'], grantSettings),
  ...frameworkOf('APM', mentoringDefinitions),
  ...frameworkOf('CPD', trainingDefinitions),
  load('identities', ['id'], identities.map(identityRow)),
  load('periods', ['id'], periods),
  load('collection_windows', ['programme', 'periodId'], collectionWindows),
  load('baselines', ['id'], baselines),
  load('profiles', ['grantId', 'indicator', 'periodId'], profiles),
  load('comparators', ['series', 'area', 'academicYear', 'timeIdentifier'], comparators),
]

/** Writes every row of the reference data in one transaction. Throws a ZodError on a definition that is none. */
export async function seed({ db }: OpenDatabase): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { table, key, rows: given } of loads) {
      const rows = table === 'indicators' ? await placed(trx, given) : given
      await upsertRows(trx, table, rows, { columns: columnsOf(given), key, keep: true })
    }
    for (const standard of standards) await publish(trx, standard)
  })
}

/**
 * Indicators in places that are free: people add some of their own, and may have one in the place of one that comes
 * with the service later. That one then stands at the end.
 */
async function placed(trx: Trx, rows: Load['rows']): Promise<Load['rows']> {
  const there = await trx.selectFrom('indicators').select(['code', 'programme', 'position']).execute()
  const codes = new Set(there.map(({ code }) => code))
  const taken = new Set(there.map(({ programme, position }) => `${programme} ${position}`))
  let last = Math.max(
    0,
    ...there.map(({ position }) => position),
    ...rows.map(({ position }) => Number(position)),
  )
  return rows
    .filter(({ code }) => !codes.has(String(code)))
    .map((row) =>
      taken.has(`${row['programme']} ${row['position']}`) ? { ...row, position: (last += 1) } : row,
    )
}

/** A published edition is frozen, so one that is there stays whole as it is; a new one is published with its checks. */
async function publish(trx: Trx, standard: (typeof standards)[number]): Promise<void> {
  const { id, publishedAt } = standard
  const there = await trx.selectFrom('standards').select('status').where('id', '=', id).executeTakeFirst()
  if (there?.status === 'published') return
  if (!there) {
    await trx
      .insertInto('standards')
      .values({ ...standard, status: 'draft', publishedAt: null })
      .execute()
  }
  const own = checks.filter(({ standardId }) => standardId === id)
  await trx
    .insertInto('checks')
    .values(own)
    .onConflict((conflict) => conflict.columns(['standardId', 'code']).doNothing())
    .execute()
  await trx.updateTable('standards').set({ status: 'published', publishedAt }).where('id', '=', id).execute()
}

function load<Table extends keyof Tables>(
  table: Table,
  key: (keyof Tables[Table] & string)[],
  rows: Insertable<Tables[Table]>[],
): Load {
  return { table, key, rows: rows.map((row) => Object.fromEntries(Object.entries(row))) }
}

function frameworkOf(programme: string, definitions: IndicatorDefinition[]): Load[] {
  const indicators = definitions.map(({ indicator }, index) => ({
    code: indicator,
    programme,
    position: index + 1,
  }))
  return [
    load('indicators', ['code'], indicators),
    load('indicator_definitions', ['id'], definitions.map(definitionRow)),
  ]
}

function definitionRow(given: IndicatorDefinition): IndicatorDefinitionRow {
  const definition = IndicatorDefinition.parse(given)
  const { indicator, edition, effectiveFrom, changeClass } = definition
  return {
    id: `${indicator}.${edition}`,
    indicator,
    edition,
    effectiveFrom,
    changeClass,
    definition: JSON.stringify(definition),
  }
}

function identityRow(given: Identity): Insertable<IdentityRow> {
  const identity = Identity.parse(given)
  const { id, programme, effectiveFrom } = identity
  return { id, programme, effectiveFrom, identity: JSON.stringify(identity) }
}

/** A column with no text is a number: PostgreSQL takes a null number for a text, and not the other way round. */
function columnsOf(rows: Load['rows']): RowTypes {
  const names = Object.keys(rows[0] ?? {})
  const typed = names.map((name) => [
    name,
    rows.some((row) => typeof row[name] === 'string') ? 'text' : 'number',
  ])
  return Object.fromEntries(typed)
}
