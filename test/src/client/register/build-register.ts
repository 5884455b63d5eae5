/** Small registers for tests, written as a person would write them down. */
import type { CountRequest } from '@inclusion/client/register/counts'
import { dayOf, type Marks, type Register } from '@inclusion/client/register/register'
import type { LocalDate } from '@inclusion/shared/time'

/** A mark of one pupil: `am` and `pm` are 0 and 1. */
export type Mark = { pupil: number; day: LocalDate; session: 0 | 1; mark: string }

export const autumn: CountRequest['period'] = { startsOn: '2025-10-01', endsBefore: '2026-01-01' }

/** A request without a cohort, for October to December 2025. */
export const request: CountRequest = {
  period: autumn,
  meanings: {},
  duplicates: null,
  members: null,
  baseline: { kind: 'one-window', window: { startsOn: '2025-07-01', endsBefore: '2025-10-01' } },
}

/** A register of these marks, in this order. Pupils are `P0`, `P1` and so on. */
export function registerOf(given: readonly Mark[], pupils?: number): Register {
  const count = pupils ?? Math.max(0, ...given.map(({ pupil }) => pupil + 1))
  const vocabulary = [...new Set(given.map(({ mark }) => mark))]
  const words = new Map(vocabulary.map((word, index) => [word, index]))
  const marks: Marks = {
    length: given.length,
    pupil: Uint32Array.from(given, ({ pupil }) => pupil),
    day: Int32Array.from(given, ({ day }) => dayOf(day)),
    session: Uint8Array.from(given, ({ session }) => session),
    mark: Uint16Array.from(given, ({ mark }) => words.get(mark)!),
    sheet: new Uint16Array(given.length),
    row: Uint32Array.from(given, (_, index) => index + 1),
  }
  return {
    sheets: [{ file: 'register.csv', name: null }],
    identifierColumns: ['Admission number'],
    pupils: Array.from({ length: count }, (_, index) => ({ identifiers: [`P${index}`] })),
    vocabulary,
    marks,
    blanks: 0,
    leftOut: [],
  }
}

/** Marks of one pupil day by day from a first day, two to a day: `/\ I I L \` as a list of codes. */
export function marksOf(pupil: number, firstDay: LocalDate, codes: readonly string[]): Mark[] {
  const first = dayOf(firstDay)
  return codes.map((mark, index) => ({
    pupil,
    day: new Date((first + Math.floor(index / 2)) * 86_400_000).toISOString().slice(0, 10),
    session: index % 2 === 0 ? 0 : 1,
    mark,
  }))
}
