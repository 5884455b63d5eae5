/** The words findings speak: names of figures and parts as a borough officer reads them. */
import {
  numberParts,
  pupilParts,
  sessionParts,
  showNumber,
  type AttendancePart,
  type Figure,
  type NumberPart,
} from '../figures.ts'
import { isPair, type EvidenceField, type IndicatorDefinition } from '../framework/indicators.ts'
import { attendanceLocator, readLocator, type Cohort } from '../locators.ts'
import { academicYearsOf } from '../periods.ts'
import type { FindingInput } from './finding.ts'
import type { Cell, PreparedInput } from './prepared-input.ts'

const fallbackParts: Record<Exclude<NumberPart, 'value'>, string> = {
  numerator: 'first count',
  denominator: 'second count',
  people: 'number of people',
}

export const attendanceParts: Record<AttendancePart, string> = {
  possible: 'Sessions possible',
  attended: 'Sessions attended',
  authorised: 'Sessions of authorised absence',
  unauthorised: 'Sessions of unauthorised absence',
  enrolments: 'Pupils',
  persistent: 'Persistently absent pupils',
  severe: 'Severely absent pupils',
}

/** What evidence beside a figure is called. */
export const evidenceNames: Record<EvidenceField, string> = {
  source: 'Source',
  instrument: 'Instrument',
  informant: 'Informant',
  window: 'Months compared',
  followUpWeeks: 'Weeks from the activity to follow-up',
  asked: 'People asked',
  answered: 'People who answered',
  claimStrength: 'How strong a claim is',
}

const isAttendancePart = (part: string): part is AttendancePart => part in attendanceParts

const cohortNames: Record<Cohort, string> = {
  mentored: 'young people in the programme',
  whole: 'the whole setting',
  baseline: 'young people in the programme at baseline',
}

/**
 * What a part of a figure is called: "Sessions offered". A value goes by its indicator: the word beside
 * its field ("Young people") names no figure in a list of findings.
 */
export function partName({ label, parts }: IndicatorDefinition, part: NumberPart): string {
  return part === 'value' ? label : (parts[part] ?? `${label}: ${fallbackParts[part]}`)
}

/** Lower case for a label inside a sentence; an abbreviation (SDQ, FTE) keeps its capitals. */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

export const settingName = ({ settingNames }: PreparedInput, urn: string): string =>
  settingNames().get(urn) ?? `setting ${urn}`

/** Where a figure stands: " at Camden Centre (Sex: Female)", or nothing for the authority's total. */
export function placeWords(
  prepared: PreparedInput,
  cell: Pick<Cell, 'definition' | 'urn' | 'dimension' | 'category'>,
) {
  const at = cell.urn === null ? '' : ` at ${settingName(prepared, cell.urn)}`
  if (cell.dimension === null || cell.category === null) return at
  const breakdown = cell.definition.disaggregations.find(({ dimension }) => dimension === cell.dimension)
  const category = breakdown?.categories.find(({ code }) => code === cell.category)
  return `${at} (${breakdown?.label ?? cell.dimension}: ${category?.label ?? cell.category})`
}

/** The name of a figure with its place: "Young people who started at Camden Centre (Sex: Female)". */
export const cellName = (prepared: PreparedInput, cell: Cell): string =>
  `${cell.definition.label}${placeWords(prepared, cell)}`

/** The name of one part of a figure with its place. */
export const cellPartName = (prepared: PreparedInput, cell: Cell, part: NumberPart): string =>
  `${partName(cell.definition, part)}${placeWords(prepared, cell)}`

/** Where a setting's attendance stands: "young people in the programme at Camden Centre, 2025-26". */
export function attendancePlace(
  prepared: PreparedInput,
  place: { urn: string; cohort: Cohort; academicYear?: string | null },
): string {
  const of = `${cohortNames[place.cohort]} at ${settingName(prepared, place.urn)}`
  const needsYear = place.academicYear && academicYearsOf(prepared.input.periodId).length > 1
  return needsYear ? `${of}, ${place.academicYear}` : of
}

/** What a locator and part are called, wherever they point; the locator itself when nothing is known of it. */
export function nameOf(prepared: PreparedInput, locator: string, part: string): string {
  const place = readLocator(locator)
  if (place.kind === 'attendance') {
    const label = isAttendancePart(part) ? attendanceParts[part] : part
    return `${label}, ${attendancePlace(prepared, place)}`
  }
  const definition = prepared.definitions().get(place.indicator)
  if (!definition) return `${locator} (${part})`
  const known = numberParts.find((number) => number === part)
  return `${known ? partName(definition, known) : definition.label}${placeWords(prepared, { ...place, definition })}`
}

/** What a whole figure, or a setting's counts, are called; the locator itself when nothing is known of it. */
export function placeName(prepared: PreparedInput, locator: string): string {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return `Attendance of ${attendancePlace(prepared, place)}`
  const definition = prepared.definitions().get(place.indicator)
  return definition ? `${definition.label}${placeWords(prepared, { ...place, definition })}` : locator
}

/** Made once: asking a number for its words makes a format each time, which took a quarter of all checking. */
const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 })

/** A number as a person reads it; decimals are never rounded away. */
export function numberWords(number: number, { measure }: Pick<IndicatorDefinition, 'measure'>): string {
  if (measure === 'money') return showNumber(number, measure)
  return plain.format(number)
}

export const countWords = (count: number): string => numberWords(count, { measure: 'count' })

/** A whole figure in words: "12", "30 of 40", "not available", "blank". */
export function figureWords({ measure }: IndicatorDefinition, figure: Figure | undefined): string {
  if (figure?.missing) return figure.missing === 'x' ? 'not available' : 'not applicable'
  if (!figure) return 'blank'
  const show = (number: number | null): string =>
    number === null ? 'blank' : numberWords(number, { measure: isPair(measure) ? 'number' : measure })
  if (!isPair(measure)) return measure === 'text' ? 'a text' : show(figure.value)
  const people = figure.people === null ? '' : ` (${countWords(figure.people)} people)`
  return `${show(figure.numerator)} of ${show(figure.denominator)}${people}`
}

/** One part of a figure as an input that a check saw. */
export function seenPart(prepared: PreparedInput, cell: Cell, part: NumberPart): FindingInput {
  return { locator: cell.locator, part, label: cellPartName(prepared, cell, part), value: cell.figure[part] }
}

/** Several parts of a figure as inputs that a check saw. */
export const seenParts = (
  prepared: PreparedInput,
  cell: Cell,
  parts: readonly (NumberPart & keyof Figure)[],
) => parts.map((part) => seenPart(prepared, cell, part))

/** Counts of a setting's attendance as inputs that a check saw; sessions when an academic year is given. */
export function seenCounts(
  place: { urn: string; cohort: Cohort; academicYear?: string },
  counts: Partial<Record<AttendancePart, number | null>>,
): FindingInput[] {
  const locator = attendanceLocator(place.urn, place.cohort, place.academicYear)
  return [...sessionParts, ...pupilParts].flatMap((part) =>
    part in counts ? [{ locator, part, label: attendanceParts[part], value: counts[part] ?? null }] : [],
  )
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
