/** Which settings stand for which in a return, and its past read by them: the one place where URNs are mapped. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Figures } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { periodOf, type PeriodId } from '@inclusion/shared/periods'
import { underSuccessors } from '@inclusion/shared/settings/one-history'
import { placesByUrn, standsFor, type Place, type Places } from '@inclusion/shared/settings/succession'
import type { PastPeriod } from '@inclusion/shared/standards/check-input'
import { addDays, type LocalDate } from '@inclusion/shared/time'
import { joinBaselines } from './join-baselines.ts'
import type { Baseline } from '../returns/store.ts'

/**
 * A URN whose past stands as the past of another. `successorUrn` came directly after it, on the day `until`;
 * `nowUrn` is the one that reports now, itself or a later one.
 */
export type Formerly = {
  urn: string
  name: string
  until: LocalDate
  successorUrn: string
  nowUrn: string
}

/** `formerly` in the order of days. */
export type Lineage = { standsFor: (urn: string) => string; formerly: Formerly[] }

/** The settings that have a successor: few, so that a return without any is read as it always was. */
export async function findSucceeded(db: Db | Trx): Promise<Places> {
  const rows: Place[] = await db
    .selectFrom('settings')
    .select(['urn', 'name', 'openedOn', 'closedOn', 'successorUrn', 'succeededOn'])
    .where('successorUrn', 'is not', null)
    .orderBy('succeededOn')
    .orderBy('urn')
    .execute()
  return placesByUrn(rows)
}

/**
 * The lineage of a return: successions up to the end of its period. A setting that reports in it under its
 * old URN keeps its past there.
 */
export async function findLineage(
  db: Db | Trx,
  { periodId, urns }: { periodId: PeriodId; urns: readonly string[] },
): Promise<Lineage> {
  const places = await findSucceeded(db)
  const on = addDays(periodOf(periodId).endsBefore, -1)
  const nowOf = (urn: string) => standsFor(places, { urn, on }, (each) => urns.includes(each))
  const formerly = [...places.values()].flatMap(({ urn, name, succeededOn, successorUrn }) => {
    const nowUrn = nowOf(urn)
    if (nowUrn === urn || succeededOn === null || successorUrn === null) return []
    return [{ urn, name, until: succeededOn, successorUrn, nowUrn }]
  })
  return { standsFor: nowOf, formerly }
}

type Past = { history: PastPeriod[]; baselines: Baseline[]; acceptedBefore: Figures | null }

/** What a return is held against, under the settings that stand in it. Storage keeps the URNs it was given under. */
export function oneHistory(
  { standsFor: nowOf, formerly }: Lineage,
  asked: readonly IndicatorDefinition[],
  past: Past,
): Past {
  if (formerly.length === 0) return past
  const rules = new Map(asked.map(({ indicator, overPlace }) => [indicator, overPlace]))
  const mapped = (figures: Figures) =>
    underSuccessors(figures, nowOf, (indicator) => rules.get(indicator) ?? 'sum')
  return {
    history: past.history.map((period) => ({ ...period, figures: mapped(period.figures) })),
    baselines: joinBaselines(past.baselines, formerly),
    acceptedBefore: past.acceptedBefore && mapped(past.acceptedBefore),
  }
}
