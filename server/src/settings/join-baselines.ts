/** Baselines of settings that became one: sums of their pairs, until the one gives its own. */
import { periodOf, type PeriodId } from '@inclusion/shared/periods'
import type { Baseline } from '../returns/store.ts'
import type { Formerly } from './lineage.ts'

/**
 * The baselines in force, each under the setting that stands for its own: one succession after the other, in
 * the order of days. What the successor gave afterwards is of both, so it stands alone; what it gave before,
 * or in a period for which the other gave its own, is of itself, so the two are added.
 */
export function joinBaselines(baselines: readonly Baseline[], formerly: readonly Formerly[]): Baseline[] {
  const groups = Map.groupBy(baselines, ({ indicator, urn }) => (urn === null ? null : indicator))
  return [...groups].flatMap(([indicator, group]) =>
    indicator === null
      ? group
      : [...fold(group, formerly)].flatMap(([urn, parts]) => {
          const [only] = parts
          return only && parts.length === 1 ? [{ ...only, urn }] : summed(parts, urn)
        }),
  )
}

/** One indicator's baselines by the setting that stands for theirs: those that add up to the setting's own. */
function fold(baselines: readonly Baseline[], formerly: readonly Formerly[]): Map<string, Baseline[]> {
  const held = Map.groupBy(baselines, ({ urn }) => urn ?? '')
  for (const { urn, successorUrn, until } of formerly) {
    const before = held.get(urn)
    if (!before) continue
    const own = held.get(successorUrn) ?? []
    const isOfBoth = own.some(
      (baseline) =>
        baseline.urn === successorUrn &&
        givenOn(baseline.periodId) > until &&
        !before.some(({ periodId }) => periodId === baseline.periodId),
    )
    held.delete(urn)
    held.set(successorUrn, isOfBoth ? own : [...before, ...own])
  }
  return held
}

/** The day after the period whose report gave it; one on record from the start was given before all. */
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
