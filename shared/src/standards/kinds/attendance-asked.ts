/** Which attendance counts a return asks of its settings, for the checks of what is missing. */
import { pupilParts, sessionParts, type AttendancePart } from '../../figures.ts'
import { attendanceLocator, cohorts, figureLocator, type Cohort } from '../../locators.ts'
import { academicYearsOf } from '../../periods.ts'
import type { SettingReport } from '../check-input.ts'
import { once, type PreparedInput } from '../prepared-input.ts'
import { attendancePlace } from '../words.ts'

/** The counts at one locator: what is asked there, and what was given. */
export type AskedCounts = {
  locator: string
  /** Where it is, in words. */
  place: string
  asked: AttendancePart[]
  given: Partial<Record<AttendancePart, number | null>>
}

/** A setting whose figures are due: it has begun its report, and no reason stands in place of it. */
export function reports({ status, missingReason }: SettingReport): boolean {
  return status === 'signed-off' || (status === 'in-progress' && missingReason === null)
}

/**
 * The counts asked of every setting that reports: those that the asked indicators are derived from
 * (a reason for missing on the indicator excuses its counts), for each academic year of the period.
 */
export function askedCounts(prepared: PreparedInput): AskedCounts[] {
  const years = academicYearsOf(prepared.input.periodId)
  const attendance = once(
    () => new Map(prepared.attendance().map((counts) => [`${counts.urn} ${counts.cohort}`, counts])),
  )
  return prepared.input.settings.filter(reports).flatMap(({ urn }) =>
    cohorts.flatMap((cohort) => {
      const asked = partsAsked(prepared, urn, cohort)
      const given = attendance().get(`${urn} ${cohort}`)
      const sessions = new Map(given?.sessions.map((year) => [year.academicYear, year]))
      const pupils: AskedCounts = {
        locator: attendanceLocator(urn, cohort),
        place: attendancePlace(prepared, { urn, cohort }),
        asked: pupilParts.filter((part) => asked.has(part)),
        given: given ?? {},
      }
      const yearsHere =
        cohort === 'baseline' ? [...sessions.keys()] : [...new Set([...years, ...sessions.keys()])]
      const inYears = yearsHere.map((academicYear): AskedCounts => ({
        locator: attendanceLocator(urn, cohort, academicYear),
        place: attendancePlace(prepared, { urn, cohort, academicYear }),
        asked: sessionParts.filter((part) => asked.has(part) && years.includes(academicYear)),
        given: sessions.get(academicYear) ?? {},
      }))
      return [...inYears, pupils]
    }),
  )
}

function partsAsked(prepared: PreparedInput, urn: string, cohort: Cohort): Set<AttendancePart> {
  const parts = new Set<AttendancePart>()
  for (const { indicator, derivation, people } of prepared.definitions().values()) {
    if (derivation?.kind !== 'attendance' || derivation.cohort !== cohort) continue
    if (prepared.figures()[figureLocator(indicator, { urn })]?.missing) continue
    parts.add(derivation.numerator).add(derivation.denominator)
    if (people === 'beside') parts.add('enrolments')
  }
  return parts
}

/** The counts that stand or fall together at a locator: what is asked, and both halves of a session pair. */
export function countsTogether({ asked, given }: AskedCounts): AttendancePart[] {
  const hasHalf = (given.possible ?? given.attended ?? null) !== null
  return hasHalf ? [...new Set<AttendancePart>(['possible', 'attended', ...asked])] : asked
}
