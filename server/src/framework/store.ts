/** The framework as it is stored: definitions in force, and identities. */
import { engineOf } from '@inclusion/db/engine'
import type { Db, Trx } from '@inclusion/db/open'
import { Identity } from '@inclusion/shared/framework/identities'
import { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'

export type StoredDefinition = { id: string; definition: IndicatorDefinition }

/** What is written once and never changed is parsed once, by id. */
const definitions = new Map<string, { text: string; definition: IndicatorDefinition }>()
const identities = new Map<string, { text: string; identity: Identity }>()

export function parseDefinition(id: string, text: string): IndicatorDefinition {
  const known = definitions.get(id)
  if (known?.text === text) return known.definition
  const definition = IndicatorDefinition.parse(JSON.parse(text))
  definitions.set(id, { text, definition })
  return definition
}

function parseIdentity(id: string, text: string): Identity {
  const known = identities.get(id)
  if (known?.text === text) return known.identity
  const identity = Identity.parse(JSON.parse(text))
  identities.set(id, { text, identity })
  return identity
}

/** The latest edition of each of a programme's definitions that is in force in a period, in order. */
export async function definitionsInForce(
  db: Db | Trx,
  programme: string,
  periodId: PeriodId,
): Promise<StoredDefinition[]> {
  const rows = await db
    .selectFrom('indicator_definitions')
    .innerJoin('indicators', 'indicators.code', 'indicator_definitions.indicator')
    .select(['indicator_definitions.id', 'indicator', 'effectiveFrom', 'definition'])
    .where('programme', '=', programme)
    .orderBy('indicators.position')
    .orderBy('edition')
    .execute()
  const latest = new Map<string, StoredDefinition>()
  for (const row of rows) {
    if (comparePeriods(row.effectiveFrom, periodId) > 0) continue
    latest.set(row.indicator, { id: row.id, definition: parseDefinition(row.id, row.definition) })
  }
  return [...latest.values()]
}

/** The definitions a return was opened with, in order. */
export async function definitionsOf(db: Db | Trx, returnId: string): Promise<IndicatorDefinition[]> {
  const rows = await db
    .selectFrom('return_items')
    .innerJoin('indicator_definitions', 'indicator_definitions.id', 'return_items.definitionId')
    .innerJoin('indicators', 'indicators.code', 'return_items.indicator')
    .select(['indicator_definitions.id', 'definition'])
    .where('returnId', '=', returnId)
    .orderBy('indicators.position')
    .execute()
  return rows.map(({ id, definition }) => parseDefinition(id, definition))
}

/** Every edition of one indicator, latest first; empty for a code that does not exist. */
export async function editionsOf(db: Db, indicator: string): Promise<IndicatorDefinition[]> {
  const rows = await db
    .selectFrom('indicator_definitions')
    .select(['id', 'definition'])
    .where('indicator', '=', indicator)
    .orderBy('edition', 'desc')
    .execute()
  return rows.map(({ id, definition }) => parseDefinition(id, definition))
}

/** Every edition of every indicator of a programme, in the order of its return. */
export async function everyDefinition(db: Db | Trx, programme: string): Promise<IndicatorDefinition[]> {
  const rows = await db
    .selectFrom('indicator_definitions')
    .innerJoin('indicators', 'indicators.code', 'indicator_definitions.indicator')
    .select(['indicator_definitions.id', 'definition'])
    .where('programme', '=', programme)
    .orderBy('indicators.position')
    .orderBy('edition')
    .execute()
  return rows.map(({ id, definition }) => parseDefinition(id, definition))
}

/** The identities of a programme, each with the period from which it no longer holds. */
export async function everyIdentity(
  db: Db | Trx,
  programme: string,
): Promise<(Identity & { endsFrom: PeriodId | null })[]> {
  const rows = await db
    .selectFrom('identities')
    .select(['id', 'identity', 'endsFrom'])
    .where('programme', '=', programme)
    .orderBy('id')
    .execute()
  return rows.map(({ id, identity, endsFrom }) => ({ ...parseIdentity(id, identity), endsFrom }))
}

/** The identities of a programme that have not ended by a period; those that begin later are there too. */
export async function identitiesOf(db: Db | Trx, programme: string, periodId: PeriodId): Promise<Identity[]> {
  const all = await everyIdentity(db, programme)
  return all
    .filter(({ endsFrom }) => endsFrom === null || comparePeriods(endsFrom, periodId) > 0)
    .map(({ endsFrom: _, ...identity }) => identity)
}

/** Holds a programme's framework until the transaction ends: nothing of it changes while a return is opened with it. */
export async function lockProgramme(trx: Trx, code: string): Promise<void> {
  if (engineOf(trx) === 'sqlite') return
  await trx.selectFrom('programmes').select('code').where('code', '=', code).forUpdate().execute()
}

/** Every indicator with its programme and the label of its latest definition, in order. */
export async function indicatorLabels(db: Db | Trx) {
  const rows = await db
    .selectFrom('indicator_definitions')
    .innerJoin('indicators', 'indicators.code', 'indicator_definitions.indicator')
    .select(['indicator_definitions.id', 'code', 'programme', 'definition'])
    .orderBy('programme')
    .orderBy('indicators.position')
    .orderBy('edition')
    .execute()
  const latest = new Map(rows.map((row) => [row.code, row]))
  return [...latest.values()].map(({ id, code, programme, definition }) => ({
    code,
    programme,
    label: parseDefinition(id, definition).label,
  }))
}
