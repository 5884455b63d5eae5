/** Baselines of settings that became one: sums of their pairs, until the one gives its own. */
import { periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { Baseline } from '../returns/store.ts'
import type { Lineage } from './lineage.ts'

/** The baselines in force, each under the setting that stands for its own. */
export function joinBaselines(baselines: readonly Baseline[], { standsFor, formerly }: Lineage): Baseline[] {
  const groups = Map.groupBy(baselines, ({ indicator, urn }) =>
    urn === null ? indicator : `${indicator}@${standsFor(urn)}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first || first.urn === null) return group
    const urn = standsFor(first.urn)
    const since = formerly.findLast(({ nowUrn }) => nowUrn === urn)?.until ?? ''
    const own = group.find((baseline) => baseline.urn === urn && givenOn(baseline.periodId) >= since)
    return own || group.length === 1 ? [{ ...(own ?? first), urn }] : summed(group, urn)
  })
}

/** The last day of the period whose report gave it; one on record from the start was given before all. */
const givenOn = (periodId: PeriodId | null): string =>
  periodId === null ? '' : periodOf(periodId).endsBefore

/** A level without its counts cannot be added to another: then there is none for the one setting. */
function summed(group: readonly Baseline[], urn: string): Baseline[] {
  const [first] = group
  const isWhole = group.every(({ numerator, denominator }) => numerator !== null && denominator !== null)
  if (!first || !isWhole) return []
  const sum = (part: 'numerator' | 'denominator' | 'people') =>
    group.reduce((total, baseline) => total + (baseline[part] ?? 0), 0)
  return [
    {
      ...first,
      urn,
      value: null,
      numerator: sum('numerator'),
      denominator: sum('denominator'),
      people: group.some(({ people }) => people === null) ? null : sum('people'),
      windowStartsOn: group.map(({ windowStartsOn }) => windowStartsOn).toSorted()[0]!,
      windowEndsBefore: group
        .map(({ windowEndsBefore }) => windowEndsBefore)
        .toSorted()
        .at(-1)!,
      source: [...new Set(group.map(({ source }) => source))].join('; '),
    },
  ]
}
