import { spanOf, termBefore } from '@inclusion/shared/attendance/baseline-window'
import { periodOf, schoolTermId } from '@inclusion/shared/periods'
import { addDays, daysBetween } from '@inclusion/shared/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('the term before a start', () => {
  test.each([
    // Easter Sunday was 20 April in 2025, and is 5 April in 2026.
    ['2025-08-01', '2025-04-21', '2025-08-01'],
    ['2025-12-31', '2025-04-21', '2025-08-01'],
    ['2026-01-01', '2025-08-01', '2026-01-01'],
    ['2026-04-05', '2025-08-01', '2026-01-01'],
    ['2026-04-06', '2026-01-01', '2026-04-06'],
    ['2026-07-31', '2026-01-01', '2026-04-06'],
  ])('of %s is from %s to before %s', (start, startsOn, endsBefore) => {
    expect(termBefore(start)).toEqual({ startsOn, endsBefore })
  })

  test('is a whole school term, ends before the start, and no other term lies between', () => {
    const day = fc.integer({ min: 0, max: 12_000 }).map((after) => addDays('2000-01-01', after))
    const terms = Array.from({ length: 40 }, (_, after) => 1998 + after).flatMap((year) =>
      [1, 2, 3].map((term) => periodOf(schoolTermId(year, term))),
    )
    fc.assert(
      fc.property(day, (start) => {
        const { startsOn, endsBefore } = termBefore(start)
        const place = terms.findIndex((term) => term.startsOn === startsOn)
        expect(terms[place]?.endsBefore).toBe(endsBefore)
        const next = terms[place + 1]!
        expect(start >= next.startsOn && start < next.endsBefore).toBe(true)
      }),
    )
  })

  test('spans from the earliest to the latest', () => {
    const windows = [termBefore('2026-02-02'), termBefore('2025-09-08')]
    expect(spanOf(windows)).toEqual({ startsOn: '2025-04-21', endsBefore: '2026-01-01' })
    expect(spanOf([])).toBeNull()
    expect(daysBetween(spanOf(windows)!.startsOn, spanOf(windows)!.endsBefore)).toBe(255)
  })
})
