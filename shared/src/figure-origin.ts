/** Where the figure of an indicator comes from in the authority's own return: who types it, if anybody does. Pure. */
import { isAnswered } from './figures.ts'
import { isCarried } from './figure-words.ts'
import type { Disaggregation, IndicatorDefinition } from './framework/indicators.ts'
import { asksIn, type Tier } from './framework/tiers.ts'
import { figureLocator } from './locators.ts'
import type { CheckInput } from './standards/check-input.ts'
import { isSameSeries } from './standards/observations.ts'

export type FigureOrigin =
  /** The authority types it. */
  | { kind: 'typed' }
  /** The service works it out from other figures. */
  | { kind: 'worked-out' }
  /** The level that the accepted return of the last period ended with. */
  | { kind: 'carried' }
  /** Sums over the settings that have given it, of all that report. */
  | { kind: 'settings'; given: number; of: number }
  /** Settings' to give, and none takes part. */
  | { kind: 'nobody' }

export function originOf(definition: IndicatorDefinition, input: CheckInput): FigureOrigin {
  const { collectedFrom, alsoFromAuthority, indicator } = definition
  if (isCarried(definition, input)) return { kind: 'carried' }
  if (collectedFrom === 'derived') return { kind: 'worked-out' }
  if (collectedFrom === 'authority') return { kind: 'typed' }
  const of = input.settings.length
  if (of === 0) return { kind: alsoFromAuthority ? 'typed' : 'nobody' }
  const given = input.settings.filter(({ urn }) =>
    isAnswered(input.figures[figureLocator(indicator, { urn })]),
  )
  return { kind: 'settings', given: given.length, of }
}

/**
 * The same of a return that has not opened: what will be carried is carried, though the return before it is not
 * accepted yet. Nobody types it, where the grant has reported before and the figure is counted as it was.
 */
export function originExpected(definition: IndicatorDefinition, input: CheckInput): FigureOrigin {
  const { derivation } = definition
  const [last] = input.history
  if (derivation?.kind !== 'carried' || !last) return originOf(definition, input)
  const from = input.asked.find(({ indicator }) => indicator === derivation.from)
  const isSame = !from || isSameSeries(from, last, input.seriesFrom)
  return isSame ? { kind: 'carried' } : originOf(definition, input)
}

/** "1 of 2 settings together, as sums." */
export const settingsWords = ({ given, of }: { given: number; of: number }): string =>
  `${given} of ${of} ${of === 1 ? 'setting' : 'settings'} together, as sums.`

export const noSettingWords = 'No setting takes part in this grant: nothing to give.'

/** The breakdowns that a tier asks of a figure that is typed. */
export const breakdownsAsked = (
  { disaggregations }: Pick<IndicatorDefinition, 'disaggregations'>,
  tier: Tier,
): Disaggregation[] => disaggregations.filter(({ askedFrom }) => asksIn(askedFrom, tier))
