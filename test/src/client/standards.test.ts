import { exampleFacts } from '@inclusion/client/standards/example-facts'
import { workedExamples } from '@inclusion/shared/standards/examples'
import {
  accepted,
  ash,
  ashAttendance,
  exampleInput,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { describe, expect, it } from 'vitest'

describe('A worked example in words', () => {
  it.each(workedExamples)('$check: $title says something of its return', ({ input }) => {
    const facts = exampleFacts(input)
    expect(facts.length).toBeGreaterThan(0)
    for (const { key, value: words } of facts) {
      expect(key).not.toBe('')
      expect(words).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  it('shows figures, blanks, what cannot be read, settings, counts and the past', () => {
    const input = exampleInput({
      asked: ['OP1', 'OP2'],
      figures: { 'XYZ-OP2': pair(9, null) },
      drafts: [{ locator: 'XYZ-OP2', part: 'denominator', entered: '12a' }],
      settings: [ash({ status: 'in-progress' })],
      attendance: [ashAttendance({ possible: 1_200, attended: 900 }, { enrolments: 20 })],
      history: [accepted('FY2025-26-Q2', { 'XYZ-OP1': value(7) })],
    })
    expect(exampleFacts(input)).toEqual([
      { key: 'Take-up of sessions', value: '9 of blank' },
      { key: 'Young people who started', value: 'Asked, and left blank' },
      { key: 'Sessions offered', value: '“12a”, as typed' },
      {
        key: 'Attendance of mentored young people at Ash Centre',
        value: 'Sessions possible 1,200; Sessions attended 900; Pupils 20',
      },
      { key: 'Ash Centre', value: 'Report in progress' },
      { key: 'Young people who started, July to September 2025 (2025-26 Q2)', value: '7' },
    ])
  })
})
