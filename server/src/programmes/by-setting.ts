/** Amounts of a programme's indicators before settings are added up, and how often a setting counts in them. */
import type { Db } from '@inclusion/db/open'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { PeriodId } from '@inclusion/shared/periods'
import type { StoredDefinition } from '../framework/store.ts'
import { findLineage } from '../settings/lineage.ts'
import { findSettingAmounts, type SettingAmounts } from './store.ts'
import { underOneUrn } from './under-one-urn.ts'

/**
 * Whether an indicator counts the whole roll of a setting, whoever its pupils' boroughs are: one that serves
 * several boroughs reports the same roll to each.
 */
export const isOfWholeRoll = ({ derivation }: Pick<IndicatorDefinition, 'derivation'>): boolean =>
  derivation?.kind === 'attendance' && derivation.cohort === 'whole'

/**
 * Whether a setting that stops reporting would take its part out of the year: what is latest or first is so
 * of each setting, never of the borough that they add up to.
 */
const goesBySetting = ({ collectedFrom, overTime }: IndicatorDefinition): boolean =>
  collectedFrom !== 'authority' && ['rate', 'last', 'first', 'distinct'].includes(overTime)

type Asked = {
  programme: string
  period: PeriodId
  /** The year up to the period, and all periods there are: of a whole roll the series is told from settings too. */
  periodIds: readonly PeriodId[]
  periods: readonly PeriodId[]
  definitions: readonly StoredDefinition[]
  /** Whether no major change of the definition lies between an amount and the period. */
  isOfSeries: (row: SettingAmounts) => boolean
}

/** By indicator, each setting's amounts under the URN that stands for it; a whole roll once in a period. */
export async function amountsBySetting(
  db: Db,
  { programme, period, periodIds, periods, definitions, isOfSeries }: Asked,
): Promise<Map<string, CountedOnce>> {
  const ofRoll = definitions.filter(({ definition }) => isOfWholeRoll(definition))
  const others = definitions.filter(
    ({ definition }) => !isOfWholeRoll(definition) && goesBySetting(definition),
  )
  const lineage = await findLineage(db, { periodId: period, urns: [] })
  const ofAll = await findSettingAmounts(db, { programme, periodIds: periods, indicators: codes(ofRoll) })
  const rolls = Map.groupBy(ofAll.filter(isOfSeries), ({ indicator }) => indicator)
  const ofYear = await findSettingAmounts(db, { programme, periodIds, indicators: codes(others) })
  const given = ofYear.filter(isOfSeries)
  const amounts = Map.groupBy(underOneUrn(given, others, lineage), ({ indicator }) => indicator)
  return new Map([
    ...ofRoll.map((stored): [string, CountedOnce] => {
      const { indicator } = stored.definition
      const { amounts: once, again } = countedOnce(rolls.get(indicator) ?? [])
      // Only then by successor: two settings that became one each had a roll of their own.
      return [indicator, { amounts: underOneUrn(once, [stored], lineage, 'across-boroughs'), again }]
    }),
    ...codes(others).map((indicator): [string, CountedOnce] => [
      indicator,
      { amounts: amounts.get(indicator) ?? [], again: [] },
    ]),
  ])
}

const codes = (stored: readonly StoredDefinition[]): string[] =>
  stored.map(({ definition }) => definition.indicator)

/** `again`: what is left out, since its setting counts already. */
export type CountedOnce = { amounts: SettingAmounts[]; again: SettingAmounts[] }

/** Of each setting one row in a period: the fullest, as a report can leave pupils out but not add any. */
function countedOnce(rows: readonly SettingAmounts[]): CountedOnce {
  const given = rows.filter(({ denominator }) => denominator !== null)
  const groups = Map.groupBy(given, ({ periodId, gssCode, urn }) => `${periodId} ${urn ?? gssCode}`)
  const ordered = [...groups.values()].map((group) => group.toSorted(byFullest))
  return {
    amounts: ordered.flatMap((group) => group.slice(0, 1)),
    again: ordered.flatMap((group) => group.slice(1)),
  }
}

const byFullest = (left: SettingAmounts, right: SettingAmounts): number =>
  (right.denominator ?? 0) - (left.denominator ?? 0) || left.gssCode.localeCompare(right.gssCode)
