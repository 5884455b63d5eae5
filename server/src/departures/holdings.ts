/** What a person holds when they leave, kind by kind, as far as the roles that end cover it. */
import type { Db, Trx } from '@inclusion/db/open'
import { heldKinds, heldRules, type HeldKind } from '@inclusion/shared/departures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { periodLabel } from '@inclusion/shared/periods'
import { covers, type Membership, type Subject } from '@inclusion/shared/roles'
import { parseDefinition } from '../framework/store.ts'
import { figureName } from '../returns/figure-name.ts'

/** One thing held: what it is in words, where it opens, and what it belongs to; null where that is nothing at all. */
export type Held = { kind: HeldKind; label: string; path: string; subject: Subject | null }

/** Everything that passes on when these memberships of a person end. */
export async function findHoldings(
  db: Db | Trx,
  personId: string,
  ending: readonly Membership[],
): Promise<Held[]> {
  const found = await Promise.all([
    heldReturns(db, personId),
    openQuestions(db, personId),
    openReports(db, ending),
    heldEditions(db, personId),
    heldAmendments(db, personId),
    openWaivers(db, personId),
  ])
  return found
    .flat()
    .filter(({ kind, subject }) => passesOn(kind, subject, ending))
    .toSorted((left, right) => heldKinds.indexOf(left.kind) - heldKinds.indexOf(right.kind))
}

const passesOn = (kind: HeldKind, subject: Held['subject'], ending: readonly Membership[]): boolean =>
  ending.some(
    (membership) =>
      heldRules[kind].through.includes(membership.role) && (subject === null || covers(membership, subject)),
  )

const ofReturns = (db: Db | Trx) =>
  db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('programmes', 'programmes.code', 'grants.programme')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['returns.id', 'returns.periodId', 'returns.status', 'grants.programme', 'grants.gssCode'])
    .select(['programmes.name as programmeName', 'authorities.name as authorityName'])

type ReturnRow = { authorityName: string; programmeName: string; periodId: string }
const labelOf = ({ authorityName, programmeName, periodId }: ReturnRow): string =>
  `${authorityName}, ${programmeName}, ${periodLabel(periodId)}`

async function heldReturns(db: Db | Trx, personId: string): Promise<Held[]> {
  const rows = await ofReturns(db)
    .where((eb) =>
      eb.or([
        eb.and([eb('returns.status', '=', 'submitted'), eb('takenBy', '=', personId)]),
        eb.and([eb('returns.status', '=', 'awaiting-sign-off'), eb('sentBy', '=', personId)]),
      ]),
    )
    .orderBy('returns.id')
    .execute()
  return rows.map((row) => {
    const isReview = row.status === 'submitted'
    const { programme, gssCode } = row
    return {
      kind: isReview ? 'reviews' : 'sign-offs',
      label: labelOf(row),
      path: isReview ? `/reviews/${row.id}` : `/returns/${row.id}`,
      subject: { programme, gssCode },
    }
  })
}

async function openQuestions(db: Db | Trx, personId: string): Promise<Held[]> {
  const rows = await ofReturns(db)
    .innerJoin('data_queries', 'data_queries.returnId', 'returns.id')
    .select(['locator', 'askedOf'])
    .where('openedBy', '=', personId)
    .where('data_queries.status', '<>', 'closed')
    .orderBy('data_queries.id')
    .execute()
  const definitions = await definitionsAsked(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ askedOf, locator, programme, gssCode, ...row }) => ({
    kind: askedOf === 'borough' ? 'review-questions' : 'setting-questions',
    label: `${figureName(definitions.get(row.id) ?? [], locator)} (${locator}): ${labelOf(row)}`,
    path: `/returns/${row.id}`,
    subject: { programme, gssCode },
  }))
}

/** What each of these returns asks, by the return. */
async function definitionsAsked(
  db: Db | Trx,
  returnIds: readonly string[],
): Promise<Map<string, IndicatorDefinition[]>> {
  if (returnIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('return_items')
    .innerJoin('indicator_definitions', 'indicator_definitions.id', 'return_items.definitionId')
    .select(['returnId', 'definitionId', 'definition'])
    .where('returnId', 'in', [...new Set(returnIds)])
    .execute()
  const asked = new Map<string, IndicatorDefinition[]>()
  for (const { returnId, definitionId, definition } of rows)
    asked.set(returnId, [...(asked.get(returnId) ?? []), parseDefinition(definitionId, definition)])
  return asked
}

/** Reports not signed off of the settings that a head leaves, in returns that are still open to them. */
async function openReports(db: Db | Trx, ending: readonly Membership[]): Promise<Held[]> {
  const urns = ending.flatMap(({ role, urn }) => (role === 'head' && urn !== null ? [urn] : []))
  if (urns.length === 0) return []
  const rows = await ofReturns(db)
    .innerJoin('setting_reports', 'setting_reports.returnId', 'returns.id')
    .innerJoin('settings', 'settings.urn', 'setting_reports.urn')
    .select(['setting_reports.urn', 'settings.name as settingName'])
    .where('setting_reports.urn', 'in', urns)
    .where('setting_reports.status', '<>', 'signed-off')
    .where('missingReason', 'is', null)
    .where('returns.status', 'not in', ['submitted', 'accepted'])
    .orderBy('returns.id')
    .orderBy('setting_reports.urn')
    .execute()
  return rows.map(({ urn, settingName, programme, gssCode, ...row }) => ({
    kind: 'reports',
    label: `${settingName}: ${labelOf(row)}`,
    path: `/setting-reports/${row.id}/${urn}`,
    subject: { programme, gssCode, urns: [urn] },
  }))
}

async function heldEditions(db: Db | Trx, personId: string): Promise<Held[]> {
  const rows = await db
    .selectFrom('standards')
    .select(['id', 'name', 'proposedBy'])
    .where('status', '=', 'draft')
    .where((eb) =>
      eb.or([
        eb('proposedBy', '=', personId),
        eb.and([eb('proposedBy', 'is', null), eb('createdBy', '=', personId)]),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, proposedBy }) => ({
    kind: 'editions',
    label: proposedBy === null ? `${name} (a draft)` : `${name} (proposed)`,
    path: `/standards/editions/${id}`,
    // The standard is of no programme: whoever may write it at all may take it over.
    subject: null,
  }))
}

/** Proposals of the person, and their drafts: of a programme that may not be there yet. */
async function heldAmendments(db: Db | Trx, personId: string): Promise<Held[]> {
  const rows = await db
    .selectFrom('amendments')
    .select(['id', 'name', 'programme', 'status'])
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'proposed'), eb('proposedBy', '=', personId)]),
        eb.and([eb('status', '=', 'draft'), eb('createdBy', '=', personId)]),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, programme, status }) => ({
    kind: 'amendments',
    label: `${name} (${status === 'draft' ? 'a draft' : 'proposed'})`,
    path: `/framework/amendments/${id}`,
    subject: { programme },
  }))
}

async function openWaivers(db: Db | Trx, personId: string): Promise<Held[]> {
  const rows = await db
    .selectFrom('waivers')
    .leftJoin('authorities', 'authorities.gssCode', 'waivers.gssCode')
    .select(['waivers.id', 'checkCode', 'programme', 'waivers.gssCode', 'urn', 'authorities.name as place'])
    .where('requestedBy', '=', personId)
    .where('waivers.status', '=', 'requested')
    .orderBy('waivers.id')
    .execute()
  return rows.map(({ checkCode, programme, gssCode, urn, place }) => ({
    kind: 'waivers',
    label: `Check ${checkCode}: ${place ?? 'every borough'}${programme === null ? '' : `, ${programme}`}`,
    path: '/waivers',
    subject: {
      ...(programme === null ? {} : { programme }),
      ...(gssCode === null ? {} : { gssCode }),
      ...(urn === null ? {} : { urns: [urn] }),
    },
  }))
}
