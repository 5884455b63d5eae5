/** All of a programme that an amendment is held against, read once. */
import type { Db, Trx } from '@inclusion/db/open'
import type { DraftProgramme } from '@inclusion/shared/framework/amendment'
import type { Ground, GroundGrant } from '@inclusion/shared/framework/ground'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'
import { today, type Context } from '../context.ts'
import { everyDefinition, everyIdentity } from '../framework/store.ts'
import { inForce } from '../people/holders.ts'

/** The ground of a programme by its code, also of one that is not there yet. */
export async function loadGround(context: Context, db: Db | Trx, code: string): Promise<Ground> {
  const on = today(context)
  const authorities = await db.selectFrom('authorities').select(['gssCode', 'name']).orderBy('name').execute()
  return {
    on,
    code,
    programme: await findProgramme(db, code),
    definitions: await everyDefinition(db, code),
    identities: await everyIdentity(db, code),
    windows: await findWindows(db, code),
    grants: await findGrants(db, code),
    opened: await findOpened(db, code),
    authorities,
    settings: await db.selectFrom('settings').select(['urn', 'name', 'closedOn']).execute(),
    decisions: (await db.selectFrom('decisions').select('reference').execute()).map(
      ({ reference }) => reference,
    ),
    withLead: await authoritiesWithLead(context, db, code, authorities),
    firstStandard: await firstStandard(db),
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
    .select(['gssCode', 'financialYear'])
    .where('programme', '=', code)
    .execute()
  const linesOf = Map.groupBy(lines, ({ gssCode }) => gssCode)
  return grants.map(({ gssCode, status, cohortStartOn, endsBefore }) => ({
    gssCode,
    isActive: status === 'active',
    cohortStartOn,
    endsBefore,
    years: (linesOf.get(gssCode) ?? []).map(({ financialYear }) => financialYear),
  }))
}

/** The returns of a programme that are open, or were. */
export function findOpened(db: Db | Trx, code: string): Promise<{ gssCode: string; periodId: PeriodId }[]> {
  return db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .select(['gssCode', 'periodId'])
    .where('programme', '=', code)
    .execute()
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
