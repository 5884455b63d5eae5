import {
  complementIsSmall,
  isSmallCohort,
  smallCohort,
  smallCohortWords,
} from '@inclusion/shared/attendance/small-cohort'
import { allowed, type Role } from '@inclusion/shared/roles'
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

  test('is said to be for everybody who may read a report, and for nobody else', () => {
    const words: Partial<Record<Role, string>> = {
      ...{ head: 'the setting', lead: 'its borough', certifier: 'its borough', evaluator: 'RMEL' },
      ...{ 'programme-manager': 'VRU’s programme team', approver: 'VRU’s programme team' },
      administrator: 'VRU’s programme team',
    }
    for (const role of allowed['report.see']) expect(smallCohortWords, role).toContain(words[role])
    expect(smallCohortWords).not.toMatch(/only/)
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
