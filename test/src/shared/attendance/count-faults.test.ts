/** What no count of a register can be, in sentences. */
import type { Counted } from '@inclusion/shared/attendance/counted'
import { baselineYears, countFault } from '@inclusion/shared/attendance/count-faults'
import { describe, expect, it } from 'vitest'

const sessions = {
  ...{ possible: 100, attended: 60, authorised: 30, unauthorised: 10 },
  byCode: { '/': 55, B: 5, I: 30, O: 10, D: 8 },
}
const pupils = { enrolments: 9, persistent: 7, severe: 3, dispersion: 4.5, window: null }
const window = { startsOn: '2025-04-21', endsBefore: '2025-08-01', kind: 'one-window' as const }
const inYear = { cohort: 'mentored', academicYear: '2025-26' } as const
const ofPeriod = { cohort: 'mentored', academicYear: null } as const
const ofBaseline = { cohort: 'baseline', academicYear: null } as const
const fault = (counted: Counted, place: Parameters<typeof countFault>[1]) =>
  countFault(counted, place, 'FY2025-26-Q3')

describe('A count', () => {
  it('may stand where it adds up and is given in its place', () => {
    expect(fault(sessions, inYear)).toBeNull()
    expect(fault({ ...sessions, byCode: null }, inYear)).toBeNull()
    expect(fault(pupils, ofPeriod)).toBeNull()
    expect(fault({ ...pupils, window }, ofBaseline)).toBeNull()
    expect(
      fault({ ...pupils, enrolments: 0, persistent: 0, severe: 0, dispersion: null }, ofPeriod),
    ).toBeNull()
  })

  it.each<[string, Counted, Parameters<typeof countFault>[1]]>([
    ['by code do not come to', { ...sessions, byCode: { '/': 60, I: 30, O: 11 } }, inYear],
    ['by code do not come to', { ...sessions, byCode: { '/': 60, I: 31, O: 9 } }, inYear],
    ['do not come to those possible', { ...sessions, possible: 108, byCode: null }, inYear],
    ['by academic year', sessions, ofPeriod],
    ['for the whole period', pupils, inYear],
    ['Only a baseline has dates', { ...pupils, window }, ofPeriod],
    ['Give the dates of the baseline', pupils, ofBaseline],
    ['among the persistently absent', { ...pupils, severe: 8 }, ofPeriod],
    ['among all pupils', { ...pupils, persistent: 10 }, ofPeriod],
    ['how much they differ', { ...pupils, enrolments: 5, persistent: 5 }, ofPeriod],
    ['must end after it begins', { ...pupils, window: { ...window, endsBefore: '2025-04-21' } }, ofBaseline],
    ['1 September 2023', { ...pupils, window: { ...window, startsOn: '2023-08-31' } }, ofBaseline],
    ['end of this period', { ...pupils, window: { ...window, endsBefore: '2026-01-02' } }, ofBaseline],
  ])('is refused: %s', (words, counted, place) => {
    expect(fault(counted, place)).toContain(words)
  })
})

describe('The academic years of a baseline', () => {
  it('are those its window touches, or else those near the period', () => {
    expect(baselineYears({ startsOn: '2024-08-01', endsBefore: '2025-09-02' }, 'FY2025-26-Q3')).toEqual([
      ...['2023-24', '2024-25', '2025-26'],
    ])
    expect(baselineYears({ startsOn: '2025-01-01', endsBefore: '2025-09-01' }, 'FY2025-26-Q3')).toEqual([
      '2024-25',
    ])
    expect(baselineYears(null, 'FY2025-26-Q3')).toEqual(['2024-25', '2025-26'])
  })
})
