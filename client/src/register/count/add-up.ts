/** Adds the marks of a cohort up: sessions by academic year and code, pupils by their own sessions. */
import { isPossible } from '@inclusion/shared/attendance/classify'
import { attendanceCodes, codeMeanings } from '@inclusion/shared/attendance/codes'
import type { ByCode, CohortCounts } from '../counts.ts'
import { dispersionOf, type PupilSessions } from './dispersion.ts'
import type { YearTable } from './year-table.ts'

const possibleCodes = Uint8Array.from(attendanceCodes, (code) => (isPossible(code) ? 1 : 0))
const attendedCodes = Uint8Array.from(attendanceCodes, (code) => {
  const { class: counted } = codeMeanings[code]
  return counted === 'present' || counted === 'approved-activity' ? 1 : 0
})

export type Sums = PupilSessions & {
  /** By year and code: the number of the year times the number of codes, plus the number of the code. */
  byCode: Uint32Array
  /** By year and pupil: 0 without a mark, 1 with marks of sessions that were not possible, 3 with possible ones. */
  seen: Uint8Array
}

export function newSums(pupils: number, years: YearTable): Sums {
  return {
    possible: new Uint32Array(pupils),
    attended: new Uint32Array(pupils),
    byCode: new Uint32Array(years.labels.length * attendanceCodes.length),
    seen: new Uint8Array(years.labels.length * pupils),
  }
}

/** Adds one session. `code` is the number of a code, `year` the number of a year. */
export function addSession(sums: Sums, pupil: number, year: number, code: number): void {
  sums.byCode[year * attendanceCodes.length + code]!++
  sums.possible[pupil]! += possibleCodes[code]!
  sums.attended[pupil]! += attendedCodes[code]!
  sums.seen[year * sums.possible.length + pupil]! |= possibleCodes[code] === 1 ? 3 : 1
}

/**
 * The counts of a cohort, for the years given and any other with a mark. Persistently absent: 10% or more of
 * the pupil's own possible sessions; severely: 50% or more (DfE's exact method, domain facts 2.3).
 */
export function countsOf(sums: Sums, years: YearTable, asked: readonly string[]): CohortCounts {
  const { possible, attended } = sums
  let [enrolments, persistent, severe] = [0, 0, 0]
  for (let pupil = 0; pupil < possible.length; pupil++) {
    const of = possible[pupil]!
    if (of === 0) continue
    const absent = of - attended[pupil]!
    enrolments++
    if (absent * 10 >= of) persistent++
    if (absent * 2 >= of) severe++
  }
  const sessions = years.labels
    .map((academicYear, year) => ({ academicYear, byCode: byCodeOf(sums, year), ...pupilsOf(sums, year) }))
    .filter(({ academicYear, marked }) => asked.includes(academicYear) || marked > 0)
  return { sessions, enrolments, persistent, severe, dispersion: dispersionOf(sums) }
}

function pupilsOf({ seen, possible: { length } }: Sums, year: number): { pupils: number; marked: number } {
  let [pupils, marked] = [0, 0]
  for (let at = year * length; at < (year + 1) * length; at++) {
    if (seen[at] !== 0) marked++
    if (seen[at] === 3) pupils++
  }
  return { pupils, marked }
}

function byCodeOf({ byCode }: Sums, year: number): ByCode {
  const counts: ByCode = {}
  for (const [number, code] of attendanceCodes.entries()) {
    const count = byCode[year * attendanceCodes.length + number]!
    if (count > 0) counts[code] = count
  }
  return counts
}
