/** Figures that the service works out: derived from a setting's attendance, the last period or baselines. */
import { totalSessions, type Attendance } from './attendance/counts.ts'
import { emptyFigure, ratioOf, type Figure, type Figures } from './figures.ts'
import type { Derivation, IndicatorDefinition } from './framework/indicators.ts'
import { figureLocator, readLocator } from './locators.ts'
import { previousPeriod, type PeriodId } from './periods.ts'
import type { PastPeriod } from './standards/check-input.ts'
import { isSameSeries, type SeriesFrom } from './standards/observations.ts'

/** The baseline of an indicator on record: its pair, for the authority (urn null) or one setting. */
export type BaselinePair = {
  indicator: string
  urn: string | null
  numerator: number | null
  denominator: number | null
}

export type DerivationSources = {
  periodId: PeriodId
  /** What was typed. */
  figures: Figures
  attendance: readonly Attendance[]
  /** Accepted earlier periods, latest first. */
  history: readonly PastPeriod[]
  baselines: readonly BaselinePair[]
  /** Where the series of indicators begin: nothing is carried over a major change. */
  seriesFrom: SeriesFrom
}

type AttendanceDerivation = Extract<Derivation, { kind: 'attendance' }>

/**
 * The typed figures with the derived ones filled in. A figure is left as it was typed when there is
 * nothing whole to derive it from. Pairs only, in their stored units; nothing is rounded.
 */
export function deriveFigures(asked: readonly IndicatorDefinition[], sources: DerivationSources): Figures {
  const figures = { ...sources.figures }
  for (const definition of asked) {
    if (definition.derivation?.kind === 'attendance')
      deriveFromAttendance(figures, definition, definition.derivation, sources)
    if (definition.derivation?.kind === 'carried')
      carry(figures, definition.indicator, definition.derivation.from, { asked, ...sources })
  }
  // Compares settings by their attendance, so it follows every attendance derivation.
  for (const { indicator, derivation } of asked) {
    if (derivation?.kind === 'settings-above-baseline')
      countAboveBaseline(figures, indicator, derivation.of, { asked, ...sources })
  }
  return figures
}

function fill(figures: Figures, locator: string, numbers: Partial<Figure>): void {
  figures[locator] = { ...(figures[locator] ?? emptyFigure), ...numbers, missing: null }
}

/** The pair that a setting's attendance gives; either half is null when it was not given whole. */
export function pairFromAttendance(
  attendance: Attendance,
  { numerator, denominator }: Pick<AttendanceDerivation, 'numerator' | 'denominator'>,
): Pick<Figure, 'numerator' | 'denominator'> {
  return {
    numerator: numerator === 'attended' ? totalSessions(attendance, 'attended') : attendance[numerator],
    denominator: denominator === 'possible' ? totalSessions(attendance, 'possible') : attendance.enrolments,
  }
}

function deriveFromAttendance(
  figures: Figures,
  { indicator, people }: IndicatorDefinition,
  derivation: AttendanceDerivation,
  { attendance }: DerivationSources,
): void {
  for (const counts of attendance) {
    if (counts.cohort !== derivation.cohort) continue
    const pair = pairFromAttendance(counts, derivation)
    if (pair.numerator === null || pair.denominator === null) continue
    const beside = people === 'beside' ? { people: counts.enrolments } : {}
    fill(figures, figureLocator(indicator, { urn: counts.urn }), { ...pair, ...beside })
  }
}

function carry(
  figures: Figures,
  indicator: string,
  from: string,
  { asked, history, periodId, seriesFrom }: DerivationSources & { asked: readonly IndicatorDefinition[] },
): void {
  const last = history[0]
  if (last?.periodId !== previousPeriod(periodId)) return
  const source = asked.find((definition) => definition.indicator === from)
  if (source && !isSameSeries(source, last, seriesFrom)) return
  const value = last.figures[figureLocator(from)]?.value ?? null
  if (value !== null) fill(figures, figureLocator(indicator), { value })
}

function countAboveBaseline(
  figures: Figures,
  indicator: string,
  of: string,
  sources: DerivationSources & { asked: readonly IndicatorDefinition[] },
): void {
  const baselines = baselineRatios(of, sources)
  let above = 0
  let reporting = 0
  for (const [locator, figure] of Object.entries(figures)) {
    const place = locator.startsWith(`${of}@`) ? readLocator(locator) : null
    if (place?.kind !== 'figure' || place.dimension !== null) continue
    const baseline = baselines.get(place.urn ?? '') ?? null
    const ratio = ratioOf(figure)
    if (baseline === null || ratio === null) continue
    reporting += 1
    if (ratio > baseline) above += 1
  }
  if (reporting > 0) fill(figures, figureLocator(indicator), { numerator: above, denominator: reporting })
}

/** The baseline ratio of each setting, by urn: from this return's baseline attendance, else on record. */
function baselineRatios(
  of: string,
  { asked, attendance, baselines }: DerivationSources & { asked: readonly IndicatorDefinition[] },
): Map<string, number | null> {
  const ratios = new Map<string, number | null>()
  for (const baseline of baselines) {
    if (baseline.indicator === of && baseline.urn !== null) ratios.set(baseline.urn, ratioOf(baseline))
  }
  const derivation = asked.find(({ indicator }) => indicator === of)?.derivation
  if (derivation?.kind !== 'attendance') return ratios
  for (const counts of attendance) {
    const ratio = counts.cohort === 'baseline' ? ratioOf(pairFromAttendance(counts, derivation)) : null
    if (ratio !== null) ratios.set(counts.urn, ratio)
  }
  return ratios
}
