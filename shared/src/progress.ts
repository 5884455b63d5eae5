/** How many of the figures a return asks for are in. Pure. */
import type { IndicatorDefinition } from './framework/indicators.ts'
import { figureLocator, type Locator } from './locators.ts'

export type Progress = { given: number; asked: number }

export type ProgressSetting = { urn: string; missingReason: string | null }

type Asked = Pick<IndicatorDefinition, 'indicator' | 'collectedFrom' | 'alsoFromAuthority'>

/**
 * Counts what is given, or has a reason for none. Derived figures are nobody's task. Where no setting reports, the
 * authority gives what it may give for those in none, and nothing else of settings is asked.
 */
export function countProgress(
  definitions: readonly Asked[],
  settings: readonly ProgressSetting[],
  isIn: (locator: Locator) => boolean,
): Progress {
  const counted = definitions.filter(
    ({ collectedFrom, alsoFromAuthority }) =>
      collectedFrom === 'authority' ||
      (collectedFrom === 'setting' && (settings.length > 0 || alsoFromAuthority)),
  )
  const given = counted.filter(({ indicator, collectedFrom }) =>
    collectedFrom === 'authority' || settings.length === 0
      ? isIn(figureLocator(indicator))
      : settings.every(
          ({ urn, missingReason }) => missingReason !== null || isIn(figureLocator(indicator, { urn })),
        ),
  )
  return { given: given.length, asked: counted.length }
}

export const progressWords = ({ given, asked }: Progress): string =>
  `${given} of ${asked} ${asked === 1 ? 'figure' : 'figures'} in`
