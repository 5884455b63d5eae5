/** SQL of a programme's evidence: rolled-up rows, completeness and profiles. Accepted figures only. */
import type { Db } from '@inclusion/db/open'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'
import type { PeriodAmounts } from '@inclusion/shared/roll-up'

export type RolledUp = PeriodAmounts & {
  indicator: string
  gssCode: string
  settings: number
  /** Of the borough's return for the period, whose accepted figures these are. */
  version: number
}

/** Each borough's total of every indicator in some periods: one read of the roll-up table. */
export function findRollUps(db: Db, programme: string, periodIds: readonly PeriodId[]): Promise<RolledUp[]> {
  return db
    .selectFrom('roll_ups')
    .select(['indicator', 'periodId', 'gssCode', 'value', 'numerator', 'denominator', 'people', 'settings'])
    .select('version')
    .where('programme', '=', programme)
    .where('category', '=', '')
    .where('periodId', 'in', periodIds)
    .execute()
}

export type SettingAmounts = PeriodAmounts & { indicator: string; gssCode: string; urn: string | null }

/**
 * Accepted totals of some indicators before they are added up over settings: one row for each setting and
 * period, and one for the authority's own figure, whose `urn` is null.
 */
export function findSettingAmounts(
  db: Db,
  given: { programme: string; periodIds: readonly PeriodId[]; indicators: readonly string[] },
): Promise<SettingAmounts[]> {
  const { programme, periodIds, indicators } = given
  if (periodIds.length === 0 || indicators.length === 0) return Promise.resolve([])
  return db
    .selectFrom('accepted_points')
    .innerJoin('returns', 'returns.id', 'accepted_points.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .select(['indicator', 'periodId', 'gssCode', 'urn', 'value', 'numerator', 'denominator', 'people'])
    .where('programme', '=', programme)
    .where('periodId', 'in', periodIds)
    .where('indicator', 'in', indicators)
    .where('category', 'is', null)
    .execute()
}

export type InAllBoroughs = PeriodAmounts & { indicator: string; boroughs: number }

/**
 * Every indicator in every period, all boroughs together. Sums of values, numerators and denominators are
 * what both rules over places come to (`roll-up.ts`); a rolled-up pair is always whole.
 */
export function findSeries(db: Db, programme: string): Promise<InAllBoroughs[]> {
  return db
    .selectFrom('roll_ups')
    .select(({ fn }) => [
      'indicator' as const,
      'periodId' as const,
      fn.countAll<number>().as('boroughs'),
      fn.sum<number | null>('value').as('value'),
      fn.sum<number | null>('numerator').as('numerator'),
      fn.sum<number | null>('denominator').as('denominator'),
      fn.sum<number | null>('people').as('people'),
    ])
    .where('programme', '=', programme)
    .where('category', '=', '')
    .groupBy(['indicator', 'periodId'])
    .execute()
}

/** The periods whose windows have opened, earliest first. */
export async function findOpenPeriods(db: Db, programme: string, on: string): Promise<PeriodId[]> {
  const rows = await db
    .selectFrom('collection_windows')
    .select('periodId')
    .where('programme', '=', programme)
    .where('opensOn', '<=', on)
    .execute()
  return rows.map(({ periodId }) => periodId).toSorted(comparePeriods)
}

export type ProfileRow = { indicator: string; gssCode: string; value: number }

export function findProfiles(db: Db, programme: string, periodId: PeriodId): Promise<ProfileRow[]> {
  return db
    .selectFrom('profiles')
    .innerJoin('grants', 'grants.id', 'profiles.grantId')
    .select(['indicator', 'gssCode', 'value'])
    .where('programme', '=', programme)
    .where('periodId', '=', periodId)
    .execute()
}
