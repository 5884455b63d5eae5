/** Figures in words: as they stand beside a field, in a summary, in a history and in a template. Pure. */
import { ratioOf, showNumber, showRatio, type Figure } from './figures.ts'
import { isPair, type IndicatorDefinition, type Measure } from './framework/indicators.ts'
import { readLocator } from './locators.ts'
import { overPeriods, overPlaces, type Amounts } from './roll-up.ts'
import { periodOf, previousPeriod } from './periods.ts'
import type { CheckInput, PastPeriod } from './standards/check-input.ts'
import { isSameSeries, sameSeries } from './standards/observations.ts'
import { attendanceParts } from './standards/words.ts'

export const missingWords = { z: 'Not applicable', x: 'Not available' } as const

type Numbers = Pick<Figure, 'value' | 'numerator' | 'denominator'>

/** A figure in one line: "24", "1,120 of 1,400 (80.0%)", "Not available"; null when it is blank. */
export function figureWords(
  { measure }: Pick<IndicatorDefinition, 'measure'>,
  figure: (Numbers & Partial<Pick<Figure, 'missing' | 'text'>>) | undefined,
): string | null {
  if (!figure) return null
  if (figure.missing) return missingWords[figure.missing]
  if (measure === 'text') return figure.text ?? null
  if (!isPair(measure)) return figure.value === null ? null : showNumber(figure.value, measure)
  const { numerator, denominator } = figure
  if (numerator === null || denominator === null) return null
  const pair = `${showNumber(numerator, measure)} of ${showNumber(denominator, measure)}`
  const ratio = showRatio(figure, measure)
  return ratio === null ? pair : `${pair} (${ratio})`
}

/** A setting's counts in one line: "Sessions possible 820, Sessions attended 630"; '' where none is a number. */
export function attendanceWords(counts: Readonly<Record<string, unknown>>): string {
  return Object.entries(attendanceParts)
    .flatMap(([part, name]) => {
      const count = counts[part]
      return typeof count === 'number' ? [`${name} ${count.toLocaleString('en-GB')}`] : []
    })
    .join(', ')
}

/** Only the level: "80.0%" of a pair, the number of anything else; null when there is none. */
export function levelWords(
  { measure }: Pick<IndicatorDefinition, 'measure'>,
  figure: Numbers | undefined,
): string | null {
  if (!figure || measure === 'text') return null
  if (isPair(measure)) return showRatio(figure, measure)
  return figure.value === null ? null : showNumber(figure.value, measure)
}

/** The accepted figures of the period just before this one; undefined when there are none. */
export const lastPeriod = ({
  history,
  periodId,
}: Pick<CheckInput, 'history' | 'periodId'>): PastPeriod | undefined =>
  history[0]?.periodId === previousPeriod(periodId) ? history[0] : undefined

/** Whether a figure is the level that the accepted return of the last period ended with. */
export function isCarried(
  { derivation }: Pick<IndicatorDefinition, 'derivation'>,
  input: Pick<CheckInput, 'asked' | 'history' | 'periodId' | 'seriesFrom'>,
): boolean {
  if (derivation?.kind !== 'carried') return false
  const last = lastPeriod(input)
  const from = input.asked.find(({ indicator }) => indicator === derivation.from)
  if (!last || (from && !isSameSeries(from, last, input.seriesFrom))) return false
  return (last.figures[derivation.from]?.value ?? null) !== null
}

/** The figures of one indicator over the authority and all its settings, by its own rule. */
export function together(definition: IndicatorDefinition, figures: CheckInput['figures']): Amounts {
  const places = Object.entries(figures).flatMap(([locator, figure]) => {
    const place = readLocator(locator)
    const isTotal =
      place.kind === 'figure' && place.indicator === definition.indicator && place.dimension === null
    return isTotal ? [figure] : []
  })
  return overPlaces(definition, places)
}

/**
 * The financial (or academic) year so far, this period included, as the profile counts it; from the last major change
 * of the definition where that lies in the year.
 */
export function yearToDate(definition: IndicatorDefinition, input: CheckInput): Amounts {
  const { year } = periodOf(input.periodId)
  const past = sameSeries(definition, input).filter(({ periodId }) => periodOf(periodId).year === year)
  return overPeriods(
    definition,
    [{ periodId: input.periodId, figures: input.figures }, ...past].map(({ periodId, figures }) => ({
      periodId,
      ...together(definition, figures),
    })),
  )
}

/** Whether a major change of the definition lies in the year, so that `yearToDate` counts from there. */
export const isCutShort = (definition: IndicatorDefinition, input: CheckInput): boolean =>
  input.history.some(
    (past) =>
      periodOf(past.periodId).year === periodOf(input.periodId).year &&
      !isSameSeries(definition, past, input.seriesFrom),
  )

/** From when `yearToDate` counts. */
export const soFarWords = (definition: IndicatorDefinition, input: CheckInput): string =>
  isCutShort(definition, input) ? 'since its definition changed' : 'so far this year'

const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const changeUnits: Partial<Record<Measure, string>> = { proportion: 'points', rate: 'per 100' }

/** The change from one figure to the next: "+4", "-2.1 points", "+0.4 per 100"; null when either has no number. */
export function changeWords(
  measure: Measure,
  before: Numbers | undefined,
  now: Numbers | undefined,
): string | null {
  if (!before || !now || measure === 'text') return null
  if (isPair(measure)) {
    const [was, is] = [ratioOf(before), ratioOf(now)]
    if (was === null || is === null) return null
    const scale = measure === 'mean' ? 1 : 100
    const change = signed((is - was) * scale, (number) => oneDecimal.format(number))
    const unit = changeUnits[measure]
    return change === 'Same' || unit === undefined ? change : `${change} ${unit}`
  }
  if (before.value === null || now.value === null) return null
  return signed(now.value - before.value, (number) => showNumber(number, measure))
}

function signed(change: number, show: (number: number) => string): string {
  const words = show(Math.abs(change))
  if (words === show(0)) return 'Same'
  return `${change > 0 ? '+' : '−'}${words}`
}

/** A profile in words, in the unit of its indicator: a level for a pair ("58.0%", "25.0 per 100"), else a number. */
export function profileWords({ measure }: Pick<IndicatorDefinition, 'measure'>, profile: number): string {
  const level = isPair(measure) ? showRatio({ numerator: profile, denominator: 1 }, measure) : null
  return level ?? showNumber(profile, measure)
}

/**
 * "1 of 2 settings", while some settings behind a figure have not signed off; null when all have, or when
 * the figure is the authority's own. Such a figure is not held against last period's: it is not the same places.
 */
export function coverageWords(
  { collectedFrom }: Pick<IndicatorDefinition, 'collectedFrom'>,
  reports: readonly { status: string }[],
): string | null {
  if (collectedFrom === 'authority') return null
  const signed = reports.filter(({ status }) => status === 'signed-off').length
  return signed === reports.length ? null : `${signed} of ${reports.length} settings`
}
