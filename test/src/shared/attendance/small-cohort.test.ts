import {
  complementIsSmall,
  isSmallCohort,
  smallCohort,
  smallCohortWords,
} from '@inclusion/shared/attendance/small-cohort'
import { describe, expect, test } from 'vitest'

describe('a small cohort', () => {
  test.each([
    [0, false],
    [1, true],
    [5, true],
    [6, false],
  ])('of %d pupils: %s', (pupils, isSmall) => expect(isSmallCohort(pupils)).toBe(isSmall))

  test('is said in the words of its own bounds', () => {
    expect(smallCohortWords).toContain(`${smallCohort.fewest} to ${smallCohort.most} pupils`)
  })

  test('is found by subtraction too: those who are not mentored', () => {
    expect([0, 1, 5, 6].map((others) => complementIsSmall(10, 10 + others))).toEqual([
      false,
      true,
      true,
      false,
    ])
    // More mentored than there are is a mistake for the checks, and singles nobody out.
    expect(complementIsSmall(10, 8)).toBe(false)
  })
})
