/** Which figures of a return with changes requested are open, as a refusal of any other names them. Pure. */
import type { IndicatorDefinition } from './framework/indicators.ts'
import { readLocator, wholeFigure, type Locator } from './locators.ts'

const most = 6

/** "RMEL asked for changes: only “Mentors in post” and “Hours of mentoring” can be changed." */
export function unlockedWords(
  definitions: readonly Pick<IndicatorDefinition, 'indicator' | 'label'>[],
  unlocked: readonly Locator[],
): string {
  const figures = [...new Set(unlocked.map(wholeFigure))]
  if (figures.length === 0) return 'No figure of this return is open.'
  const named = figures.slice(0, most).map((locator) => nameOf(definitions, locator))
  const left = figures.length - named.length
  const all = left === 0 ? named : [...named, left === 1 ? 'one more' : `${left} more`]
  return `RMEL asked for changes: only ${new Intl.ListFormat('en-GB').format(all)} can be changed.`
}

function nameOf(
  definitions: readonly Pick<IndicatorDefinition, 'indicator' | 'label'>[],
  locator: Locator,
): string {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return `attendance at the setting with URN ${place.urn}`
  const label = definitions.find(({ indicator }) => indicator === place.indicator)?.label ?? place.indicator
  return place.urn === null ? `“${label}”` : `“${label}” at the setting with URN ${place.urn}`
}
