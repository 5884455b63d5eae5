/** Sessions by code, summed into what they count as. */
import { codeMeanings, type AttendanceClass, type AttendanceCode } from './codes.ts'

/** Sessions of one cohort by class: possible = attended + authorised + unauthorised, always. */
export type ClassTotals = {
  possible: number
  /** Present and approved educational activity together. */
  attended: number
  present: number
  approvedActivity: number
  authorised: number
  unauthorised: number
  /** Neither attended nor absent: in no rate. */
  notPossible: number
  notCollected: number
}

/** Sums sessions by code into classes; a code that is not there counts nothing (domain facts 2.1 and 2.3). */
export function classTotals(byCode: Partial<Record<AttendanceCode, number>>): ClassTotals {
  const sums: Record<AttendanceClass, number> = {
    present: 0,
    'approved-activity': 0,
    authorised: 0,
    unauthorised: 0,
    'not-possible': 0,
    'not-collected': 0,
  }
  for (const [code, count] of Object.entries(byCode))
    sums[codeMeanings[code as AttendanceCode].class] += count
  const attended = sums.present + sums['approved-activity']
  return {
    possible: attended + sums.authorised + sums.unauthorised,
    attended,
    present: sums.present,
    approvedActivity: sums['approved-activity'],
    authorised: sums.authorised,
    unauthorised: sums.unauthorised,
    notPossible: sums['not-possible'],
    notCollected: sums['not-collected'],
  }
}

/** Whether a session with this code was possible: attended, or an absence. */
export function isPossible(code: AttendanceCode): boolean {
  const { class: counted } = codeMeanings[code]
  return counted !== 'not-possible' && counted !== 'not-collected'
}
