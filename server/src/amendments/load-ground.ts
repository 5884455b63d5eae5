/** All of a programme that an amendment is held against, read once. */
import type { Db, Trx } from '@inclusion/db/open'
import type {
  DraftBaseline as FirstBaseline,
  DraftProfile,
  DraftProgramme,
} from '@inclusion/shared/framework/amendment'
import { lastOpened, type Ground, type GroundGrant } from '@inclusion/shared/framework/ground'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'
import { today, type Context } from '../context.ts'
import { everyDefinition, everyIdentity } from '../framework/store.ts'
import { inForce } from '../people/holders.ts'
import { findOthers } from './store.ts'

/**
 * The ground of a programme by its code, also of one that is not there yet, for an amendment by its id; without one
 * no others are beside it.
 */
export async function loadGround(context: Context, db: Db | Trx, code: string, id?: string): Promise<Ground> {
  const on = today(context)
  const authorities = await db.selectFrom('authorities').select(['gssCode', 'name']).orderBy('name').execute()
  const opened = await findOpened(db, code)
  return {
    on,
    code,
    programme: await findProgramme(db, code),
    definitions: await everyDefinition(db, code),
    identities: await everyIdentity(db, code),
    windows: await findWindows(db, code),
    grants: await findGrants(db, code),
    thresholds: await db.selectFrom('tier_thresholds').selectAll().execute(),
    opened,
    authorities,
    settings: await db.selectFrom('settings').select(['urn', 'name', 'closedOn']).execute(),
    decisions: (await db.selectFrom('decisions').select('reference').execute()).map(
      ({ reference }) => reference,
    ),
    ...(await findMoney(db, code)),
    profiles: await findProfilesFrom(db, code, lastOpened({ opened })),
    baselines: await findFirstBaselines(db, code),
    withLead: await authoritiesWithLead(context, db, code, authorities),
    firstStandard: await firstStandard(db),
    others: id === undefined ? [] : await findOthers(db, code, id),
  }
}

export async function findProgramme(db: Db | Trx, code: string): Promise<DraftProgramme | null> {
  const row = await db.selectFrom('programmes').selectAll().where('code', '=', code).executeTakeFirst()
  if (!row) return null
  const { name, summary, calendar, startsOn, endsBefore, settingsReport, trial, baselineWindows } = row
  return {
    name,
    summary,
    calendar,
    startsOn,
    endsBefore,
    baselineWindows,
    settingsReport: settingsReport === 1,
    isTrial: trial === 1,
  }
}

/** The windows of a programme, first to last. */
export async function findWindows(db: Db | Trx, code: string) {
  const rows = await db
    .selectFrom('collection_windows')
    .select(['periodId', 'opensOn', 'dueOn'])
    .where('programme', '=', code)
    .execute()
  return rows.toSorted((left, right) => comparePeriods(left.periodId, right.periodId))
}

async function findGrants(db: Db | Trx, code: string): Promise<GroundGrant[]> {
  const grants = await db.selectFrom('grants').selectAll().where('programme', '=', code).execute()
  const lines = await db
    .selectFrom('award_lines')
    .innerJoin('grants', 'grants.id', 'award_lines.grantId')
    .select(['gssCode', 'financialYear', 'pence'])
    .where('programme', '=', code)
    .execute()
  const parts = await db
    .selectFrom('grant_settings')
    .innerJoin('grants', 'grants.id', 'grant_settings.grantId')
    .select(['gssCode', 'urn'])
    .where('programme', '=', code)
    .execute()
  const linesOf = Map.groupBy(lines, ({ gssCode }) => gssCode)
  const partsOf = Map.groupBy(parts, ({ gssCode }) => gssCode)
  return grants.map(({ gssCode, status, cohortStartOn, endsBefore }) => ({
    gssCode,
    isActive: status === 'active',
    cohortStartOn,
    endsBefore,
    awards: (linesOf.get(gssCode) ?? []).flatMap(({ financialYear, pence }) =>
      pence === null ? [] : [{ financialYear, pence }],
    ),
    settings: (partsOf.get(gssCode) ?? []).map(({ urn }) => urn),
  }))
}

/** What decisions give a programme by financial year, and what its grants are awarded by them. */
async function findMoney(db: Db | Trx, code: string): Promise<Pick<Ground, 'funding' | 'awarded'>> {
  const funding = await db
    .selectFrom('funding_lines')
    .select(['decision', 'financialYear', 'pence'])
    .where('programme', '=', code)
    .execute()
  const lines = await db
    .selectFrom('award_lines')
    .innerJoin('grants', 'grants.id', 'award_lines.grantId')
    .select(['decision', 'financialYear', 'pence'])
    .where('programme', '=', code)
    .execute()
  const awarded = lines.flatMap(({ decision, financialYear, pence }) =>
    decision === null || pence === null ? [] : [{ decision, financialYear, pence }],
  )
  return { funding, awarded }
}

/** The profiles of a programme on record from a period on; of all periods where that is null. */
export async function findProfilesFrom(
  db: Db | Trx,
  code: string,
  from: PeriodId | null,
): Promise<DraftProfile[]> {
  const rows = await db
    .selectFrom('profiles')
    .innerJoin('grants', 'grants.id', 'profiles.grantId')
    .select(['gssCode', 'indicator', 'periodId', 'value'])
    .where('programme', '=', code)
    // Ids of one calendar follow each other as their periods do, year by year.
    .$if(from !== null, (query) => query.where('periodId', '>=', from!.slice(0, 9)))
    .execute()
  return rows.filter(({ periodId }) => from === null || comparePeriods(periodId, from) >= 0)
}

/** The baselines of a programme that are on record from the start. */
export function findFirstBaselines(db: Db | Trx, code: string): Promise<FirstBaseline[]> {
  return db
    .selectFrom('baselines')
    .innerJoin('grants', 'grants.id', 'baselines.grantId')
    .select(['gssCode', 'indicator', 'urn', 'value', 'numerator', 'denominator'])
    .select(['windowStartsOn', 'windowEndsBefore', 'source'])
    .where('programme', '=', code)
    .where('periodId', 'is', null)
    .execute()
}

/** The returns of a programme that are open, or were. */
export async function findOpened(db: Db | Trx, code: string): Promise<Ground['opened']> {
  const rows = await db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .leftJoin('return_versions', (join) =>
      join.onRef('return_versions.returnId', '=', 'returns.id').on('return_versions.number', '=', 1),
    )
    .select(['gssCode', 'periodId', 'number'])
    .where('programme', '=', code)
    .execute()
  return rows.map(({ number, ...opened }) => ({ ...opened, isFiled: number !== null }))
}

/** Those who have a lead that can sign in, or that has an invitation to be one. */
async function authoritiesWithLead(
  context: Context,
  db: Db | Trx,
  programme: string,
  authorities: readonly { gssCode: string }[],
): Promise<string[]> {
  const invited = await db
    .selectFrom('invitations')
    .select(['gssCode', 'programme'])
    .where('role', '=', 'lead')
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', context.now())
    .execute()
  const leads = [...(await inForce(db, ['lead'], today(context))), ...invited]
  return authorities
    .map(({ gssCode }) => gssCode)
    .filter((gssCode) =>
      leads.some(
        (lead) => lead.gssCode === gssCode && (lead.programme === null || lead.programme === programme),
      ),
    )
}

async function firstStandard(db: Db | Trx): Promise<PeriodId | null> {
  const rows = await db
    .selectFrom('standards')
    .select('effectiveFrom')
    .where('status', '=', 'published')
    .execute()
  return rows.map(({ effectiveFrom }) => effectiveFrom).toSorted(comparePeriods)[0] ?? null
}
