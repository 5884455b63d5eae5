/**
 * A locator names one figure of a return, everywhere: in storage, findings, explanations, questions
 * and links. Written `APM-OP2`, `APM-OP2:sex:female`, `APM-OC4@100006`, `APM-OC4@100006:sex:female`,
 * `attendance@100006:mentored` (pupils) and `attendance@100006:mentored:2025-26` (sessions of an
 * academic year).
 */
import * as z from 'zod'

const pattern = /^([A-Z]{2,5}-[A-Z0-9]+[a-z]?)(?:@(\d{6}))?(?::([a-z0-9-]+):([a-z0-9-]+))?$/
const attendancePattern = /^attendance@(\d{6}):(mentored|whole|baseline)(?::(\d{4}-\d{2}))?$/

/** Whether a text is a locator: for pages, which do without schemas. */
export const isLocator = (text: string): boolean =>
  text.length <= 120 && (pattern.test(text) || attendancePattern.test(text))

export const Locator = z
  .string()
  .max(120)
  .refine(isLocator, 'Use a locator like APM-OP2:sex:female')
  .meta({ id: 'Locator', description: 'One figure of a return: APM-OP2, APM-OP2:sex:female, APM-OC4@100006' })
export type Locator = z.infer<typeof Locator>

export const cohorts = ['mentored', 'whole', 'baseline'] as const
export type Cohort = (typeof cohorts)[number]

export type FigureLocator = {
  kind: 'figure'
  indicator: string
  urn: string | null
  dimension: string | null
  category: string | null
}
export type AttendanceLocator = {
  kind: 'attendance'
  urn: string
  cohort: Cohort
  academicYear: string | null
}

/** The parts of a locator. Throws a RangeError on a text that is not one: parse with `Locator` first. */
export function readLocator(text: Locator): FigureLocator | AttendanceLocator {
  const attendance = attendancePattern.exec(text)
  if (attendance) {
    const [, urn, cohort, academicYear] = attendance
    return { kind: 'attendance', urn: urn!, cohort: cohort as Cohort, academicYear: academicYear ?? null }
  }
  const figure = pattern.exec(text)
  if (!figure) throw new RangeError(`Not a locator: ${text}`)
  const [, indicator, urn, dimension, category] = figure
  return {
    kind: 'figure',
    indicator: indicator!,
    urn: urn ?? null,
    dimension: dimension ?? null,
    category: category ?? null,
  }
}

/** The locator of a figure: total or category, of the authority or of one setting. */
export function figureLocator(
  indicator: string,
  of: { urn?: string | null; dimension?: string | null; category?: string | null } = {},
): Locator {
  const setting = of.urn ? `@${of.urn}` : ''
  const category = of.dimension && of.category ? `:${of.dimension}:${of.category}` : ''
  return `${indicator}${setting}${category}`
}

/** The locator of a setting's attendance: its pupils, or its sessions in one academic year. */
export function attendanceLocator(urn: string, cohort: Cohort, academicYear?: string): Locator {
  return `attendance@${urn}:${cohort}${academicYear ? `:${academicYear}` : ''}`
}

/** The setting a locator belongs to, or null when it is the authority's own. */
export const settingOf = (locator: Locator): string | null => readLocator(locator).urn

/** The figure that a locator is part of: a total with its categories, or a cohort with its years. */
export function wholeFigure(locator: Locator): Locator {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return attendanceLocator(place.urn, place.cohort)
  return figureLocator(place.indicator, { urn: place.urn })
}
