/** Which figures of a return with changes requested are open, as a refusal of any other names them. Pure. */
import type { IndicatorDefinition } from './framework/indicators.ts'
import { readLocator, wholeFigure, type Locator } from './locators.ts'

const most = 6

type Setting = { urn: string; name: string }

/** "RMEL asked for changes: only “Mentors in post” and “Hours of mentoring” can be changed." */
export function unlockedWords(
  definitions: readonly Pick<IndicatorDefinition, 'indicator' | 'label'>[],
  unlocked: readonly Locator[],
  /** Those that report, by name; one that is not among them is told by its URN. */
  settings: readonly Setting[] = [],
): string {
  const figures = [...new Set(unlocked.map(wholeFigure))]
  if (figures.length === 0) return 'No figure of this return is open.'
  const named = figures.slice(0, most).map((locator) => nameOf(definitions, settings, locator))
  const left = figures.length - named.length
  const all = left === 0 ? named : [...named, left === 1 ? 'one more' : `${left} more`]
  return `RMEL asked for changes: only ${new Intl.ListFormat('en-GB').format(all)} can be changed.`
}

function nameOf(
  definitions: readonly Pick<IndicatorDefinition, 'indicator' | 'label'>[],
  settings: readonly Setting[],
  locator: Locator,
): string {
  const place = readLocator(locator)
  const setting = settings.find(({ urn }) => urn === place.urn)?.name ?? `the setting with URN ${place.urn}`
  if (place.kind === 'attendance') return `attendance at ${setting}`
  const label = definitions.find(({ indicator }) => indicator === place.indicator)?.label ?? place.indicator
  return place.urn === null ? `“${label}”` : `“${label}” at ${setting}`
}
