/** A return and the accepted one before it, as the two sides of what changed. Pure. */
import { periodMonths, periodName, previousPeriod } from '../periods.ts'
import type { CheckInput } from '../standards/check-input.ts'
import type { Finding } from '../standards/finding.ts'
import { saidToBeBackdated } from './backdated.ts'
import { numbersAndWords, type FiledPart, type FiledSetting, type Filing } from './filing.ts'
import { movementsBetween } from './movements.ts'
import { rankMovements, type Ranked } from './ordinary.ts'

/** What is known of the accepted return before, beyond its figures. */
export type Before = {
  settings: FiledSetting[]
  corrected: Filing['corrected']
  backdated: Filing['backdated']
  /** The parts in the grant by setting, under those that stand for them now. */
  parts: Readonly<Record<string, readonly FiledPart[]>>
}

/** What stands in a return, with what its findings were answered by. */
export const thisFiling = (
  { periodId, asked, figures, settings }: CheckInput,
  findings: readonly Finding[],
  known: Pick<Before, 'parts'> | null,
): Filing => ({
  periodId,
  when: `this ${periodName(periodId)}`,
  figures: numbersAndWords(figures),
  definitions: Object.fromEntries(asked.map(({ indicator, edition }) => [indicator, edition])),
  settings: settings.map(({ urn, name }) => withParts({ urn, name }, known)),
  corrected: null,
  backdated: saidToBeBackdated(findings),
})

/** A setting with its parts in the grant, where they are known. */
export function withParts(setting: FiledSetting, known: Pick<Before, 'parts'> | null): FiledSetting {
  const parts = known?.parts[setting.urn]
  return parts === undefined ? setting : { ...setting, parts }
}

/** The latest accepted return; null without one. */
export function lastFiling({ periodId, history: [last] }: CheckInput, known: Before | null): Filing | null {
  if (!last) return null
  return {
    periodId: last.periodId,
    when: whenWas(last.periodId, periodId),
    figures: numbersAndWords(last.figures),
    definitions: last.definitions,
    settings: (known?.settings ?? []).map((setting) => withParts(setting, known)),
    corrected: known?.corrected
      ? { ...known.corrected, figures: numbersAndWords(known.corrected.figures) }
      : null,
    backdated: known?.backdated ?? [],
  }
}

/** "last quarter", or "in July to September 2025": as seen from a later period. */
function whenWas(earlier: string, seenFrom: string): string {
  const isJustBefore = earlier === previousPeriod(seenFrom)
  return isJustBefore ? `last ${periodName(seenFrom)}` : `in ${periodMonths(earlier)}`
}

export type SinceLast = { before: Filing; after: Filing; ranked: Ranked[] }

/** What moved since the latest accepted return, what stands out first; null where there is none. */
export function sinceLast(
  input: CheckInput,
  findings: readonly Finding[],
  known: Before | null,
): SinceLast | null {
  const before = lastFiling(input, known)
  if (!before) return null
  return rankedBetween(input, before, thisFiling(input, findings, known))
}

/** Two filings of what a return asks, what stands out first by the past of this grant. */
export const rankedBetween = (
  input: Pick<CheckInput, 'asked' | 'history' | 'seriesFrom'>,
  before: Filing,
  after: Filing,
): SinceLast => ({
  before,
  after,
  ranked: rankMovements(movementsBetween(before, after, input), input.asked, input),
})
