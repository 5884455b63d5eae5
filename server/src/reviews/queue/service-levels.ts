/**
 * Within how many working days RMEL reviews: rows, for all programmes or for one, each from a day on. What was submitted
 * keeps the level of the day on which it was.
 */
import type { Db } from '@inclusion/db/open'
import { addDays, atLondonTime, type Instant, type LocalDate } from '@inclusion/shared/time'
import { workingDaysBetween } from '@inclusion/shared/working-days'

export type ServiceLevel = {
  /** Null: of every programme without a level of its own. */
  programme: string | null
  startsOn: LocalDate
  workingDays: number
}

/** All of them, the earliest first. */
export async function findServiceLevels(db: Db): Promise<ServiceLevel[]> {
  return db
    .selectFrom('service_levels')
    .select(['programme', 'startsOn', 'workingDays'])
    .orderBy('startsOn')
    .orderBy('id')
    .execute()
}

/** The level of what is submitted on a day: the programme's own before the general one; null where there is none. */
export function levelOf(
  levels: readonly ServiceLevel[],
  programme: string | null,
  on: LocalDate,
): number | null {
  const inForce = levels.filter(({ startsOn }) => startsOn <= on)
  const last = (of: string | null) => inForce.findLast((level) => level.programme === of)
  return (last(programme) ?? last(null))?.workingDays ?? null
}

/** Working days by programme as they are on a day; `''` of every programme without a level of its own. */
export type LevelsByProgramme = Readonly<Record<string, number>>

export function levelsOn(levels: readonly ServiceLevel[], on: LocalDate): LevelsByProgramme {
  const begun = levels.filter(({ startsOn }) => startsOn <= on)
  return Object.fromEntries(begun.map(({ programme, workingDays }) => [programme ?? '', workingDays]))
}

/** What was submitted in it has waited for longer than its level. */
export type LateRange = { from: Instant; until: Instant }

/** By programme the moments between which whatever was submitted has waited too long by today; `''` of all others. */
export function lateRanges(
  levels: readonly ServiceLevel[],
  today: LocalDate,
): Record<string, readonly LateRange[]> {
  const programmes = new Set([null, ...levels.map(({ programme }) => programme)])
  return Object.fromEntries(
    [...programmes].map((programme) => [programme ?? '', rangesOf(levels, programme, today)]),
  )
}

function rangesOf(levels: readonly ServiceLevel[], programme: string | null, today: LocalDate): LateRange[] {
  const own = levels.filter((level) => level.programme === null || level.programme === programme)
  const starts = [...new Set(own.map(({ startsOn }) => startsOn))].filter((startsOn) => startsOn <= today)
  return starts.flatMap((startsOn, at) => {
    const next = starts[at + 1]
    const inTime = firstInTime(today, levelOf(levels, programme, startsOn)!)
    const until = next !== undefined && next < inTime ? next : inTime
    return until <= startsOn ? [] : [{ from: startOf(startsOn), until: startOf(until) }]
  })
}

const startOf = (day: LocalDate): Instant => atLondonTime(day, '00:00')

/** The first day from which no more working days than a level have gone by. */
function firstInTime(today: LocalDate, days: number): LocalDate {
  let first = today
  while (workingDaysBetween(addDays(first, -1), today) <= days) first = addDays(first, -1)
  return first
}
