/** Figures of settings as those that stand for them now would have given them: one history for one setting. */
import { emptyFigure, type Figure, type Figures } from '../figures.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import { attendanceLocator, figureLocator, readLocator, type Locator } from '../locators.ts'
import { overPlaces } from '../roll-up.ts'

/** The URN that stands for another: the same one where nothing succeeded it. */
export type StandsFor = (urn: string) => string

/** A locator with the URN that stands for its setting. */
export function underSuccessor(locator: Locator, standsFor: StandsFor): Locator {
  const place = readLocator(locator)
  if (place.urn === null) return locator
  const urn = standsFor(place.urn)
  return place.kind === 'figure'
    ? figureLocator(place.indicator, { ...place, urn })
    : attendanceLocator(urn, place.cohort, place.academicYear ?? undefined)
}

type OverPlace = (indicator: string) => IndicatorDefinition['overPlace']

/**
 * Figures by the settings that stand for theirs. Where several became one their pairs are summed, and so are
 * their people: a rate of the one is the ratio of sums, never a mean of rates.
 */
export function underSuccessors(figures: Figures, standsFor: StandsFor, overPlace: OverPlace): Figures {
  const groups = Map.groupBy(Object.entries(figures), ([locator]) => underSuccessor(locator, standsFor))
  return Object.fromEntries(
    [...groups].map(([locator, group]) => {
      const place = readLocator(locator)
      const rule = place.kind === 'figure' ? overPlace(place.indicator) : 'sum'
      return [
        locator,
        together(
          rule,
          group.map(([, figure]) => figure),
        ),
      ]
    }),
  )
}

function together(rule: IndicatorDefinition['overPlace'], figures: readonly Figure[]): Figure {
  const [first] = figures
  if (first && figures.length === 1) return first
  const amounts = overPlaces({ overPlace: rule }, figures)
  const isGiven = amounts.value !== null || amounts.denominator !== null
  const missing = isGiven ? null : (figures.find((figure) => figure.missing !== null)?.missing ?? null)
  return { ...emptyFigure, ...amounts, missing, text: figures.find(({ text }) => text)?.text ?? null }
}
