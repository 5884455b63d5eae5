/** Clause 5, Plausible: slips of the hand that last period's figures show (5.1 to 5.3). */
import type { Figure, NumberPart } from '../../figures.ts'
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import { periodOf, previousPeriod } from '../../periods.ts'
import { swappedDigits } from '../digits.ts'
import { settingPlace } from '../finding.ts'
import { inUnits, isSameSeries } from '../observations.ts'
import { mainParts, soundPart, type Cell, type Fault, type PreparedInput } from '../prepared-input.ts'
import { cellPartName, inSentence, listWords, numberWords, seenParts, settingName } from '../words.ts'
import type { RuleOf } from './rule-of.ts'

/** Totals that somebody counted: typed, or worked out from a setting's attendance alone. */
const counted = (prepared: PreparedInput): Cell[] =>
  placesNow(prepared).filter(({ figure }) => figure.missing === null)

/** The same with those that a reason for missing stands for. */
const placesNow = (prepared: PreparedInput): Cell[] =>
  prepared.cells().filter(({ dimension, isDerived, definition: { derivation } }) => {
    const isCounted = derivation === null || derivation.kind === 'attendance' || !isDerived
    return dimension === null && isCounted
  })

const isCarried = ({ definition }: Cell): boolean => definition.derivation?.kind === 'carried'

/** Last period's number for one part of a figure, where its series goes on. */
function lastPart(prepared: PreparedInput, cell: Cell, part: NumberPart): number | null {
  return soundPart(cell.definition, figureBefore(prepared, cell) ?? undefined, part)
}

/** 5.1: about ten or a hundred times last period or profile, or a fraction typed for a percentage. */
export function wrongScale(prepared: PreparedInput, rule: RuleOf<'wrong-scale'>): Fault[] {
  // One count of a setting's attendance stands behind several figures: it is spoken of once.
  const spoken = new Set<string>()
  return counted(prepared).flatMap((cell) => {
    if (isCarried(cell)) return []
    const slips = mainParts(cell.definition.measure).flatMap((part) => {
      const words = scaleWords(prepared, { cell, part }, rule)
      const source = sourceOf(cell, part)
      if (words === null || spoken.has(source)) return []
      spoken.add(source)
      return [{ part, words }]
    })
    const [first] = slips
    if (!first) return []
    return [
      {
        locator: cell.locator,
        part: first.part,
        inputs: seenParts(prepared, cell, mainParts(cell.definition.measure)),
        message: slips.map(({ words }) => words).join(' '),
        fix: 'Check for a digit too many or too few, or another unit. If the figure is right, explain what changed.',
      },
    ]
  })
}

function sourceOf({ locator, urn, isDerived, definition: { derivation } }: Cell, part: NumberPart): string {
  if (!isDerived || derivation?.kind !== 'attendance') return `${locator} ${part}`
  const count = part === 'numerator' ? derivation.numerator : derivation.denominator
  return `${urn} ${derivation.cohort} ${count}`
}

function scaleWords(
  prepared: PreparedInput,
  { cell, part }: { cell: Cell; part: NumberPart },
  rule: RuleOf<'wrong-scale'>,
): string | null {
  const { definition, figure } = cell
  const number = soundPart(definition, figure, part)
  if (number === null || number <= 0) return null
  const name = cellPartName(prepared, cell, part)
  const show = (shown: number) => numberWords(shown, shownAs(definition))
  if (definition.measure === 'number' && definition.bounds.maximum === 100 && number < 1)
    return `${name}: ${show(number)}. It is counted out of 100, and this looks like a fraction of 1.`
  const last = lastPart(prepared, cell, part)
  const planned = last === null && part === 'value' ? plannedFor(prepared, cell) : null
  const before = last ?? planned
  if (before === null || before <= 0 || inUnits(Math.max(number, before), definition) < rule.least)
    return null
  const factor = rule.factors.find((one) => Math.abs(number / before / one - 1) <= rule.tolerance)
  if (factor === undefined) return null
  const against = last === null ? `The profile is ${show(before)}` : `Last period it was ${show(before)}`
  return `${name}: ${show(number)}. ${against}, so this is about ${timesWords(factor)}.`
}

const shownAs = ({ measure }: IndicatorDefinition) =>
  ({ measure: measure === 'money' ? measure : 'number' }) as const

const timesWords = (factor: number): string =>
  factor >= 1
    ? `${numberWords(factor, { measure: 'number' })} times that`
    : `a ${numberWords(1 / factor, { measure: 'number' })}th of that`

/**
 * What the profile holds for this period alone: of flows, its growth since the period before in the same
 * year.
 */
function plannedFor({ input }: PreparedInput, { definition, urn }: Cell): number | null {
  if (urn !== null) return null
  const { periodId, profiles } = input
  const planned = profiles[periodId]?.[definition.indicator] ?? null
  if (planned === null || definition.overTime !== 'sum' || periodOf(periodId).ordinal === 1) return planned
  const before = profiles[previousPeriod(periodId)]?.[definition.indicator] ?? null
  return before === null ? null : planned - before
}

/** 5.2: a level is last period's with two neighbouring digits the other way round. */
export function digitsSwapped(prepared: PreparedInput, { digits }: RuleOf<'digits-swapped'>): Fault[] {
  return counted(prepared).flatMap((cell) => {
    if (cell.isDerived || !isLevel(cell.definition)) return []
    const swaps = mainParts(cell.definition.measure).flatMap((part) => {
      const [number, before] = [
        soundPart(cell.definition, cell.figure, part),
        levelBefore(prepared, cell, part),
      ]
      if (number === null || before === null) return []
      const { definition } = cell
      return swappedDigits(inUnits(number, definition), inUnits(before, definition), digits)
        ? [{ part, number, before }]
        : []
    })
    const [first] = swaps
    if (!first) return []
    const said = swaps.map(({ part, number, before }) => {
      const [now, then] = [number, before].map((one) => numberWords(one, shownAs(cell.definition)))
      return `${cellPartName(prepared, cell, part)}: ${now}. Last period it was ${then}, with two digits the other way round.`
    })
    return [
      {
        locator: cell.locator,
        part: first.part,
        inputs: seenParts(prepared, cell, mainParts(cell.definition.measure)),
        message: said.join(' '),
        fix: 'Check the digits against your record. If the figure is right, explain what changed.',
      },
    ]
  })
}

const isLevel = ({ overTime }: IndicatorDefinition): boolean =>
  overTime === 'last' || overTime === 'first' || overTime === 'distinct'

/** The level that this one goes on from: the figure it is carried from, or the same figure last period. */
function levelBefore(prepared: PreparedInput, cell: Cell, part: NumberPart): number | null {
  const { derivation } = cell.definition
  if (derivation?.kind !== 'carried') return lastPart(prepared, cell, part)
  const from = prepared.last()?.figures[figureLocator(derivation.from, { urn: cell.urn })]
  return soundPart(cell.definition, from, part)
}

/** 5.3: every flow of one place is what it was last period. One that is none now, or was, is among them. */
export function flowsRepeated(prepared: PreparedInput, { least }: RuleOf<'flows-repeated'>): Fault[] {
  const flows = placesNow(prepared).filter(isFlow)
  return [...Map.groupBy(flows, ({ urn }) => urn)].flatMap(([urn, cells]) => {
    const known = cells.flatMap((cell) => {
      const before = figureBefore(prepared, cell)
      return before && (isAboveZero(cell, cell.figure) || isAboveZero(cell, before)) ? [{ cell, before }] : []
    })
    const comparable = known.map(({ cell }) => cell)
    if (comparable.length < least || !known.every(({ cell, before }) => isRepeated(cell, before))) return []
    const names = comparable.map(({ definition }) => definition.label)
    const at = urn === null ? '' : ` at ${settingName(prepared, urn)}`
    const named = [names[0]!, ...names.slice(1).map(inSentence)]
    return [
      {
        locator: urn === null ? null : settingPlace(urn),
        part: null,
        inputs: comparable.flatMap((cell) => seenParts(prepared, cell, mainParts(cell.definition.measure))),
        message: `All ${names.length} figures of the period's activity${at} are exactly last period's: ${listWords(named)}.`,
        fix: "Check that last period's figures were not copied. If they are right, explain why they are the same.",
      },
    ]
  })
}

const isFlow = ({ definition: { overTime } }: Cell): boolean =>
  overTime === 'sum' || overTime === 'ratio' || overTime === 'rate'

/** The figure of last period whose series this one goes on, or null. */
function figureBefore(prepared: PreparedInput, { definition, locator }: Cell): Figure | null {
  const last = prepared.last()
  if (last === null || !isSameSeries(definition, last, prepared.input.seriesFrom)) return null
  return last.figures[locator] ?? null
}

const isAboveZero = ({ definition }: Cell, figure: Figure): boolean =>
  mainParts(definition.measure).some((part) => (soundPart(definition, figure, part) ?? 0) > 0)

/** Whether it is given now and then, and the same: a blank or a reason for missing repeats nothing. */
function isRepeated({ definition, figure }: Cell, before: Figure): boolean {
  return mainParts(definition.measure).every((part) => {
    const now = soundPart(definition, figure, part)
    return now !== null && now === soundPart(definition, before, part)
  })
}
