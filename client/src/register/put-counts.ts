/** Lays the counts over the report: from here on they are figures like any that is typed. */
import type { Grid } from '../returns/grid/grid-context.ts'
import { toChanges, type YearsOnRecord } from './count/to-changes.ts'
import type { Counts } from './counts.ts'

/** Puts every count that is open to changes into the report; answers how many were not. */
export function putCounts({ entry, isOpen }: Grid, urn: string, counts: Counts): number {
  const changes = Object.entries(toChanges(urn, counts, yearsOnRecord(entry.input.attendance, urn)))
  const open = changes.filter(([locator]) => isOpen(locator))
  for (const [locator, change] of open) entry.change(locator, change)
  entry.saver.flush()
  return changes.length - open.length
}

function yearsOnRecord(attendance: Grid['entry']['input']['attendance'], urn: string): YearsOnRecord {
  const own = attendance.filter((counts) => counts.urn === urn)
  return Object.fromEntries(
    own.map(({ cohort, sessions }) => [cohort, sessions.map(({ academicYear }) => academicYear)]),
  )
}
