/** Where an evaluator may ask for a change, and what is shown of a figure in each of its places. */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator, readLocator, type Locator } from '@inclusion/shared/locators'

type Asked = Pick<IndicatorDefinition, 'indicator' | 'derivation' | 'collectedFrom' | 'alsoFromAuthority'>

/**
 * The figures of one indicator that somebody gives: the authority's own, or each setting's. Empty where
 * the service works the figure out from others: the question belongs to those.
 */
export function askableFigures(
  { indicator, derivation, collectedFrom, alsoFromAuthority }: Asked,
  settings: readonly { urn: string }[],
): Locator[] {
  if (derivation?.kind === 'settings-above-baseline') return []
  if (collectedFrom !== 'setting') return [figureLocator(indicator)]
  const ofSettings = settings.map(({ urn }) => figureLocator(indicator, { urn }))
  return alsoFromAuthority ? [figureLocator(indicator), ...ofSettings] : ofSettings
}

/** The indicator a locator belongs to; null for attendance counts and for a setting's whole report. */
export function indicatorOf(locator: string | null): string | null {
  if (locator === null || locator.startsWith('setting@')) return null
  const place = readLocator(locator)
  return place.kind === 'figure' ? place.indicator : null
}

/** The ids of an indicator's card, and of the place where a figure is decided on. */
export const cardId = (indicator: string): string => `kpi-${indicator}`
export const verdictId = (locator: Locator): string => `decide-${locator.replaceAll(/[^\w-]/g, '-')}`
