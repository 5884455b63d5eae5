/** Worked examples of the grant's duties: check 9.4 of clause Private, and clause 11, Learning. */
import { block, examplesOf, explain, grantOf, note } from './worked-example.ts'

const learningOf = (lastOn: string | null, startsOn = '2024-04-01') => ({
  grant: grantOf({ startsOn }),
  learning: { isTrial: true, lastOn },
})

const assessments = examplesOf('9.4', [
  {
    shows: 'fires',
    title: 'Personal data without an assessment',
    given: { grant: grantOf({ dpiaOn: null }) },
    expected: [
      block(
        null,
        'This grant processes personal data, and no data protection impact assessment is on record for it.',
      ),
    ],
  },
  { shows: 'does-not-fire', title: 'The assessment is on record', given: { grant: grantOf() }, expected: [] },
  {
    shows: 'edge',
    title: 'A grant without personal data needs none',
    given: { grant: grantOf({ processesPersonalData: false, dpiaOn: null }) },
    expected: [],
  },
])

const meetings = examplesOf('11.1', [
  {
    shows: 'fires',
    title: 'A trial that has not met for two quarters',
    given: learningOf('2025-06-30'),
    expected: [
      explain(
        null,
        'No meeting or learning note is on record since Tuesday 1 July 2025. The latest was on Monday 30 June 2025.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'In the light tier it is only noted',
    given: { ...learningOf(null), tier: 'light' },
    expected: [
      note(
        null,
        'No meeting or learning note is on record since Tuesday 1 July 2025. There has been none yet.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'They met in December',
    given: learningOf('2025-12-09'),
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'The programme is no trial',
    given: { grant: grantOf(), learning: { isTrial: false, lastOn: null } },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'On the first day of the quarter before',
    given: learningOf('2025-07-01'),
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'A grant in its second quarter has had no time to meet',
    given: learningOf(null, '2025-09-01'),
    expected: [],
  },
])

export const dutyExamples = [...assessments, ...meetings]
