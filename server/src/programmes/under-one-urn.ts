/** Amounts by the settings that stand for theirs, so that one that changed its URN in the year is latest once. */
import { overPlaces } from '@inclusion/shared/roll-up'
import type { StoredDefinition } from '../framework/store.ts'
import type { Lineage } from '../settings/lineage.ts'
import type { SettingAmounts } from './store.ts'

/**
 * The amounts of settings that became one are together in each period, by the rule of their indicator: in each
 * borough that they were reported to, or, of whole rolls, whatever the borough.
 */
export function underOneUrn(
  amounts: readonly SettingAmounts[],
  definitions: readonly StoredDefinition[],
  { standsFor, formerly }: Lineage,
  boroughs: 'by-borough' | 'across-boroughs' = 'by-borough',
): SettingAmounts[] {
  if (formerly.length === 0) return [...amounts]
  const rules = new Map(definitions.map(({ definition }) => [definition.indicator, definition]))
  const renamed = amounts.map((row) => ({ ...row, urn: row.urn && standsFor(row.urn) }))
  const groups = Map.groupBy(renamed, ({ indicator, periodId, gssCode, urn }) =>
    [indicator, periodId, urn !== null && boroughs === 'across-boroughs' ? '' : gssCode, urn].join(' '),
  )
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows
    const rule = first && rules.get(first.indicator)
    return first && rule && rows.length > 1 ? [{ ...first, ...overPlaces(rule, rows) }] : rows
  })
}
