/** Within how many working days RMEL reviews: rows, one for all programmes or one of a programme's own. */
import type { Db } from '@inclusion/db/open'
import { addDays, atLondonTime, type Instant, type LocalDate } from '@inclusion/shared/time'
import { workingDaysBetween } from '@inclusion/shared/working-days'

/** Working days by programme; `''` of every programme without a level of its own. */
export type ServiceLevels = Readonly<Record<string, number>>

export async function findServiceLevels(db: Db): Promise<ServiceLevels> {
  const rows = await db.selectFrom('service_levels').selectAll().orderBy('id', 'desc').execute()
  return Object.fromEntries(rows.map(({ programme, workingDays }) => [programme ?? '', workingDays]))
}

export const levelOf = (levels: ServiceLevels, programme: string): number | null =>
  levels[programme] ?? levels[''] ?? null

/**
 * By programme, the moment before which whatever was submitted has waited for longer than its level by today: the
 * start of the first day from which no more working days than that have gone by.
 */
export const lateBefore = (levels: ServiceLevels, today: LocalDate): Record<string, Instant> =>
  Object.fromEntries(Object.entries(levels).map(([programme, days]) => [programme, firstInTime(today, days)]))

function firstInTime(today: LocalDate, days: number): Instant {
  let first = today
  while (workingDaysBetween(addDays(first, -1), today) <= days) first = addDays(first, -1)
  return atLondonTime(first, '00:00')
}
