import type { Attendance } from '@inclusion/shared/attendance/counts'
import { sessionParts } from '@inclusion/shared/figures'
import { attendanceLocator, readLocator, type Locator } from '@inclusion/shared/locators'
import type { Edit, Edits } from '../returns/entry/edits.ts'

/**
 * The counts of a register with what they leave behind: sessions given before in an academic year that the
 * new count of the same cohort does not have are cleared, or they would be added to it.
 */
export function countedEdits(changes: Edits, attendance: readonly Attendance[]): Edits {
  const cohorts = new Set(
    Object.keys(changes).flatMap((locator) => {
      const place = readLocator(locator)
      return place.kind === 'attendance' ? [`${place.urn}:${place.cohort}`] : []
    }),
  )
  const before = attendance
    .filter(({ urn, cohort }) => cohorts.has(`${urn}:${cohort}`))
    .flatMap(({ urn, cohort, sessions }) =>
      sessions.map(({ academicYear }) => attendanceLocator(urn, cohort, academicYear)),
    )
  const left = before.filter((locator) => !(locator in changes))
  return { ...Object.fromEntries(left.map((locator): [Locator, Edit] => [locator, cleared])), ...changes }
}

const cleared: Edit = { entries: Object.fromEntries(sessionParts.map((part) => [part, ''])) }
