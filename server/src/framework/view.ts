/** The framework in force, as staff read it, and what the forms of an amendment choose from. */
import type { Db } from '@inclusion/db/open'
import type {
  DraftBaseline,
  DraftProfile,
  DraftProgramme,
  DraftWindow,
} from '@inclusion/shared/framework/amendment'
import { isFree, lastOpened, type Ground } from '@inclusion/shared/framework/ground'
import type { Identity } from '@inclusion/shared/framework/identities'
import {
  isEnded,
  type Disaggregation,
  type IndicatorDefinition,
} from '@inclusion/shared/framework/indicators'
import { tierOf, type Tier, type TierThreshold } from '@inclusion/shared/framework/tiers'
import { periodAt } from '@inclusion/shared/framework/windows'
import {
  comparePeriods,
  nextPeriod,
  periodLabel,
  periodOf,
  type Calendar,
  type PeriodId,
} from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import {
  findFirstBaselines,
  findOpened,
  findProfilesFrom,
  findProgramme,
  findWindows,
} from '../amendments/load-ground.ts'
import { today, type Context } from '../context.ts'
import { inForce } from '../people/holders.ts'
import { findParts } from '../settings/store.ts'
import { definitionsInForce, everyDefinition, identitiesOf } from './store.ts'

export type FrameworkReference = {
  programmes: { code: string; name: string; calendar: Calendar; endsBefore: string; mayEdit: boolean }[]
  authorities: { gssCode: string; name: string }[]
  /** Those that are open. */
  settings: { urn: string; name: string; gssCode: string }[]
  decisions: { reference: string; title: string }[]
  tiers: TierThreshold[]
  /** The breakdowns that are known from any programme, one for each dimension. */
  vocabularies: Disaggregation[]
  /** Whether the actor may begin a new programme. */
  mayPropose: boolean
}

export type FrameworkGrant = {
  gssCode: string
  name: string
  status: string
  cohort: string
  cohortStartOn: string
  endsBefore: string | null
  tier: Tier
  awards: {
    financialYear: string
    pence: number | null
    decision: string | null
    assumption: string | null
  }[]
  settings: { urn: string; name: string }[]
  /** Whether a return of it was filed. */
  hasFiled: boolean
  /** How many leads can sign in for it. */
  leads: number
}

export type FrameworkView = {
  programme: DraftProgramme & { code: string }
  period: { id: PeriodId; label: string }
  /** Every period with a window, first to last. `isOpen`: its returns are open, or were. */
  periods: { id: PeriodId; label: string; isOpen: boolean }[]
  /** The earliest period from which anything may be changed. */
  firstFree: PeriodId
  /** In the order of the return; those that have ended are left out. */
  definitions: IndicatorDefinition[]
  identities: Identity[]
  windows: DraftWindow[]
  grants: FrameworkGrant[]
  /** The latest edition of each indicator, also one that begins later. */
  editions: Record<string, number>
  /** What published decisions give it, by financial year. */
  funding: { decision: string; title: string; financialYear: string; pence: number }[]
  /** From the latest period in which returns are open. */
  profiles: DraftProfile[]
  /** Those on record from the start. */
  baselines: DraftBaseline[]
  /** Returns of those periods that were filed: what they were filed against stays. */
  filed: { gssCode: string; periodId: PeriodId }[]
}

export async function viewReference(context: Context, actor: Actor): Promise<FrameworkReference> {
  const { db } = context
  const [programmes, authorities, settings, decisions, tiers] = await Promise.all([
    db.selectFrom('programmes').select(['code', 'name', 'calendar', 'endsBefore']).orderBy('name').execute(),
    db.selectFrom('authorities').select(['gssCode', 'name']).orderBy('name').execute(),
    db
      .selectFrom('settings')
      .select(['urn', 'name', 'gssCode'])
      .where((where) => where.or([where('closedOn', 'is', null), where('closedOn', '>=', today(context))]))
      .orderBy('name')
      .execute(),
    db.selectFrom('decisions').select(['reference', 'title']).orderBy('reference').execute(),
    db.selectFrom('tier_thresholds').selectAll().orderBy('fromPence').execute(),
  ])
  const may = (code: string, what: 'framework.see' | 'framework.edit') =>
    allowedOn(actor, what, { programme: code })
  return {
    programmes: programmes
      .filter(({ code }) => may(code, 'framework.see'))
      .map((programme) => ({ ...programme, mayEdit: may(programme.code, 'framework.edit') })),
    authorities,
    settings,
    decisions,
    tiers,
    vocabularies: await findVocabularies(
      db,
      programmes.map(({ code }) => code),
    ),
    mayPropose: allowedOn(actor, 'framework.edit', {}),
  }
}

async function findVocabularies(db: Db, programmes: readonly string[]): Promise<Disaggregation[]> {
  const known = new Map<string, Disaggregation>()
  for (const code of programmes)
    for (const { disaggregations } of await everyDefinition(db, code))
      for (const breakdown of disaggregations) known.set(breakdown.dimension, breakdown)
  return [...known.values()].toSorted((left, right) => left.label.localeCompare(right.label))
}

/** Throws `not-found` for a programme that is not there, or none of the actor's. */
export async function viewFramework(
  context: Context,
  actor: Actor,
  { code, wanted }: { code: string; wanted: PeriodId | undefined },
): Promise<FrameworkView> {
  const { db } = context
  const programme = await findProgramme(db, code)
  if (!programme || !allowedOn(actor, 'framework.see', { programme: code })) throw new Problem('not-found')
  if (wanted !== undefined && periodOf(wanted).calendar !== programme.calendar) throw new Problem('not-found')
  const windows = await findWindows(db, code)
  const opened = await findOpened(db, code)
  const last = lastOpened({ opened })
  const firstFree = last === null ? periodAt(programme.calendar, programme.startsOn) : nextPeriod(last)
  const period = wanted ?? firstFree
  const inPeriod = await definitionsInForce(db, code, period)
  const identities = await identitiesOf(db, code, period)
  return {
    programme: { ...programme, code },
    period: { id: period, label: periodLabel(period) },
    periods: windows.map(({ periodId: id }) => ({
      id,
      label: periodLabel(id),
      isOpen: !isFree({ opened }, id),
    })),
    firstFree,
    definitions: inPeriod.map(({ definition }) => definition).filter((definition) => !isEnded(definition)),
    identities: identities.filter(({ effectiveFrom }) => comparePeriods(effectiveFrom, period) <= 0),
    windows,
    grants: await findGrants(context, code, opened),
    editions: Object.fromEntries(
      (await everyDefinition(db, code)).map(({ indicator, edition }) => [indicator, edition]),
    ),
    funding: await findFunding(db, code),
    profiles: await findProfilesFrom(db, code, last),
    baselines: await findFirstBaselines(db, code),
    filed: opened
      .filter(({ periodId, isFiled }) => isFiled && periodId === last)
      .map(({ gssCode, periodId }) => ({ gssCode, periodId })),
  }
}

const findFunding = (db: Db, programme: string): Promise<FrameworkView['funding']> =>
  db
    .selectFrom('funding_lines')
    .innerJoin('decisions', 'decisions.reference', 'funding_lines.decision')
    .select(['decision', 'title', 'financialYear', 'pence'])
    .where('programme', '=', programme)
    .orderBy('financialYear')
    .orderBy('decision')
    .execute()

async function findGrants(
  context: Context,
  programme: string,
  opened: Ground['opened'],
): Promise<FrameworkGrant[]> {
  const { db } = context
  const rows = await db
    .selectFrom('grants')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['grants.id', 'grants.gssCode', 'name', 'status', 'cohort', 'cohortStartOn', 'endsBefore'])
    .where('programme', '=', programme)
    .orderBy('name')
    .execute()
  const ids = rows.map(({ id }) => id)
  const lines = await db
    .selectFrom('award_lines')
    .innerJoin('grants', 'grants.id', 'award_lines.grantId')
    .select(['grantId', 'financialYear', 'pence', 'decision', 'assumption'])
    .where('programme', '=', programme)
    .orderBy('financialYear')
    .execute()
  const thresholds = await db.selectFrom('tier_thresholds').selectAll().execute()
  const parts = ids.length === 0 ? [] : await findParts(db, { grantIds: ids })
  const names = new Map(
    (await db.selectFrom('settings').select(['urn', 'name']).execute()).map(({ urn, name }) => [urn, name]),
  )
  const leads = (await inForce(db, ['lead'], today(context))).filter(
    (lead) => lead.programme === null || lead.programme === programme,
  )
  return rows.map(({ id, ...grant }) => {
    const own = lines.filter(({ grantId }) => grantId === id)
    const urns = [...new Set(parts.filter(({ grantId }) => grantId === id).map(({ urn }) => urn))]
    return {
      ...grant,
      tier: tierOf(thresholds, own),
      awards: own.map(({ grantId: _, ...line }) => line),
      settings: urns.map((urn) => ({ urn, name: names.get(urn) ?? urn })),
      hasFiled: opened.some(({ gssCode, isFiled }) => gssCode === grant.gssCode && isFiled),
      leads: leads.filter(({ gssCode }) => gssCode === grant.gssCode).length,
    }
  })
}
