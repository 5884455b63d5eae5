/**
 * How sure an attendance rate is. Sessions of one pupil go together, so that they are no independent draws:
 * a naive binomial interval would be several times too narrow.
 */
import { normalDistance, studentDistance } from '../statistics/student.ts'

export type AttendanceInterval = {
  low: number
  high: number
  /** From how much pupils differed; or, where that is not known, with each pupil as one observation. */
  basis: 'between-pupils' | 'one-each'
}

export type IntervalInput = {
  attended: number | null
  possible: number | null
  /** Pupils with possible sessions. */
  pupils: number | null
  /** `CountedPupils.dispersion`. */
  dispersion: number | null
  /** The chance that the interval holds the rate that pupils like these have; 0.95 unless told. */
  level?: number
}

/**
 * Wilson's score interval of a rate, from 0 to 1, with an effective number of sessions: the possible ones
 * over the dispersion (Korn and Graubard 1998), and Student's t with one degree less than there are pupils,
 * as their spread is itself an estimate. Where the spread is not known each pupil counts as one observation,
 * as if pupils were always there or never: wider than it need be. Null without pupils or possible sessions.
 */
export function attendanceInterval(input: IntervalInput): AttendanceInterval | null {
  const { attended, possible, pupils, dispersion, level = 0.95 } = input
  if (attended === null || !possible || !pupils || attended < 0 || attended > possible) return null
  const tail = (1 - level) / 2
  const rate = attended / possible
  if (dispersion === null || pupils < 2)
    return { ...wilson(rate, Math.min(pupils, possible), normalDistance(tail)), basis: 'one-each' }
  const effective = possible / Math.max(1, dispersion)
  return { ...wilson(rate, effective, studentDistance(tail, pupils - 1)), basis: 'between-pupils' }
}

function wilson(rate: number, size: number, distance: number): { low: number; high: number } {
  const share = distance ** 2 / size
  const centre = (rate + share / 2) / (1 + share)
  const half = Math.sqrt(share * (rate * (1 - rate) + share / 4)) / (1 + share)
  // Of nobody or everybody present, rounding would leave the rate a hair outside.
  return { low: Math.max(0, Math.min(rate, centre - half)), high: Math.min(1, Math.max(rate, centre + half)) }
}
