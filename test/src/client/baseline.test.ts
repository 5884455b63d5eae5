import { partsHeldUnasked } from '@inclusion/client/setting-reports/baseline-parts'
import { expect, it } from 'vitest'

const at = { inYear: 'attendance@134635:baseline:2024-25', ofPeriod: 'attendance@134635:baseline' }
const counts = { academicYear: '2024-25', possible: 5000, attended: 2500 }
const baseline = {
  ...{ urn: '134635', cohort: 'baseline' as const, enrolments: 40, window: null },
  ...{ persistent: null, severe: null, sessions: [{ ...counts, authorised: null, unauthorised: null }] },
}

it('A baseline has a field for what its rate is made of, and no more while nothing else was given', () => {
  expect(partsHeldUnasked(baseline, [], at)).toEqual({ sessions: [], pupils: [] })
})

it('A baseline has a field for each part that holds something, read or not: a check may speak of it', () => {
  const sessions = [{ ...counts, authorised: 0, unauthorised: 1200 }]
  expect(partsHeldUnasked({ ...baseline, sessions, severe: 3 }, [], at)).toEqual({
    ...{ sessions: ['authorised', 'unauthorised'], pupils: ['severe'] },
  })
  const drafts = [
    { locator: at.inYear, part: 'unauthorised', entered: 'n/k' },
    { locator: at.ofPeriod, part: 'persistent', entered: '12a' },
  ]
  expect(partsHeldUnasked(baseline, drafts, at)).toEqual({
    ...{ sessions: ['unauthorised'], pupils: ['persistent'] },
  })
})
