/** Invented reports as their heads' browsers would have counted them from a register: two settings of three. */
import { termBefore } from '@inclusion/shared/attendance/baseline-window'
import type { AttendanceCode } from '@inclusion/shared/attendance/codes'
import type { CountedPupils, CountedSessions } from '@inclusion/shared/attendance/counted'
import { isSmallCohort } from '@inclusion/shared/attendance/small-cohort'
import type { FigureChange } from '@inclusion/shared/figures'
import { attendanceLocator, readLocator, type AttendanceLocator } from '@inclusion/shared/locators'
import { academicYearsIn, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { invent, split } from './numbers.ts'

type Of = { urn: string; periodId: PeriodId }

/** Whether the head of a setting counts her register, rather than typing its totals. */
export const countsRegister = (urn: string): boolean => invent(`${urn} counts`, 0, 2) < 2

/** The changes of a report with its attendance counted: the same totals, with what a register tells beside them. */
export function asCounted(changes: readonly FigureChange[], of: Of): FigureChange[] {
  const window = baselineWindow(of)
  return changes.map((change) => {
    const place = readLocator(change.locator)
    if (place.kind !== 'attendance') return change
    const { cohort, academicYear } = place
    const pupils = enrolmentsOf(changes, place)
    if (academicYear === null)
      return { ...inPlaceOf(change), counted: pupilsOf(change, place, { of, window }) }
    const year = cohort === 'baseline' ? academicYearsIn(window).at(-1)! : academicYear
    const locator = attendanceLocator(of.urn, cohort, year)
    return { ...inPlaceOf(change), locator, counted: sessionsOf(change, pupils, of) }
  })
}

const inPlaceOf = ({ entries: _, ...change }: FigureChange) => change

const numberIn = (
  { entries }: FigureChange,
  part: keyof NonNullable<FigureChange['entries']>,
): number | null => (entries?.[part] === undefined ? null : Number(entries[part]))

function enrolmentsOf(changes: readonly FigureChange[], { urn, cohort }: AttendanceLocator): number {
  const pupils = changes.find(({ locator }) => locator === attendanceLocator(urn, cohort))
  return pupils ? (numberIn(pupils, 'enrolments') ?? 0) : 0
}

/** As if all had begun on the first day of the period: the term before that. */
function baselineWindow({ periodId }: Of): NonNullable<CountedPupils['window']> {
  const { startsOn } = periodOf(periodId)
  return { ...termBefore(startsOn), kind: 'term-before-start' }
}

function pupilsOf(
  change: FigureChange,
  { cohort }: AttendanceLocator,
  { of, window }: { of: Of; window: CountedPupils['window'] },
): CountedPupils {
  const name = `${of.urn} ${of.periodId} ${cohort} differ`
  const enrolments = numberIn(change, 'enrolments') ?? 0
  const persistent = numberIn(change, 'persistent') ?? Math.round(enrolments * 0.8)
  return {
    enrolments,
    persistent,
    severe: numberIn(change, 'severe') ?? Math.round(persistent * 0.4),
    // As far as pupils of PRUs differ: their own rates spread by about a fifth around the setting's.
    dispersion: isSmallCohort(enrolments) ? null : invent(name, 900, 1800) / 100,
    window: cohort === 'baseline' ? window : null,
  }
}

function sessionsOf(change: FigureChange, pupils: number, of: Of): CountedSessions {
  const possible = numberIn(change, 'possible') ?? 0
  const attended = numberIn(change, 'attended') ?? 0
  const absent = possible - attended
  const authorised = numberIn(change, 'authorised') ?? Math.round(absent * 0.5)
  const totals = { possible, attended, authorised, unauthorised: absent - authorised }
  const name = `${of.urn} ${change.locator} codes`
  return { ...totals, byCode: isSmallCohort(pupils) ? null : codesOf(totals, name) }
}

function codesOf(
  { possible, attended, authorised, unauthorised }: Omit<CountedSessions, 'byCode'>,
  name: string,
): Partial<Record<AttendanceCode, number>> {
  const few = (code: AttendanceCode, total: number, percent: number): number =>
    Math.round((total * invent(`${name} ${code}`, 0, percent)) / 100)
  const late = few('L', attended, 9)
  const elsewhere = few('B', attended, 12)
  const present = attended - late - elsewhere
  const [ill = 0, partTime = 0, suspended = 0, other = 0] = split(authorised, 4, `${name} authorised`)
  const [unknown = 0, unexplained = 0, afterClose = 0] = split(unauthorised, 3, `${name} unauthorised`)
  const byCode: Partial<Record<AttendanceCode, number>> = {
    '/': Math.ceil(present / 2),
    '\\': Math.floor(present / 2),
    L: late,
    B: elsewhere,
    I: ill,
    C2: partTime,
    E: suspended,
    M: other,
    O: unknown,
    N: unexplained,
    U: afterClose,
    D: few('D', possible, 30),
    Y1: few('Y1', possible, 2),
  }
  return Object.fromEntries(Object.entries(byCode).filter(([, count]) => count > 0))
}
