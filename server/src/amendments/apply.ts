/**
 * An amendment made rows of: a programme or its new end, windows, grants. The framework is `apply-framework.ts`,
 * what rests on both `apply-plans.ts`.
 */
import type { Trx } from '@inclusion/db/open'
import type {
  AmendmentContent,
  DraftAward,
  DraftGrant,
  DraftWindow,
} from '@inclusion/shared/framework/amendment'
import { periodOf } from '@inclusion/shared/periods'
import type { Instant } from '@inclusion/shared/time'
import { applyFramework } from './apply-framework.ts'
import { grantIdOf, writeBaselines, writeDecisions, writeProfiles } from './apply-plans.ts'

export type Applied = {
  programme: string
  content: AmendmentContent
}

/** How many rows of each sort were written. */
export type Written = {
  definitions: number
  identities: number
  windows: number
  decisions: number
  grants: number
  awards: number
  profiles: number
  baselines: number
}

/**
 * Writes all that a sound amendment holds: its faults were judged in this very transaction. What is there already is
 * neither written over nor taken away, but for what it ends, and for profiles and baselines nobody filed against.
 */
export async function applyAmendment(
  trx: Trx,
  { programme, content }: Applied,
  at: Instant,
): Promise<Written> {
  await writeProgramme(trx, programme, content)
  const written = await applyFramework(trx, { programme, content })
  await writeWindows(trx, programme, content.windows)
  await writeDecisions(trx, programme, content.decisions)
  for (const grant of content.grants) await writeGrant(trx, programme, grant)
  for (const award of content.awards) await writeAward(trx, programme, award)
  for (const { gssCode, endsBefore } of content.endedGrants) {
    await trx
      .updateTable('grants')
      .set({ endsBefore })
      .where('programme', '=', programme)
      .where('gssCode', '=', gssCode)
      .execute()
  }
  await writeProfiles(trx, programme, content.profiles)
  await writeBaselines(trx, programme, content.baselines, at)
  const { windows, decisions, grants, awards, profiles, baselines } = content
  return {
    ...written,
    windows: windows.length,
    decisions: decisions.length,
    grants: grants.length,
    awards: awards.length,
    profiles: profiles.length,
    baselines: baselines.length,
  }
}

async function writeProgramme(
  trx: Trx,
  code: string,
  { programme, endsBefore }: AmendmentContent,
): Promise<void> {
  if (endsBefore !== null)
    await trx.updateTable('programmes').set({ endsBefore }).where('code', '=', code).execute()
  if (programme === null) return
  const { settingsReport, isTrial, ...words } = programme
  await trx
    .insertInto('programmes')
    .values({
      ...words,
      code,
      settingsReport: settingsReport ? 1 : 0,
      trial: isTrial ? 1 : 0,
      comparator: null,
    })
    .execute()
}

/** The windows, and the periods they collect where this database has them not yet. */
async function writeWindows(trx: Trx, programme: string, windows: readonly DraftWindow[]): Promise<void> {
  for (const { periodId, opensOn, dueOn } of windows) {
    const { id, calendar, startsOn, endsBefore } = periodOf(periodId)
    await trx
      .insertInto('periods')
      .values({ id, calendar, startsOn, endsBefore })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    await trx.insertInto('collection_windows').values({ programme, periodId, opensOn, dueOn }).execute()
  }
}

async function writeGrant(trx: Trx, programme: string, { settings, ...grant }: DraftGrant): Promise<void> {
  const id = grantIdOf(programme, grant.gssCode)
  await trx
    .insertInto('grants')
    .values({
      ...grant,
      id,
      programme,
      status: 'active',
      processesPersonalData: grant.processesPersonalData ? 1 : 0,
      invented: 0,
      note: null,
    })
    .execute()
  if (settings.length > 0)
    await trx
      .insertInto('grant_settings')
      .values(settings.map(({ urn, startsOn }) => ({ grantId: id, urn, startsOn, endsBefore: null })))
      .execute()
}

/** An amount that was not known yet is now. */
async function writeAward(
  trx: Trx,
  programme: string,
  { gssCode, financialYear, pence, decision, assumption }: DraftAward,
): Promise<void> {
  const grantId = grantIdOf(programme, gssCode)
  const line = { financialYear, pence, decision, assumption }
  await trx
    .insertInto('award_lines')
    .values({ ...line, id: `${grantId}-${financialYear}`, grantId })
    .onConflict((conflict) =>
      conflict.columns(['grantId', 'financialYear']).doUpdateSet({ pence, decision, assumption }),
    )
    .execute()
}
