/** Which figures open when RMEL asks about one. */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { attendanceLocator, figureLocator, readLocator, type Locator } from '@inclusion/shared/locators'
import { academicYearsOf, type PeriodId } from '@inclusion/shared/periods'

/**
 * The figure asked about, with its breakdown: a total and its categories must agree, so one cannot be
 * mended without the other. A figure worked out from attendance opens the counts it comes from.
 * Empty for a figure that the return does not ask for or that nobody types.
 */
export function unlockedBy(
  definitions: readonly IndicatorDefinition[],
  locator: Locator,
  periodId: PeriodId,
): Locator[] {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return countsOf(place.urn, place.cohort, periodId)
  const definition = definitions.find(({ indicator }) => indicator === place.indicator)
  if (!definition) return []
  const { derivation, collectedFrom, alsoFromAuthority } = definition
  if (derivation?.kind === 'attendance' && place.urn !== null) {
    return countsOf(place.urn, derivation.cohort, periodId)
  }
  if (derivation?.kind === 'settings-above-baseline') return []
  if ((collectedFrom === 'setting') !== (place.urn !== null) && !alsoFromAuthority) return []
  const { urn } = place
  const categories = definition.disaggregations.flatMap(({ dimension, categories }) =>
    categories.map(({ code }) => figureLocator(place.indicator, { urn, dimension, category: code })),
  )
  return [figureLocator(place.indicator, { urn }), ...categories]
}

function countsOf(urn: string, cohort: 'mentored' | 'whole' | 'baseline', periodId: PeriodId): Locator[] {
  return [
    attendanceLocator(urn, cohort),
    ...academicYearsOf(periodId).map((academicYear) => attendanceLocator(urn, cohort, academicYear)),
  ]
}
