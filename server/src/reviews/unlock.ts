/** Which figures open when RMEL asks about one. */
import { baselineReach } from '@inclusion/shared/attendance/count-faults'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { attendanceLocator, figureLocator, readLocator, type Locator } from '@inclusion/shared/locators'
import { academicYearsIn, academicYearsOf, type PeriodId } from '@inclusion/shared/periods'

/** What a return asks: of the authority, and of the settings that report to it. */
export type Asked = {
  definitions: readonly IndicatorDefinition[]
  urns: readonly string[]
  periodId: PeriodId
}

/**
 * The figure asked about, with its breakdown: a total and its categories must agree, so one cannot be
 * mended without the other. A figure worked out from attendance opens the counts it comes from.
 * Empty for a figure that the return does not ask for, of a setting that does not report to it, or that
 * nobody types.
 */
export function unlockedBy({ definitions, urns, periodId }: Asked, locator: Locator): Locator[] {
  const place = readLocator(locator)
  if (place.urn !== null && !urns.includes(place.urn)) return []
  if (place.kind === 'attendance') return countsOf(place.urn, place.cohort, periodId)
  const definition = definitions.find(({ indicator }) => indicator === place.indicator)
  if (!definition) return []
  const { derivation, collectedFrom, alsoFromAuthority } = definition
  if (derivation?.kind === 'attendance' && place.urn !== null) {
    return countsOf(place.urn, derivation.cohort, periodId)
  }
  if (derivation?.kind === 'settings-above-baseline') return []
  if ((collectedFrom === 'setting') !== (place.urn !== null) && !alsoFromAuthority) return []
  const { urn, dimension, category } = place
  const breakdown = definition.disaggregations.find((asked) => asked.dimension === dimension)
  if (dimension !== null && !breakdown?.categories.some(({ code }) => code === category)) return []
  const categories = definition.disaggregations.flatMap((asked) =>
    asked.categories.map(({ code }) =>
      figureLocator(place.indicator, { urn, dimension: asked.dimension, category: code }),
    ),
  )
  return [figureLocator(place.indicator, { urn }), ...categories]
}

function countsOf(urn: string, cohort: 'mentored' | 'whole' | 'baseline', periodId: PeriodId): Locator[] {
  // A baseline may be given for other dates than before, and then lie in another year.
  const years = cohort === 'baseline' ? academicYearsIn(baselineReach(periodId)) : academicYearsOf(periodId)
  return [
    attendanceLocator(urn, cohort),
    ...years.map((academicYear) => attendanceLocator(urn, cohort, academicYear)),
  ]
}
