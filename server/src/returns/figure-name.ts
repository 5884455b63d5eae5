/** What a figure is called in a letter. */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type Locator } from '@inclusion/shared/locators'

export function figureName(definitions: readonly IndicatorDefinition[], locator: Locator): string {
  const place = readLocator(locator)
  const named = definitions.find(({ indicator }) => place.kind === 'figure' && indicator === place.indicator)
  return named?.label ?? 'Attendance of a setting'
}
