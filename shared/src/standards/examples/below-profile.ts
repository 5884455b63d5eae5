/** Worked examples of check 6.3, in clause Measured. */
import { accepted, examplesOf, explain, figure, grantOf, pair, value } from './worked-example.ts'

const startsIn2025 = grantOf({ startsOn: '2025-07-01' })
const countOf = (now: number, before: number, note: string | null = null) => ({
  asked: ['OP5'],
  grant: startsIn2025,
  figures: { 'XYZ-OP5': figure({ value: now, note }) },
  history: [accepted('FY2025-26-Q2', { 'XYZ-OP5': value(before) })],
})
const planned = (before: number, now: number) => ({
  profiles: { 'FY2025-26-Q2': { 'XYZ-OP5': before }, 'FY2025-26-Q3': { 'XYZ-OP5': now } },
})
const share = (now: readonly [number, number], before: readonly [number, number]) => ({
  asked: ['OP2'],
  grant: grantOf(),
  figures: { 'XYZ-OP2': pair(...now) },
  history: [accepted('FY2025-26-Q2', { 'XYZ-OP2': pair(...before) })],
  profiles: { 'FY2025-26-Q2': { 'XYZ-OP2': 0.8 }, 'FY2025-26-Q3': { 'XYZ-OP2': 0.8 } },
})

export const belowProfileExamples = examplesOf('6.3', [
  {
    shows: 'fires',
    title: 'Half of what the year was to bring so far',
    given: { ...countOf(9, 6), ...planned(12, 30) },
    expected: [
      explain(
        'XYZ-OP5',
        'Young people who left is 15 so far this year, where 30 was planned: well below profile. Its note does not say why.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A share below its profile for the second time',
    given: share([33, 50], [32, 50]),
    expected: [
      explain(
        'XYZ-OP2',
        'Take-up of sessions is 66.0%, where 80.0% was planned: below profile, for the second period running. Its note does not say why.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'The note says why, and what comes next',
    given: {
      ...countOf(9, 6, 'A mentor left in October; the new one starts in February.'),
      ...planned(12, 30),
    },
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'Below profile once',
    given: share([33, 50], [40, 50]),
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Nine tenths of the profile are on it',
    given: { ...countOf(15, 12), ...planned(12, 30) },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'A note of a few letters is no sentence',
    given: { ...countOf(9, 6, 'Staffing.'), ...planned(12, 30) },
    expected: [
      explain(
        'XYZ-OP5',
        'Young people who left is 15 so far this year, where 30 was planned: well below profile. Its note does not say why.',
      ),
    ],
  },
  {
    shows: 'no-history',
    title: 'A quarter of the year is not accepted yet, so the year so far is not known',
    given: { ...countOf(9, 6), ...planned(12, 30), history: [] },
    expected: [],
  },
])
