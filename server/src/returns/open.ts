/**
 * Opens the returns of every collection window that is open today, and of those that were missed: one for
 * each grant, with the definitions asked of it in its tier and the settings that report for it. Opening again
 * opens nothing twice.
 */
import type { Db, Trx } from '@inclusion/db/open'
import type { Tables } from '@inclusion/db/tables/tables'
import { isAskedIn } from '@inclusion/shared/framework/indicators'
import { asksIn, tierOf, type Tier } from '@inclusion/shared/framework/tiers'
import { comparePeriods, periodLabel, periodOf } from '@inclusion/shared/periods'
import { returnId } from '@inclusion/shared/returns'
import type { LocalDate } from '@inclusion/shared/time'
import type { ExpressionBuilder } from 'kysely'
import { today, type Context } from '../context.ts'
import { definitionsInForce, lockProgramme } from '../framework/store.ts'
import { openReports, reportingFor } from '../settings/settle-reports.ts'
import { standardInForce } from '../standards/find-standard.ts'
import { change, type Note } from '../trust/change.ts'
import { windowOpened } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { holdersOf } from '../people/holders.ts'
import { findPeerEvidence, keepPeers, type PeerEvidence } from './peers.ts'

type Opening = {
  grantId: string
  gssCode: string
  cohort: string
  programme: string
  periodId: string
  dueOn: string
}
export type Made = Opening & { id: string; note: Note; evidence: PeerEvidence }

/** Another process opened it a moment ago, or it is owed no longer: nothing of it is kept, not even its event. */
class WaitsNoLonger extends Error {}

/** Opens those of one programme, or of all. Answers the ids of the returns it opened. */
export async function openReturns(context: Context, programme?: string): Promise<string[]> {
  const all = waitingReturns(context, context.db)
  const wanted = programme === undefined ? all : all.where('grants.programme', '=', programme)
  const waiting = (await wanted.execute()).toSorted(
    (left, right) =>
      comparePeriods(left.periodId, right.periodId) || left.grantId.localeCompare(right.grantId),
  )
  const opened: string[] = []
  const readOnce = evidenceReader(context)
  for (const opening of waiting) {
    const id = returnId(opening.grantId, opening.periodId)
    if (await openOnce(context, { ...opening, id, evidence: await readOnce(opening) })) opened.push(id)
  }
  return opened
}

/** True where this process opened it: whether it still waits is asked anew under the programme's lock. */
async function openOnce(context: Context, opening: Omit<Made, 'note'>): Promise<boolean> {
  const { id, programme, grantId, periodId } = opening
  try {
    await change(context, { personId: null, action: 'return.open', subject: id }, async (trx, note) => {
      await lockProgramme(trx, programme)
      const now = await waitingReturns(context, trx)
        .where('grants.id', '=', grantId)
        .where('collection_windows.periodId', '=', periodId)
        .executeTakeFirst()
      if (!now) throw new WaitsNoLonger()
      await openOne(context, trx, { ...opening, ...now, note })
    })
    return true
  } catch (error) {
    if (!(error instanceof WaitsNoLonger)) throw error
    return false
  }
}

/** What peers reported before a period, read once for all its returns. */
function evidenceReader({ db }: Context): (opening: Opening) => Promise<PeerEvidence> {
  const read = new Map<string, Promise<PeerEvidence>>()
  return function readOnce({ programme, periodId }) {
    const key = `${programme} ${periodId}`
    const known = read.get(key) ?? findPeerEvidence(db, { programme, periodId })
    read.set(key, known)
    return known
  }
}

/**
 * A window that has closed is made up for only where its period is later than the first this database has of
 * the programme: the service was away, or the grant came late. A new installation opens no years gone by.
 */
const waitingReturns = (context: Context, db: Db | Trx) =>
  db
    .selectFrom('collection_windows')
    .innerJoin('grants', 'grants.programme', 'collection_windows.programme')
    .innerJoin('periods', 'periods.id', 'collection_windows.periodId')
    .leftJoin('returns', (join) =>
      join
        .onRef('returns.grantId', '=', 'grants.id')
        .onRef('returns.periodId', '=', 'collection_windows.periodId'),
    )
    .leftJoin(
      (from) =>
        from
          .selectFrom('returns')
          .innerJoin('grants', 'grants.id', 'returns.grantId')
          .innerJoin('periods', 'periods.id', 'returns.periodId')
          .select(({ fn }) => ['programme', fn.min('periods.startsOn').as('startsOn')])
          .groupBy('programme')
          .as('earliest'),
      (join) => join.onRef('earliest.programme', '=', 'grants.programme'),
    )
    .select([
      'grants.id as grantId',
      'grants.gssCode',
      'grants.cohort',
      'grants.programme',
      'collection_windows.periodId',
      'collection_windows.dueOn',
    ])
    .where('opensOn', '<=', today(context))
    .where((where) =>
      where.or([
        where('dueOn', '>=', today(context)),
        where('periods.startsOn', '>', where.ref('earliest.startsOn')),
      ]),
    )
    .where('grants.status', '=', 'active')
    .whereRef('grants.cohortStartOn', '<', 'periods.endsBefore')
    .where(isOwed)
    .where('returns.id', 'is', null)

/** The day after today on which the next returns of a programme open; null where none will. */
export async function nextOpening(context: Context, programme: string): Promise<LocalDate | null> {
  const next = await context.db
    .selectFrom('collection_windows')
    .innerJoin('grants', 'grants.programme', 'collection_windows.programme')
    .innerJoin('periods', 'periods.id', 'collection_windows.periodId')
    .select(({ fn }) => fn.min('opensOn').as('opensOn'))
    .where('collection_windows.programme', '=', programme)
    .where('opensOn', '>', today(context))
    .where('grants.status', '=', 'active')
    .whereRef('grants.cohortStartOn', '<', 'periods.endsBefore')
    .where(isOwed)
    .executeTakeFirst()
  return next?.opensOn ?? null
}

/** A grant that has ended owes nothing for a period that starts afterwards. */
const isOwed = (where: ExpressionBuilder<Tables, 'grants' | 'periods'>) =>
  where.or([
    where('grants.endsBefore', 'is', null),
    where('periods.startsOn', '<', where.ref('grants.endsBefore')),
  ])

/** Opens one return inside a transaction, with the framework as it stands there, and writes to its leads. */
export async function openOne(context: Context, trx: Trx, opening: Made): Promise<void> {
  const { id, grantId, gssCode, cohort, programme, periodId, note, evidence } = opening
  await lockProgramme(trx, programme)
  const tier = await tierOfGrant(trx, grantId)
  const standardId = await standardInForce(trx, periodId)
  await trx
    .insertInto('returns')
    .values({ id, grantId, periodId, tier, standardId, status: 'not-started', statusSince: context.now() })
    .execute()
  const items = await addItems(trx, opening, tier)
  const settings = await addSettings(trx, opening)
  await keepPeers(context, trx, { returnId: id, gssCode, cohort, tier, evidence })
  note({ tier, standardId, items, settings })
  await tellLeads(context, trx, opening)
}

export async function tierOfGrant(trx: Db | Trx, grantId: string): Promise<Tier> {
  const thresholds = await trx.selectFrom('tier_thresholds').selectAll().execute()
  const lines = await trx.selectFrom('award_lines').select('pence').where('grantId', '=', grantId).execute()
  return tierOf(thresholds, lines)
}

async function addItems(
  trx: Trx,
  { id, programme, periodId }: Opening & { id: string },
  tier: Tier,
): Promise<number> {
  const { ordinal } = periodOf(periodId)
  const inForce = await definitionsInForce(trx, programme, periodId)
  const asked = inForce.filter(
    ({ definition }) => asksIn(definition.askedFrom, tier) && isAskedIn(definition, ordinal),
  )
  const items = asked.map((stored) => ({
    returnId: id,
    indicator: stored.definition.indicator,
    definitionId: stored.id,
  }))
  if (items.length > 0) await trx.insertInto('return_items').values(items).execute()
  return items.length
}

async function addSettings(trx: Trx, { id, grantId, periodId }: Opening & { id: string }): Promise<number> {
  const reporting = await reportingFor(trx, { grantId, periodId })
  await openReports(
    trx,
    id,
    reporting.map(({ urn }) => urn),
  )
  return reporting.length
}

async function tellLeads(context: Context, trx: Trx, opening: Opening & { id: string }): Promise<void> {
  const { programme, gssCode, periodId, dueOn, id } = opening
  const leads = await holdersOf(trx, ['lead'], { programme, gssCode, on: today(context) })
  const url = `${context.environment.origin}/returns/${id}`
  const letter = windowOpened({
    returnLabel: periodLabel(periodId),
    url,
    dueOn,
    isLate: dueOn < today(context),
  })
  for (const { email } of leads) await queueMail(context, trx, { recipient: email, ...letter })
}
