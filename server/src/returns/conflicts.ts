/** Optimistic revisions: a figure saved over another's change is refused, showing both, who and when. */
import type { Db, Trx } from '@inclusion/db/open'
import type { FigureChange } from '@inclusion/shared/figures'
import { attendanceLocator, readLocator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import { findAttendance } from '../setting-reports/attendance-store.ts'
import type { Plan } from './plan.ts'
import { figureOf, namesOf } from './store.ts'

/** This save cannot share the return with another's: the caller tries once more, alone in it. */
export class Overtaken extends Error {}

type Saving = { returnId: string; changes: readonly FigureChange[] }

/** Throws `figure-changed` with every conflict of the batch; stores nothing. */
export async function refuseStale(
  db: Db | Trx,
  { returnId, changes }: Saving,
  { current, settled }: Pick<Plan, 'current' | 'settled'>,
): Promise<void> {
  const stale = changes.filter(
    ({ locator, revision }) => !settled.has(locator) && (current.get(locator)?.revision ?? 0) !== revision,
  )
  if (stale.length === 0) return
  const names = await namesOf(
    db,
    stale.map(({ locator }) => current.get(locator)?.changedBy ?? null),
  )
  const theirs = await findTheirs(
    db,
    returnId,
    stale.map(({ locator }) => locator),
  )
  const conflicts = stale.map((yours) => {
    const { revision = 0, changedBy = null, changedAt = null } = current.get(yours.locator) ?? {}
    const by = changedBy === null ? null : (names[changedBy] ?? null)
    return {
      locator: yours.locator,
      yours,
      theirs: theirs.get(yours.locator) ?? null,
      revision,
      by,
      at: changedAt,
    }
  })
  throw new Problem('figure-changed', {
    errors: conflicts.map(({ locator, by }) => ({
      field: locator,
      message: `${by ?? 'Somebody'} changed this figure since you opened it. Choose which value to keep.`,
    })),
    conflicts,
  })
}

/** What is stored now at each locator: a figure, or a setting's counts. */
async function findTheirs(db: Db | Trx, returnId: string, locators: string[]): Promise<Map<string, unknown>> {
  const rows = await db
    .selectFrom('data_points')
    .selectAll()
    .where('returnId', '=', returnId)
    .where('locator', 'in', locators)
    .execute()
  const found = new Map<string, unknown>(rows.map((row) => [row.locator, figureOf(row)]))
  if (!locators.some((locator) => readLocator(locator).kind === 'attendance')) return found
  for (const stored of await findAttendance(db, returnId)) {
    const { urn, cohort, sessions, enrolments, persistent, severe, marks } = stored
    const add = (locator: string, counts: object) =>
      found.set(locator, { ...counts, source: marks[locator]?.source })
    add(attendanceLocator(urn, cohort), { enrolments, persistent, severe })
    for (const { academicYear, counted: _, ...counts } of sessions)
      add(attendanceLocator(urn, cohort, academicYear), counts)
  }
  return found
}
