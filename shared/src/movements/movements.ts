/**
 * What changed between two filings of a return, measure by measure over the authority and its settings, and why:
 * this quarter against the last, a version against the one before. Laws hold, and are tested: the differences
 * made to the old figures give the new; equal figures have no movement; turned round in time each has the same
 * cause and the opposite sign, and what was new is removed.
 */
import { differencesBetween, isOnlyBeside, type Difference } from '../differences.ts'
import type { Figure, Figures } from '../figures.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import { figureLocator, readLocator, type Locator } from '../locators.ts'
import { backdatedCause } from './backdated.ts'
import { causesInFigures, revisedCause, type Absence, type Cause } from './causes.ts'
import type { Corrected, Filing } from './filing.ts'
import { levelOf, togetherOf, type Places } from './places.ts'
import { splitOf, type Split } from './split.ts'
import type { LocalDate } from '../time.ts'

export type Movement = {
  /** The measure: an indicator's total or one category, over all its places. */
  locator: Locator
  indicator: string
  kind: 'new' | 'removed' | 'changed'
  before: Figure | null
  after: Figure | null
  /** In the unit of the level: 0.032 is 3.2 points of a proportion. Null where the two are not to be compared. */
  change: number | null
  /** What explains most first; never empty. */
  causes: Cause[]
  /** The change by what lies within settings and what between them; null of one place. */
  split: Split | null
  places: { before: Places; after: Places }
  /** The figures beneath it that differ, place by place. */
  differences: Difference[]
}

export type Framework = {
  asked: readonly IndicatorDefinition[]
  /** The edition at which the present series of an indicator began (its last major change); 1 if not named. */
  seriesFrom: Readonly<Record<string, number>>
}

/** The movements of the measures of these definitions, in the order in which they are asked. */
export function movementsBetween(before: Filing, after: Filing, framework: Framework): Movement[] {
  const was = byMeasure(before.figures)
  const is = byMeasure(after.figures)
  const first = byMeasure(before.corrected?.figures ?? {})
  const firstAfter = byMeasure(after.corrected?.figures ?? {})
  const differing = Map.groupBy(differencesBetween(before.figures, after.figures), ({ locator }) =>
    measureOf(locator),
  )
  const order = new Map(framework.asked.map((definition, at) => [definition.indicator, { definition, at }]))
  const movements = [...differing].flatMap(([locator, differences]) => {
    const known = order.get(indicatorOf(locator))
    if (!known) return []
    const places = { before: was.get(locator) ?? none, after: is.get(locator) ?? none }
    const corrected = { before: first.get(locator) ?? none, after: firstAfter.get(locator) ?? none }
    const given = { locator, differences, places, corrected, filings: { before, after } }
    return [{ at: known.at, movement: movementOf(known.definition, given, framework) }]
  })
  return movements.toSorted((left, right) => left.at - right.at).map(({ movement }) => movement)
}

const none: Places = new Map()

/** The measure a figure belongs to: its locator without the setting. */
function measureOf(locator: Locator): Locator {
  const place = readLocator(locator)
  return place.kind === 'figure' ? figureLocator(place.indicator, { ...place, urn: null }) : locator
}

const indicatorOf = (locator: Locator): string => locator.split(':', 1)[0]!

/** The places of each measure. */
export function byMeasure(figures: Figures): Map<Locator, Places> {
  const measures = new Map<Locator, Map<string, Figure>>()
  for (const [locator, figure] of Object.entries(figures)) {
    const measure = measureOf(locator)
    const places = measures.get(measure) ?? new Map<string, Figure>()
    places.set(readLocator(locator).urn ?? '', figure)
    measures.set(measure, places)
  }
  return measures
}

type Sides<Side> = { before: Side; after: Side }
type Given = Pick<Movement, 'locator' | 'differences' | 'places'> & {
  corrected: Sides<Places>
  filings: Sides<Filing>
}

function movementOf(definition: IndicatorDefinition, given: Given, framework: Framework): Movement {
  const { locator, differences, places, filings } = given
  const { indicator } = definition
  const before = togetherOf(definition, places.before)
  const after = togetherOf(definition, places.after)
  const shown = { locator, indicator, before, after, differences, places }
  const absence = absenceOf(definition, { before, after }, filings)
  if (absence) return { ...shown, kind: absence.kind, change: null, causes: [absence], split: null }
  const edition = editionCause(definition, filings, framework)
  const comparable = edition?.comparable ?? true
  const split = comparable ? splitOf(definition, places.before, places.after) : null
  const [from, to] = [levelOf(definition, before), levelOf(definition, after)]
  const figures = { before: before!, after: after!, places, split }
  if (differences.every(isOnlyBeside))
    return { ...shown, kind: 'changed', change: 0, causes: [{ kind: 'note' }], split: null }
  const own = edition && !comparable ? [edition] : causesInFigures(definition, figures)
  const locators = placeLocators(locator, places)
  const causes = [
    ...(filings.before.periodId === filings.after.periodId ? own.map(asRevised) : own),
    ...backdatedCause(filings, { locators, coverage: own.find(({ kind }) => kind === 'coverage') }),
    ...revisions(definition, { before: before!, after: after! }, given),
    ...(edition && comparable ? [edition] : []),
  ]
  const change = !comparable || from === null || to === null ? null : to - from
  return { ...shown, kind: 'changed', change, causes, split }
}

/** Within one period nothing happened in the settings meanwhile: the figure was given anew. */
const asRevised = (cause: Cause): Cause =>
  cause.kind === 'real' ? { kind: 'revised', side: 'between' } : cause

/** The figures that a measure is made of, on either side. */
function placeLocators(measure: Locator, { before, after }: Sides<Places>): Locator[] {
  const place = readLocator(measure)
  if (place.kind !== 'figure') return [measure]
  return [...new Set([...before.keys(), ...after.keys()])].map((urn) =>
    figureLocator(place.indicator, { ...place, urn: urn === '' ? null : urn }),
  )
}

/** Where one side has no number and no words, and why. Null where both have, or neither. */
function absenceOf(
  definition: IndicatorDefinition,
  { before, after }: Sides<Figure | null>,
  filings: Sides<Filing>,
): Extract<Cause, { why: Absence }> | null {
  const [was, is] = [says(definition, before), says(definition, after)]
  if (was === is && (before === null) === (after === null)) return null
  return is || (!was && before === null)
    ? { kind: 'new', why: whyNone(definition, before, filings.before) }
    : { kind: 'removed', why: whyNone(definition, after, filings.after) }
}

/** Whether a figure holds a number, or words where words are asked. */
function says({ measure }: IndicatorDefinition, figure: Figure | null): boolean {
  if (figure === null) return false
  if (measure === 'text') return figure.text !== null
  return figure.value !== null || figure.numerator !== null || figure.denominator !== null
}

function whyNone(
  { indicator }: IndicatorDefinition,
  figure: Figure | null,
  { definitions }: Filing,
): Absence {
  return figure?.missing ?? (indicator in definitions ? 'not-given' : 'not-asked')
}

function editionCause(
  { indicator, edition, changeClass }: IndicatorDefinition,
  { before, after }: Sides<Filing>,
  { seriesFrom }: Framework,
): Extract<Cause, { kind: 'definition' }> | null {
  const [from, to] = [before.definitions[indicator] ?? edition, after.definitions[indicator] ?? edition]
  if (from === to) return null
  const begins = Math.max(seriesFrom[indicator] ?? 1, changeClass === 'major' ? edition : 1)
  return { kind: 'definition', comparable: Math.min(from, to) >= begins }
}

function revisions(
  definition: IndicatorDefinition,
  now: Sides<Figure>,
  { locator, corrected, filings }: Given,
): Cause[] {
  return (['before', 'after'] as const).flatMap((side) => {
    const filing = filings[side].corrected
    if (filing === null) return []
    const first = togetherOf(definition, corrected[side])
    return revisedCause(definition, side, { on: correctedOn(filing, locator), first, now: now[side] })
  })
}

/** The day since which a measure stands as it does, over all its places. */
function correctedOn({ on, since = {} }: Corrected, measure: Locator): LocalDate {
  const days = Object.keys(since).filter((locator) => measureOf(locator) === measure)
  return (
    days
      .map((locator) => since[locator]!)
      .toSorted()
      .at(-1) ?? on
  )
}
