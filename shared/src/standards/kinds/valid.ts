/** Clause 3, Valid: each figure is one that its definition allows. */
import { readCell } from '../../cell-text.ts'
import {
  numberParts,
  pupilParts,
  ratioOf,
  readEntry,
  sessionParts,
  type AttendancePart,
} from '../../figures.ts'
import type { Measure } from '../../framework/indicators.ts'
import { attendanceLocator, readLocator } from '../../locators.ts'
import { periodMonths } from '../../periods.ts'
import {
  isCounted,
  isWholeCount,
  mainParts,
  soundPart,
  type Cell,
  type Fault,
  type PreparedInput,
} from '../prepared-input.ts'
import {
  attendanceParts,
  attendancePlace,
  cellName,
  cellPartName,
  countWords,
  inSentence,
  nameOf,
  numberWords,
  partName,
  placeWords,
  seenCounts,
  seenPart,
  seenParts,
} from '../words.ts'

const wholeFix = 'Give a whole number, 0 or more.'
const notWhole = (name: string, count: number): string =>
  `${name} is ${countWords(count)}, but a count is a whole number, 0 or more.`

/** 3.1: a count is not whole, or negative: typed figures, and the counts of settings' attendance. */
export function notAWholeCount(prepared: PreparedInput): Fault[] {
  const figures = prepared.cells().flatMap((cell) =>
    numberParts.flatMap((part): Fault[] => {
      const number = cell.figure[part]
      const { measure } = cell.definition
      if (number === null || measure === 'text' || cell.isDerived) return []
      if (!isCounted(measure, part) || isWholeCount(number)) return []
      const message = notWhole(cellPartName(prepared, cell, part), number)
      return [
        { locator: cell.locator, part, inputs: [seenPart(prepared, cell, part)], message, fix: wholeFix },
      ]
    }),
  )
  return [...figures, ...unwholeAttendance(prepared)]
}

function unwholeAttendance(prepared: PreparedInput): Fault[] {
  return prepared.attendance().flatMap((attendance) => {
    const { urn, cohort, sessions } = attendance
    const fault = (part: AttendancePart, count: number | null, academicYear?: string): Fault[] => {
      if (count === null || isWholeCount(count)) return []
      const place = { urn, cohort, ...(academicYear !== undefined && { academicYear }) }
      const name = `${attendanceParts[part]}, ${attendancePlace(prepared, place)},`
      const inputs = seenCounts(place, { [part]: count })
      const locator = attendanceLocator(urn, cohort, academicYear)
      return [{ locator, part, inputs, message: notWhole(name, count), fix: wholeFix }]
    }
    return [
      ...sessions.flatMap((year) =>
        sessionParts.flatMap((part) => fault(part, year[part], year.academicYear)),
      ),
      ...pupilParts.flatMap((part) => fault(part, attendance[part])),
    ]
  })
}

/** 3.2: a value, or the mean of a pair, is outside the bounds of its definition, or has too many decimals. */
export function outsideDefinition(prepared: PreparedInput): Fault[] {
  return prepared.cells().flatMap((cell) => {
    const { definition, figure, locator } = cell
    const isMean = definition.measure === 'mean'
    const number = isMean ? ratioOf(figure) : figure.value
    if (number === null || cell.isDerived || !(isMean || mainParts(definition.measure)[0] === 'value'))
      return []
    // A count that is not one is 3.1's to name.
    if (!isMean && isCounted(definition.measure, 'value') && !isWholeCount(number)) return []
    const wrong = boundBroken(cell, number)
    if (wrong === null) return []
    const name = isMean ? cellName(prepared, cell) : cellPartName(prepared, cell, 'value')
    const is = isMean ? 'works out at' : 'is'
    const shown = isMean ? countWords(Math.round(number * 100) / 100) : numberWords(number, definition)
    const inputs = seenParts(prepared, cell, mainParts(definition.measure))
    const message = `${name} ${is} ${shown}, but ${wrong}.`
    const fix = 'Check the figure and its units against the definition.'
    return [{ locator, part: mainParts(definition.measure)[0]!, inputs, message, fix }]
  })
}

function boundBroken({ definition, dimension }: Cell, number: number): string | null {
  const { minimum, maximum, decimals } = definition.bounds
  const show = (bound: number) =>
    definition.measure === 'mean' ? countWords(bound) : numberWords(bound, definition)
  if (!Number.isFinite(number)) return 'it must be a number'
  // One category may hold less than the least total; a mean may not.
  const least =
    minimum === null || dimension === null || definition.measure === 'mean' ? minimum : Math.min(0, minimum)
  if (least !== null && number < least) return `its definition allows nothing below ${show(least)}`
  if (maximum !== null && number > maximum) return `its definition allows nothing above ${show(maximum)}`
  return hasDecimals(definition.measure) && Number(number.toFixed(decimals)) !== number
    ? `its definition allows ${decimals === 0 ? 'no' : decimals} decimal place${decimals === 1 ? '' : 's'}`
    : null
}

/** Money is stored in whole pence, a mean is worked out, a count is 3.1's. */
const hasDecimals = (measure: Measure): boolean => measure === 'number' || measure === 'hours'

/** 3.3: a category is not in the vocabulary. (Twice cannot be stored: a locator names one figure.) */
export function unknownCategory(prepared: PreparedInput): Fault[] {
  return prepared.cells().flatMap((cell) => {
    const { definition, dimension, category, locator } = cell
    if (dimension === null) return []
    const breakdown = definition.disaggregations.find((asked) => asked.dimension === dimension)
    if (breakdown?.categories.some(({ code }) => code === category)) return []
    return [
      {
        locator,
        part: 'category',
        inputs: [{ locator, part: 'category', label: definition.label, value: `${dimension}:${category}` }],
        message: breakdown
          ? `"${category}" is not a category of ${inSentence(breakdown.label)} in ${inSentence(definition.label)}.`
          : `${definition.label} has no breakdown called "${dimension}".`,
        fix: 'Move the figure to a category of the definition, or clear it.',
      },
    ]
  })
}

/** 3.4: a denominator of 0 under a numerator above 0. 0 of 0 is a fact, shown without a rate. */
export function zeroDenominator(prepared: PreparedInput): Fault[] {
  return prepared.cells().flatMap((cell) => {
    const { definition, figure, locator } = cell
    if (mainParts(definition.measure).length !== 2 || cell.isDerived) return []
    const numerator = soundPart(definition, figure, 'numerator')
    if (numerator === null || numerator <= 0 || figure.denominator !== 0) return []
    const over = partName(definition, 'numerator')
    const under = inSentence(partName(definition, 'denominator'))
    return [
      {
        locator,
        part: 'denominator',
        inputs: seenParts(prepared, cell, ['numerator', 'denominator']),
        message: `${over}${placeWords(prepared, cell)} is ${countWords(numerator)}, but ${under} is 0.`,
        fix: 'Check both figures. 0 of 0 is allowed.',
      },
    ]
  })
}

/** 3.5: the definition changed since the last accepted return, and the figure is the same as before. */
export function unchangedAfterRedefinition(prepared: PreparedInput): Fault[] {
  const before = prepared.input.history[0]
  if (!before) return []
  return prepared.cells().flatMap((cell) => {
    const { definition, figure, locator, dimension } = cell
    const edition = before.definitions[definition.indicator]
    const parts = mainParts(definition.measure)
    const past = before.figures[locator]
    if (edition === undefined || edition === definition.edition || dimension !== null || !past) return []
    if (parts.length === 0 || !parts.every((part) => figure[part] !== null && figure[part] === past[part]))
      return []
    return [
      {
        locator,
        part: parts[0]!,
        inputs: [
          ...seenParts(prepared, cell, parts),
          { locator, part: 'edition', label: 'Edition of the definition', value: definition.edition },
        ],
        message: `The definition of ${inSentence(cellName(prepared, cell))} changed, but the figure is the same as for ${periodMonths(before.periodId)}.`,
        fix: 'Check that it was counted in the new way.',
      },
    ]
  })
}

type Draft = PreparedInput['input']['drafts'][number]

/** 3.6: what was typed cannot be read as a figure. It is kept as typed. */
export function unreadableEntry(prepared: PreparedInput): Fault[] {
  return prepared.input.drafts.map((draft) => {
    const { locator, part, entered } = draft
    const place = readLocator(locator)
    const measure =
      place.kind === 'attendance'
        ? 'attendance'
        : (prepared.definitions().get(place.indicator)?.measure ?? 'number')
    const entry = readEntry(entered, measure)
    const name = nameOf(prepared, locator, part)
    return {
      locator,
      part,
      inputs: [{ locator, part, label: name, value: entered }],
      message: `"${entered}" cannot be read as a figure for ${inSentence(name)}.`,
      fix:
        entry.kind === 'unreadable'
          ? `${entry.why}.${reasonWords(prepared, draft)}`
          : 'Type the figure again.',
    }
  })
}

/** A reason for none has its list beside a total that is typed; people, categories and settings' counts have none. */
function reasonWords(prepared: PreparedInput, { locator, part, entered }: Draft): string {
  const place = readLocator(locator)
  if (place.kind !== 'figure' || place.dimension !== null || part === 'people') return ''
  const isOfSettings = prepared.definitions().get(place.indicator)?.collectedFrom === 'setting'
  if ((isOfSettings && place.urn === null) || readCell(entered).kind !== 'missing') return ''
  return ' If there is no figure, choose why in the list “If none, why” beside it.'
}
