import { readLocator, type Locator } from '@inclusion/shared/locators'
import { settingOfPlace, type Finding } from '@inclusion/shared/standards/finding'
import { paths } from '../routing/paths.ts'
import { checkInAddress } from './drafted-waiver.ts'

/** Where a waiver of this finding is asked for: the form opens with its check and its place. */
export function waiverAddress(
  { check, locator }: Pick<Finding, 'check' | 'locator'>,
  returnId: string,
): string {
  const [programme = '', gssCode = ''] = returnId.split('-')
  return paths.waivers({ check: checkInAddress(check), programme, gssCode, ...placeOf(locator) })
}

function placeOf(locator: Locator | null): { urn?: string; indicator?: string } {
  if (locator === null) return {}
  const urn = settingOfPlace(locator)
  if (urn !== null) return { urn }
  const place = readLocator(locator)
  return {
    ...(place.urn !== null && { urn: place.urn }),
    ...(place.kind === 'figure' && { indicator: place.indicator }),
  }
}
