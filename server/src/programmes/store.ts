/** SQL of a programme's evidence: rolled-up rows, completeness and profiles. Accepted figures only. */
import type { Db } from '@inclusion/db/open'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'
import type { PeriodAmounts } from '@inclusion/shared/roll-up'

export type RolledUp = PeriodAmounts & { indicator: string; gssCode: string; settings: number }

/** Totals of every indicator, borough and period of a programme: one read of the roll-up table. */
export function findRollUps(db: Db, programme: string): Promise<RolledUp[]> {
  return db
    .selectFrom('roll_ups')
    .select(['indicator', 'periodId', 'gssCode', 'value', 'numerator', 'denominator', 'people', 'settings'])
    .where('programme', '=', programme)
    .where('category', '=', '')
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
