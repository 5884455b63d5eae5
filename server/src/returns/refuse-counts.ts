/** What a save may not hold of a cohort: judged over all of the save, and what is stored beside it. */
import { baselineYears } from '@inclusion/shared/attendance/count-faults'
import { attendanceLocator } from '@inclusion/shared/locators'
import { pupilsOf, type SessionRow } from '../setting-reports/attendance-store.ts'
import { cohortsOf, invalid, type CohortRows } from './cohort-rows.ts'
import { hideCodes } from './hide-codes.ts'
import type { Plan, Planned, Stored } from './plan.ts'

/** Throws `invalid-request`; takes from what is stored the codes by which few pupils could be told now. */
export function refuseCounts(plan: Plan, stored: Stored, planned: Planned): void {
  for (const rows of cohortsOf(plan, stored)) {
    if (rows.cohort === 'baseline') refuseOtherYears(rows, planned)
    hideCodes(rows, { plan, planned })
  }
}

/** Sessions of another window than the baseline's would be added to its own. */
function refuseOtherYears({ urn, pupils, sessions }: CohortRows, { periodId, changes }: Planned): void {
  const years = baselineYears(pupilsOf(pupils).window, periodId)
  const other = sessions.find((row) => !years.includes(row.academicYear) && hasAny(row))
  if (!other) return
  const pupilsAt = attendanceLocator(urn, 'baseline')
  if (changes.some(({ locator, counted }) => locator === pupilsAt && counted)) {
    const message = `Sessions of ${other.academicYear} were given before, outside these dates. Clear them with this count.`
    throw invalid(pupilsAt, message)
  }
  const beside = sessions
    .filter((row) => years.includes(row.academicYear) && hasAny(row))
    .map(({ academicYear }) => attendanceLocator(urn, 'baseline', academicYear))
    .find((at) => changes.some(({ locator }) => locator === at))
  if (beside === undefined) return
  throw invalid(
    beside,
    `Sessions of ${other.academicYear} were given before, for other dates. Clear them first.`,
  )
}

/** A year of zeros is what a count leaves of one that it does not have. */
const hasAny = ({ possible, attended, authorised, unauthorised }: SessionRow): boolean =>
  [possible, attended, authorised, unauthorised].some((count) => count !== null && count > 0)
