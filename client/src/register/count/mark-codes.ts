/** What each mark as written counts as. */
import { attendanceCodes, type AttendanceCode } from '@inclusion/shared/attendance/codes'
import type { Meanings } from '../counts.ts'

/** In place of the number of a code. */
export const noMark = -1
export const unresolved = -2

const numbers: ReadonlyMap<string, number> = new Map(attendanceCodes.map((code, number) => [code, number]))

/**
 * For each word of the vocabulary the number of its code in `attendanceCodes`, `noMark` or `unresolved`. What
 * she says a mark means goes before what it looks like: a setting may use a letter in its own way.
 */
export function numberCodes(vocabulary: readonly string[], meanings: Meanings): Int8Array {
  return Int8Array.from(vocabulary, (written) => {
    const meaning = meanings[written]
    if (meaning === 'no-mark') return noMark
    return numbers.get(meaning ?? written) ?? unresolved
  })
}

/** The meaning that a number of `numberCodes` stands for; null where it is unresolved. */
export function meaningOf(number: number): AttendanceCode | 'no-mark' | null {
  if (number === noMark) return 'no-mark'
  return attendanceCodes[number] ?? null
}
