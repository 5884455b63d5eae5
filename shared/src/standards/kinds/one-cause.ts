/** One cause, one finding: which kinds leave a figure to others that already speak of the same slip. */
import { readLocator } from '../../locators.ts'
import type { CheckKind } from '../check.ts'
import type { Finding } from '../finding.ts'
import { totalOf } from '../prepared-input.ts'

/** What is certainly wrong with a figure comes before what is unlikely of it. */
const wrong: CheckKind[] = ['outside-definition', 'numerator-over-denominator']

/** The kinds that stay silent on a figure, each with those that it is left to. */
const leftTo: Partial<Record<CheckKind, readonly CheckKind[]>> = {
  'wrong-scale': wrong,
  'digits-swapped': ['breakdown-total', 'identity', 'money-lines-differ'],
  'outside-own-history': [...wrong, 'wrong-scale', 'digits-swapped'],
  'far-from-peers': [...wrong, 'wrong-scale', 'digits-swapped', 'outside-own-history'],
}

export type Spoken = { kind: CheckKind | null; finding: Finding }

/** The findings without those of a kind that leaves its figure to another kind which speaks there. */
export function oneCauseEach(spoken: readonly Spoken[]): Finding[] {
  const places = new Map<CheckKind, Set<string>>()
  for (const { kind, finding } of spoken) {
    if (finding.locator === null || kind === null) continue
    const known = places.get(kind) ?? new Set()
    for (const place of spokenPlaces(kind, finding.locator)) known.add(place)
    places.set(kind, known)
  }
  const isLeft = ({ kind, finding: { locator } }: Spoken): boolean =>
    locator !== null && kind !== null && (leftTo[kind] ?? []).some((other) => places.get(other)?.has(locator))
  return spoken.filter((one) => !isLeft(one)).map(({ finding }) => finding)
}

/** A breakdown that does not go with its total is said at its first category, and is of the total as well. */
function spokenPlaces(kind: CheckKind, locator: string): string[] {
  if (kind !== 'breakdown-total' && kind !== 'money-lines-differ') return [locator]
  const place = readLocator(locator)
  return place.kind === 'figure' ? [locator, totalOf(place)] : [locator]
}
