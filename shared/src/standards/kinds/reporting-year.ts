/**
 * What a grant comes to over the periods of a year, authority and settings together. The year is the
 * reporting year of the programme's calendar: the financial year for quarters.
 */
import { emptyFigure, type Figure, type Figures } from '../../figures.ts'
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import { periodOf, previousPeriod, yearLabel, type PeriodId } from '../../periods.ts'
import { overPeriods, overPlaces, type Amounts } from '../../roll-up.ts'
import { isSameSeries } from '../observations.ts'
import { mainParts, soundPart, type PreparedInput } from '../prepared-input.ts'

export type PeriodFigures = { periodId: PeriodId; figures: Figures }

/** Whether the whole grant is judged, not one setting: profiles and awards are the grant's. */
export const grantOnly = ({ input }: PreparedInput): boolean => input.grant !== null

/** This return's own figures, as one of the periods. */
export const thisPeriod = ({ input, figures }: PreparedInput): PeriodFigures => ({
  periodId: input.periodId,
  figures: figures(),
})

/**
 * The periods of the grant in a year up to this one, earliest first: empty where the grant had not begun.
 * Null where one of them is not accepted yet, or where the grant is not known.
 */
export function periodsOfYear(prepared: PreparedInput, year: number): PeriodFigures[] | null {
  const { grant, periodId, history } = prepared.input
  if (grant === null) return null
  const found: PeriodFigures[] = []
  for (let id = periodId; isInGrant(id, grant.startsOn, year); id = previousPeriod(id)) {
    if (periodOf(id).year !== year) continue
    const period = id === periodId ? thisPeriod(prepared) : history.find((past) => past.periodId === id)
    if (!period) return null
    found.unshift(period)
  }
  return found
}

function isInGrant(id: PeriodId, startsOn: string, year: number): boolean {
  const period = periodOf(id)
  return period.year >= year && period.endsBefore > startsOn
}

/** An indicator over some periods by its own rule; null where one of them has no whole figure. */
export function amountsOver(
  prepared: PreparedInput,
  definition: IndicatorDefinition,
  periods: readonly PeriodFigures[],
): Amounts | null {
  const given = periods.flatMap((period) => {
    const amounts = amountsIn(prepared, definition, period)
    return amounts === null ? [] : [{ ...amounts, periodId: period.periodId }]
  })
  if (given.length === 0 || given.length < periods.length) return null
  return overPeriods(definition, given)
}

/**
 * An indicator in one period, its places together; null where a place that takes part has no whole figure, or where a
 * major change of the definition lies between.
 */
export function amountsIn(
  prepared: PreparedInput,
  definition: IndicatorDefinition,
  period: PeriodFigures,
): Amounts | null {
  const { history, seriesFrom } = prepared.input
  const past = history.find(({ periodId }) => periodId === period.periodId)
  if (past && !isSameSeries(definition, past, seriesFrom)) return null
  const places = placesOf(prepared, definition, period).filter((figure) => figure?.missing !== 'z')
  const sound = places.map((figure) => soundFigure(definition, figure ?? emptyFigure))
  if (sound.length === 0 || !sound.every((figure) => figure !== null)) return null
  return overPlaces(definition, sound)
}

function placesOf(
  { input }: PreparedInput,
  { indicator, collectedFrom }: IndicatorDefinition,
  { periodId, figures }: PeriodFigures,
): (Figure | undefined)[] {
  const own = figures[figureLocator(indicator)]
  if (collectedFrom !== 'setting') return [own]
  const ofSettings =
    periodId === input.periodId
      ? input.settings.map(({ urn }) => figures[figureLocator(indicator, { urn })])
      : Object.entries(figures).flatMap(([locator, figure]) =>
          locator.startsWith(`${indicator}@`) && !locator.includes(':') ? [figure] : [],
        )
  return own ? [own, ...ofSettings] : ofSettings
}

function soundFigure(definition: IndicatorDefinition, figure: Figure): Amounts | null {
  const parts = mainParts(definition.measure)
  if (parts.length === 0 || parts.some((part) => soundPart(definition, figure, part) === null)) return null
  const { value, numerator, denominator, people } = figure
  return { value, numerator, denominator, people }
}

/** This return's year, as its first calendar year. */
export const thisYear = ({ input }: PreparedInput): number => periodOf(input.periodId).year

/** The award for a year in pence; null where there is no line for it, or one whose amount is not known. */
export function awardFor({ input }: PreparedInput, year: number): number | null {
  const lines = input.grant?.awards.filter(({ financialYear }) => financialYear === yearLabel(year)) ?? []
  if (lines.length === 0) return null
  return lines.reduce<number | null>(
    (sum, { pence }) => (sum === null || pence === null ? null : sum + pence),
    0,
  )
}
