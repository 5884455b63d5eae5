/** The editions that an amendment adds to a framework: new indicators, changes with their bridges, and ends. */
import { periodOf } from '../periods.ts'
import type { AmendmentContent, DraftDefinition } from './amendment.ts'
import { bridgeOf, needsBridge } from './bridge.ts'
import type { IndicatorDefinition } from './indicators.ts'

export type Edition = {
  definition: IndicatorDefinition
  /** For an indicator that is new: the one it stands behind, or null for the end. Undefined for one that there is. */
  after?: string | null
}

/** The latest edition of an indicator, also one that is yet to begin. */
export const latestEdition = (
  definitions: readonly IndicatorDefinition[],
  indicator: string,
): IndicatorDefinition | undefined =>
  definitions
    .filter((definition) => definition.indicator === indicator)
    .toSorted((left, right) => right.edition - left.edition)[0]

/**
 * The edition that a change was written against: the latest to begin before it. It is not the latest of all where
 * another amendment was published meanwhile, whose changes are none of this one's.
 */
export const editionBehind = (
  definitions: readonly IndicatorDefinition[],
  { indicator, effectiveFrom }: Pick<DraftDefinition, 'indicator' | 'effectiveFrom'>,
): IndicatorDefinition | undefined =>
  latestEdition(
    definitions.filter((each) => periodOf(each.effectiveFrom).startsOn < periodOf(effectiveFrom).startsOn),
    indicator,
  ) ?? latestEdition(definitions, indicator)

/** Everything to be written. What has no ground (a change of nothing) is left out: the faults say so. */
export function newEditions(
  { indicators, changed, ended }: Pick<AmendmentContent, 'indicators' | 'changed' | 'ended'>,
  definitions: readonly IndicatorDefinition[],
): Edition[] {
  return [
    ...indicators.map(({ definition, after }) => ({ definition: asFirst(definition), after })),
    ...changed.flatMap((definition) =>
      changeOf(definition, latestEdition(definitions, definition.indicator)),
    ),
    ...ended.flatMap(({ indicator, from }) => {
      const latest = latestEdition(definitions, indicator)
      return latest ? [{ definition: endOf(latest, from) }] : []
    }),
  ]
}

/** A first edition begins its series, whatever else was said. */
const asFirst = (definition: DraftDefinition): IndicatorDefinition => ({
  ...definition,
  edition: 1,
  changeClass: 'major',
})

function changeOf(changed: DraftDefinition, before: IndicatorDefinition | undefined): Edition[] {
  if (!before) return []
  const edition = before.edition + 1
  const definition = { ...changed, edition }
  if (!needsBridge(before, changed)) return [{ definition }]
  const [asked, over] = bridgeOf(before, { edition, period: changed.effectiveFrom })
  return [{ definition }, { definition: asked, after: changed.indicator }, { definition: over }]
}

function endOf(latest: IndicatorDefinition, from: string): IndicatorDefinition {
  return {
    ...latest,
    edition: latest.edition + 1,
    effectiveFrom: from,
    changeClass: 'minor',
    askedInOrdinals: [],
  }
}
