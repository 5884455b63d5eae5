/**
 * What boroughs of the same tier and cohort reported before: read once for a period, kept for each return.
 */
import type { Db, Trx } from '@inclusion/db/open'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { comparePeriods, previousPeriod, type PeriodId } from '@inclusion/shared/periods'
import { isSameSeries, type SeriesFrom } from '@inclusion/shared/standards/observations'
import { summarisePeers, type PeerPeriod, type PeerSummary } from '@inclusion/shared/standards/peers'
import type { Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { change } from '../trust/change.ts'
import { findSeries } from './find-series.ts'

/** Two years of quarters, as far as a return looks back on itself. */
const periodsOfPeers = 8

/** One authority's total of one indicator in one accepted period, with the return it comes from. */
type PeerRow = PeerPeriod & {
  indicator: string
  gssCode: string
  cohort: string
  tier: string
  edition: number
}

/** Accepted totals of the periods before one, of every grant of a programme: one read for all its returns. */
export type PeerEvidence = readonly PeerRow[]

export async function findPeerEvidence(
  db: Db | Trx,
  { programme, periodId }: { programme: string; periodId: PeriodId },
): Promise<PeerEvidence> {
  const rows = await db
    .selectFrom('roll_ups')
    .innerJoin('grants', (join) =>
      join
        .onRef('grants.programme', '=', 'roll_ups.programme')
        .onRef('grants.gssCode', '=', 'roll_ups.gssCode'),
    )
    .innerJoin('returns', (join) =>
      join.onRef('returns.grantId', '=', 'grants.id').onRef('returns.periodId', '=', 'roll_ups.periodId'),
    )
    .innerJoin('return_items', (join) =>
      join
        .onRef('return_items.returnId', '=', 'returns.id')
        .onRef('return_items.indicator', '=', 'roll_ups.indicator'),
    )
    .innerJoin('indicator_definitions', 'indicator_definitions.id', 'return_items.definitionId')
    .select(['roll_ups.indicator', 'roll_ups.gssCode', 'roll_ups.periodId', 'cohort', 'tier', 'edition'])
    .select(['value', 'numerator', 'denominator', 'settings'])
    .where('roll_ups.programme', '=', programme)
    .where('category', '=', '')
    .where('roll_ups.periodId', 'in', periodsBefore(periodId))
    .execute()
  return rows.map(({ settings, ...row }) => ({ ...row, places: Math.max(1, settings) }))
}

function periodsBefore(periodId: PeriodId): PeriodId[] {
  const periods: PeriodId[] = []
  for (
    let before = previousPeriod(periodId);
    periods.length < periodsOfPeers;
    before = previousPeriod(before)
  )
    periods.push(before)
  return periods
}

type Judged = { gssCode: string; cohort: string; tier: string }

/**
 * The summaries for one return: of its tier and cohort, without its own authority, five authorities or more.
 */
export function peersFrom(
  evidence: PeerEvidence,
  asked: readonly IndicatorDefinition[],
  { gssCode, cohort, tier, seriesFrom }: Judged & { seriesFrom: SeriesFrom },
): PeerSummary[] {
  const alike = evidence.filter(
    (row) => row.gssCode !== gssCode && row.cohort === cohort && row.tier === tier,
  )
  const byIndicator = Map.groupBy(alike, ({ indicator }) => indicator)
  return asked.flatMap((definition) => {
    const { indicator } = definition
    const rows = (byIndicator.get(indicator) ?? []).filter(({ edition }) =>
      isSameSeries(definition, { definitions: { [indicator]: edition } }, seriesFrom),
    )
    const ordered = rows.toSorted((left, right) => comparePeriods(left.periodId, right.periodId))
    const summary = summarisePeers(definition, [...Map.groupBy(ordered, (row) => row.gssCode).values()])
    return summary ? [summary] : []
  })
}

/** Keeps the summaries of a return as they are now, in the transaction that opens or renews it. */
export async function keepPeers(
  context: Context,
  trx: Trx,
  { returnId, evidence, ...judged }: Judged & { returnId: string; evidence: PeerEvidence },
): Promise<void> {
  const asked = await definitionsOf(trx, returnId)
  const seriesFrom = await findSeries(trx, asked)
  const summaries = JSON.stringify(peersFrom(evidence, asked, { ...judged, seriesFrom }))
  const madeAt = context.now()
  await trx
    .insertInto('peer_summaries')
    .values({ returnId, summaries, madeAt })
    .onConflict((conflict) => conflict.column('returnId').doUpdateSet({ summaries, madeAt }))
    .execute()
}

/**
 * Makes the summaries anew of returns that nobody has filed yet, where a return of their programme was
 * accepted since; those that were sent keep what they were judged by. Answers how many.
 */
export async function renewPeers(context: Context): Promise<number> {
  const stale = await findStale(context.db)
  const together = Map.groupBy(stale, ({ programme, periodId }) => `${programme} ${periodId}`)
  for (const returns of together.values()) {
    const { programme, periodId } = returns[0]!
    const evidence = await findPeerEvidence(context.db, { programme, periodId })
    const act = { personId: null, action: 'peers.renew', subject: `programme:${programme}` }
    await change(context, act, async (trx, note) => {
      for (const { returnId, gssCode, cohort, tier } of returns)
        await keepPeers(context, trx, { returnId, gssCode, cohort, tier, evidence })
      note({ periodId, returns: returns.length })
    })
  }
  return stale.length
}

/**
 * Returns nobody has filed, without summaries or with some older than what was accepted of earlier periods.
 */
function findStale(db: Db) {
  return db
    .selectFrom('returns')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('periods', 'periods.id', 'returns.periodId')
    .leftJoin('peer_summaries', 'peer_summaries.returnId', 'returns.id')
    .select(['returns.id as returnId', 'returns.tier', 'returns.periodId'])
    .select(['grants.programme', 'grants.gssCode', 'grants.cohort'])
    .where('returns.status', 'in', ['not-started', 'in-progress'])
    .where((where) =>
      where.or([
        where('peer_summaries.madeAt', 'is', null),
        where.exists(
          where
            .selectFrom('returns as earlier')
            .innerJoin('grants as others', 'others.id', 'earlier.grantId')
            .innerJoin('periods as before', 'before.id', 'earlier.periodId')
            .select('earlier.id')
            .whereRef('others.programme', '=', 'grants.programme')
            .whereRef('before.startsOn', '<', 'periods.startsOn')
            .whereRef('earlier.acceptedAt', '>', 'peer_summaries.madeAt'),
        ),
      ]),
    )
    .orderBy('returns.id')
    .execute()
}
