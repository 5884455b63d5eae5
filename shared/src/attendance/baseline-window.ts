/** The term that a mentored pupil's baseline is taken from, where each has her own. */
import type { LocalDate } from '../time.ts'
import { periodOf, previousPeriod, schoolTermId } from '../periods.ts'

const terms = [1, 2, 3]

/**
 * DfE's term before the one that a start date lies in, half-open: autumn from 1 August, spring from
 * 1 January to Easter Sunday, summer to 31 July (domain facts 2.3).
 */
export function termBefore(startsOn: LocalDate): { startsOn: LocalDate; endsBefore: LocalDate } {
  const calendarYear = Number(startsOn.slice(0, 4))
  const year = startsOn.slice(5) < '08-01' ? calendarYear - 1 : calendarYear
  const term = terms.findLast((number) => periodOf(schoolTermId(year, number)).startsOn <= startsOn)!
  const { startsOn: first, endsBefore } = periodOf(previousPeriod(schoolTermId(year, term)))
  return { startsOn: first, endsBefore }
}

/** From the first day of the earliest window to the last of the latest; null of none. */
export function spanOf(
  windows: readonly { startsOn: LocalDate; endsBefore: LocalDate }[],
): { startsOn: LocalDate; endsBefore: LocalDate } | null {
  if (windows.length === 0) return null
  const starts = windows.map(({ startsOn }) => startsOn).toSorted()
  const ends = windows.map(({ endsBefore }) => endsBefore).toSorted()
  return { startsOn: starts[0]!, endsBefore: ends.at(-1)! }
}
