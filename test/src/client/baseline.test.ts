import { baselineParts, baselineYearsShown } from '@inclusion/client/setting-reports/baseline-parts'
import { expect, it } from 'vitest'

const at = { inYear: 'attendance@134635:baseline:2024-25', ofPeriod: 'attendance@134635:baseline' }
const counts = { academicYear: '2024-25', possible: 5000, attended: 2500 }
const baseline = {
  ...{ urn: '134635', cohort: 'baseline' as const, enrolments: 40, window: null },
  ...{ persistent: null, severe: null, sessions: [{ ...counts, authorised: null, unauthorised: null }] },
}

it('A baseline has a field for what its rate is made of, and no more while nothing else was given', () => {
  expect(baselineParts(baseline, [], at)).toEqual({
    sessions: ['possible', 'attended'],
    pupils: ['enrolments'],
  })
})

it('A baseline has a field for each part that holds something, read or not: a check may speak of it', () => {
  const sessions = [{ ...counts, authorised: 0, unauthorised: 1200 }]
  expect(baselineParts({ ...baseline, sessions, severe: 3 }, [], at)).toEqual({
    ...{ sessions: ['possible', 'attended', 'authorised', 'unauthorised'], pupils: ['enrolments', 'severe'] },
  })
  const drafts = [
    { locator: at.inYear, part: 'unauthorised', entered: 'n/k' },
    { locator: at.ofPeriod, part: 'persistent', entered: '12a' },
  ]
  expect(baselineParts(baseline, drafts, at)).toEqual({
    ...{ sessions: ['possible', 'attended', 'unauthorised'], pupils: ['enrolments', 'persistent'] },
  })
})

it('A baseline has fields for each academic year of its window that has sessions, also while they are cleared', () => {
  const window = { startsOn: '2025-07-01', endsBefore: '2025-10-01' }
  const inYears = (...years: [string, number | null][]) => ({
    ...baseline,
    sessions: years.map(([academicYear, possible]) => ({
      ...{ academicYear, possible, attended: possible, authorised: null, unauthorised: null },
    })),
  })
  const two = inYears(['2024-25', 10], ['2025-26', 20])
  expect(baselineYearsShown({ ...two, window }, ['2025-26'], [])).toEqual(['2024-25', '2025-26'])
  const half = inYears(['2024-25', null], ['2025-26', 20])
  expect(baselineYearsShown({ ...half, window }, ['2025-26'], ['2024-25', '2025-26'])).toEqual([
    ...['2024-25', '2025-26'],
  ])
  // What a new count left behind outside its dates is no year of it.
  const moved = { ...inYears(['2023-24', 0], ['2025-26', 20]), window }
  expect(baselineYearsShown(moved, ['2025-26'], ['2023-24'])).toEqual(['2025-26'])
  expect(baselineYearsShown(inYears(), ['2025-26'], [])).toEqual(['2025-26'])
  expect(baselineYearsShown({ ...inYears(), window }, ['2026-27'], [])).toEqual(['2025-26'])
})

it('A counted baseline that was cleared, dates and all, has a field where another can be typed', () => {
  const blank = { possible: null, attended: null, authorised: null, unauthorised: null }
  const cleared = { ...baseline, sessions: [{ academicYear: '2023-24', ...blank }] }
  expect(baselineYearsShown(cleared, ['2025-26'], [])).toEqual(['2025-26'])
  expect(baselineYearsShown(cleared, ['2025-26'], ['2023-24']), 'while it is cleared').toEqual([
    ...['2023-24', '2025-26'],
  ])
})
