/** Clause 1, Complete: what is asked is answered, with a figure or with a reason for none. */
import { isAnswered, type NumberPart } from '../../figures.ts'
import { isPair, type IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import { settingPlace } from '../finding.ts'
import { totalOf, type Cell, type Fault, type PreparedInput } from '../prepared-input.ts'
import {
  attendanceParts,
  cellName,
  cellPartName,
  inSentence,
  listWords,
  partName,
  seenParts,
  settingName,
} from '../words.ts'
import { askedCounts, countsTogether, reports } from './attendance-asked.ts'

/** 1.1: neither a figure nor a reason for missing. An entry that cannot be read is 3.6's alone. */
export function figureMissing(prepared: PreparedInput): Fault[] {
  const { settings } = prepared.input
  const faults = [...prepared.definitions().values()].flatMap((definition) => {
    if (definition.collectedFrom === 'derived') return []
    if (definition.collectedFrom === 'authority') return blankFigure(prepared, definition, null)
    // Nobody else can give it where no setting takes part: the authority is asked for those in none.
    if (settings.length === 0 && definition.alsoFromAuthority) return blankFigure(prepared, definition, null)
    if (definition.derivation?.kind === 'attendance') return []
    return settings.filter(reports).flatMap(({ urn }) => blankFigure(prepared, definition, urn))
  })
  return [...faults, ...missingCounts(prepared)]
}

function blankFigure(prepared: PreparedInput, definition: IndicatorDefinition, urn: string | null): Fault[] {
  const locator = figureLocator(definition.indicator, { urn })
  const figure = prepared.figures()[locator]
  const isBlankText = definition.measure === 'text' && !figure?.missing && !figure?.text?.trim()
  if (prepared.drafted().has(locator) || (isAnswered(figure) && !isBlankText)) return []
  const at = urn === null ? '' : ` at ${settingName(prepared, urn)}`
  const part = definition.measure === 'text' ? 'text' : isPair(definition.measure) ? 'numerator' : 'value'
  return [
    {
      locator,
      part,
      inputs: [{ locator, part, label: definition.label, value: null }],
      message: `${definition.label}${at} has no ${part === 'text' ? 'text' : 'figure'} and no reason for missing.`,
      fix:
        part === 'text'
          ? 'Write it, or choose a reason for missing.'
          : 'Give the figure (0 if there were none), or choose a reason for missing.',
    },
  ]
}

function missingCounts(prepared: PreparedInput): Fault[] {
  return askedCounts(prepared).flatMap(({ locator, place, asked, given }) => {
    const isGiven = asked.some((part) => (given[part] ?? null) !== null)
    if (asked.length === 0 || isGiven || prepared.drafted().has(locator)) return []
    const names = asked.map((part) => attendanceParts[part])
    return [
      {
        locator,
        part: asked[0]!,
        inputs: asked.map((part) => ({ locator, part, label: attendanceParts[part], value: null })),
        message: `${listWords([names[0]!, ...names.slice(1).map(inSentence)])} are missing for ${place}.`,
        fix: "Count them in the setting's register; 0 if there were none.",
      },
    ]
  })
}

/** 1.2: the reason for missing is that the figure is not available. A total silences its categories. */
export function figureNotAvailable(prepared: PreparedInput): Fault[] {
  const figures = prepared.figures()
  return prepared.cells().flatMap((cell) => {
    if (cell.figure.missing !== 'x') return []
    if (cell.dimension !== null && figures[totalOf(cell)]?.missing === 'x') return []
    const again = prepared.last()?.figures[cell.locator]?.missing === 'x'
    return [
      {
        locator: cell.locator,
        part: 'missing',
        inputs: [{ locator: cell.locator, part: 'missing', label: cellName(prepared, cell), value: 'x' }],
        message: `${cellName(prepared, cell)} is marked not available${again ? ', for the second period running' : ''}.`,
        fix: 'Give the figure if you can get it, or explain why it is not available and when it will be.',
      },
    ]
  })
}

/** 1.3: one half of a pair is missing, or the people behind a pair, or some of the counts that go together. */
export function halfPair(prepared: PreparedInput): Fault[] {
  return [...prepared.cells().flatMap((cell) => halfFigure(prepared, cell)), ...halfCounts(prepared)]
}

function halfFigure(prepared: PreparedInput, cell: Cell): Fault[] {
  const { definition, figure, locator } = cell
  if (!isPair(definition.measure) || cell.isDerived || figure.missing !== null) return []
  if (prepared.drafted().has(locator)) return []
  const blank = blankHalf(cell)
  if (blank === null) return []
  const given: NumberPart[] =
    blank === 'people' ? ['numerator', 'denominator'] : [blank === 'numerator' ? 'denominator' : 'numerator']
  const givenNames = given.map((part) => inSentence(partName(definition, part)))
  return [
    {
      locator,
      part: blank,
      inputs: seenParts(prepared, cell, [...given, blank]),
      message: `${cellPartName(prepared, cell, blank)} is missing, but ${listWords(givenNames)} ${given.length > 1 ? 'are' : 'is'} given.`,
      fix:
        blank === 'people'
          ? 'Give the number of people behind these figures.'
          : 'Give both figures, or clear both and choose a reason for missing.',
    },
  ]
}

function blankHalf({ figure, definition, dimension }: Cell): NumberPart | null {
  const { numerator, denominator, people } = figure
  if (numerator === null && denominator === null) return null
  if (numerator === null) return 'numerator'
  if (denominator === null) return 'denominator'
  return definition.people === 'beside' && people === null && dimension === null ? 'people' : null
}

function halfCounts(prepared: PreparedInput): Fault[] {
  return askedCounts(prepared).flatMap((counts) => {
    const { locator, place, given } = counts
    const together = countsTogether(counts)
    const blank = together.filter((part) => (given[part] ?? null) === null)
    if (blank.length === 0 || blank.length === together.length || prepared.drafted().has(locator)) return []
    const there = together.filter((part) => !blank.includes(part))
    const names = (parts: typeof blank) => listWords(parts.map((part) => inSentence(attendanceParts[part])))
    return [
      {
        locator,
        part: blank[0]!,
        inputs: together.map((part) => ({
          locator,
          part,
          label: attendanceParts[part],
          value: given[part] ?? null,
        })),
        message: `For ${place}, ${names(there)} are given without ${names(blank)}.`,
        fix: "Give all of these counts from the setting's register; 0 if there were none.",
      },
    ]
  })
}

/** 1.4 and 1.5: a setting that takes part has not signed off its report, without or with a reason recorded. */
export function settingNotReported(
  prepared: PreparedInput,
  { reasonRecorded }: { reasonRecorded: boolean },
): Fault[] {
  return prepared.input.settings.flatMap(({ urn, name, status, missingReason }) => {
    const reason = missingReason?.trim() || null
    if (status === 'signed-off' || (reason !== null) !== reasonRecorded) return []
    const locator = settingPlace(urn)
    return [
      {
        locator,
        part: null,
        inputs: [{ locator, part: 'missingReason', label: name, value: reason }],
        message: reason
          ? `${name} has not signed off its report. The reason recorded: ${reason}`
          : `${name} has not signed off its report, and no reason is recorded.`,
        fix: reason
          ? 'Say what this leaves out of the figures, and whether a report will follow.'
          : 'Ask the head to sign it off, or record why there is no report.',
      },
    ]
  })
}
