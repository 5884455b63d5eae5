/** What a figure says in words, wherever it stands: in a return that is open, or in a version of it. Pure. */
import type { Attendance } from '@inclusion/shared/attendance/counts'
import { isSmallCohort } from '@inclusion/shared/attendance/small-cohort'
import { attendanceWords, figureWords, together } from '@inclusion/shared/figure-words'
import {
  emptyFigure,
  numberParts,
  pupilParts,
  sessionParts,
  type Figure,
  type Figures,
} from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type AttendanceLocator, type Locator } from '@inclusion/shared/locators'
import type { HeldNumbers } from '../returns/figure-history.ts'

/** What stands somewhere: the figures and the counts, read by the definitions that were asked. */
export type Figured = {
  asked: readonly IndicatorDefinition[]
  figures: Figures
  attendance: readonly Attendance[]
}

export function definitionAt(
  { asked }: Pick<Figured, 'asked'>,
  locator: Locator,
): IndicatorDefinition | undefined {
  const place = readLocator(locator)
  return asked.find(({ indicator }) => place.kind === 'figure' && place.indicator === indicator)
}

/** Whether it is the borough's total of what its settings gave. */
export function isTogether({ asked }: Pick<Figured, 'asked'>, locator: Locator): boolean {
  const place = readLocator(locator)
  if (place.kind !== 'figure' || place.urn !== null || place.dimension !== null) return false
  return definitionAt({ asked }, locator)?.collectedFrom === 'setting'
}

/** The figure at a locator, settings added up where it is their total; undefined where nothing is known of it. */
function figureIn(figured: Figured, locator: Locator): Figure | undefined {
  const definition = definitionAt(figured, locator)
  if (!definition) return undefined
  if (!isTogether(figured, locator)) return figured.figures[locator]
  const { missing = null, note = null } = figured.figures[locator] ?? {}
  return { ...emptyFigure, missing, note, ...together(definition, figured.figures) }
}

/** A setting's counts at a locator: of its pupils, or of the sessions of one year. */
function countsIn({ attendance }: Figured, { urn, cohort, academicYear }: AttendanceLocator) {
  const counts = attendance.find((each) => each.urn === urn && each.cohort === cohort)
  if (!counts || academicYear === null) return counts
  return counts.sessions.find((sessions) => sessions.academicYear === academicYear)
}

/** A figure in words: "24", "1,120 of 1,400 (80.0%)", "Sessions possible 820"; null while it is blank. */
export function wordsIn(figured: Figured, locator: Locator): string | null {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return wordsOfHeld(figured, locator, heldIn(figured, locator))
  const definition = definitionAt(figured, locator)
  return definition ? figureWords(definition, figureIn(figured, locator)) : null
}

/** The same of numbers alone: of a text nothing is said. */
export function wordsOfHeld(
  figured: Pick<Figured, 'asked'>,
  locator: Locator,
  { numbers, missing }: Held,
): string | null {
  const definition = definitionAt(figured, locator)
  if (!definition) return attendanceWords(numbers) || null
  const { value = null, numerator = null, denominator = null } = numbers
  return figureWords(definition, { value, numerator, denominator, missing, text: null })
}

/** What stands there in numbers; entries that cannot be read are told apart from them. */
export type Held = Omit<HeldNumbers, 'unreadable'>

/** The numbers of a figure, all null while it is blank. */
export function heldIn(figured: Figured, locator: Locator): Held {
  const place = readLocator(locator)
  if (place.kind === 'figure') {
    const figure = figureIn(figured, locator)
    const numbers = Object.fromEntries(numberParts.map((part) => [part, figure?.[part] ?? null]))
    return { numbers, missing: figure?.missing ?? null, counted: false }
  }
  const counts = countsIn(figured, place) as Partial<Record<string, number | null>> | undefined
  const parts = place.academicYear === null ? pupilParts : sessionParts
  return {
    numbers: Object.fromEntries(parts.map((part) => [part, counts?.[part] ?? null])),
    missing: null,
    counted: counts !== undefined && 'counted' in counts,
  }
}

export const noteIn = (figured: Figured, locator: Locator): string | null =>
  figureIn(figured, locator)?.note ?? null

/** Whether it is of one to five people, where its definition counts them. */
export function isOfFew(figured: Figured, locator: Locator): boolean {
  const place = readLocator(locator)
  const figure = figureIn(figured, locator)
  const { people = 'none' } = definitionAt(figured, locator) ?? {}
  const field = people === 'beside' ? 'people' : people
  const count =
    place.kind === 'attendance'
      ? figured.attendance.find((each) => each.urn === place.urn && each.cohort === place.cohort)?.enrolments
      : field === 'none'
        ? null
        : figure?.[field]
  return typeof count === 'number' && isSmallCohort(count)
}
