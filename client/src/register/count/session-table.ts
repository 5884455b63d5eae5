/** Finds the first mark of the same pupil and session, however many pupils and days the marks spread over. */
import type { Marks } from '../register.ts'

const empty = -1

/**
 * A hash table of marks, as large as there are marks. The function that it answers takes a mark and gives
 * the first one asked about with the same pupil, day and session: itself where there is none.
 */
export function sessionTable({ length, pupil, day, session }: Marks): (at: number) => number {
  const bits = Math.max(4, Math.ceil(Math.log2(length * 2 + 1)))
  const slots = new Int32Array(2 ** bits).fill(empty)
  const last = slots.length - 1

  const isSame = (other: number, at: number): boolean =>
    pupil[other] === pupil[at] && day[other] === day[at] && session[other] === session[at]

  return function firstOf(at) {
    const mixed = Math.imul(pupil[at]!, 0x9e3779b1) ^ Math.imul(day[at]! * 2 + session[at]!, 0x85ebca6b)
    let slot = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> (32 - bits)
    while (slots[slot] !== empty) {
      const other = slots[slot]!
      if (isSame(other, at)) return other
      slot = (slot + 1) & last
    }
    slots[slot] = at
    return at
  }
}
