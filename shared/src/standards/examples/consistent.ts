/** Worked examples of clause 4, Consistent: pairs and breakdowns. The rest: `attendance.ts`, `identities.ts`. */
import { block, examplesOf, explain, figure, pair, value } from './worked-example.ts'

const bySex = (total: number | null, [female, male, unknown]: [number, number, number | null]) => ({
  ...(total !== null && { 'XYZ-OP1': value(total) }),
  'XYZ-OP1:sex:female': value(female),
  'XYZ-OP1:sex:male': value(male),
  ...(unknown !== null && { 'XYZ-OP1:sex:unknown': value(unknown) }),
})
const byTheme = (total: number, [arts, sport]: [number, number]) => ({
  'XYZ-OP1': value(total),
  'XYZ-OP1:theme:arts': value(arts),
  'XYZ-OP1:theme:sport': value(sport),
})

const pairExamples = [
  ...examplesOf('4.1', [
    {
      shows: 'fires',
      title: 'More sessions attended than offered',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(412, 398) } },
      expected: [block('XYZ-OP2', 'Sessions attended (412) is more than sessions offered (398).')],
    },
    {
      shows: 'fires',
      title: 'In one category',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(20, 30), 'XYZ-OP2:mode:group': pair(9, 5) } },
      expected: [
        block('XYZ-OP2:mode:group', 'Sessions attended (Mode: Group) is 9, more than sessions offered (5).'),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'A mean is no proportion',
      given: { asked: ['OC1'], figures: { 'XYZ-OC1': pair(40, 10) } },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'All of them',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(398, 398) } },
      expected: [],
    },
  ]),
]

const breakdownExamples = [
  ...examplesOf('4.2', [
    {
      shows: 'fires',
      title: 'The categories come to less than the total',
      given: { asked: ['OP1'], figures: bySex(12, [5, 4, 1]) },
      expected: [
        block(
          'XYZ-OP1:sex:female',
          'Sex of young people who started: the categories come to 10, but the total is 12.',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'Both halves of a pair, each named',
      given: {
        asked: ['OP2'],
        figures: {
          'XYZ-OP2': pair(9, 20),
          'XYZ-OP2:mode:one-to-one': pair(4, 10),
          'XYZ-OP2:mode:group': pair(6, 11),
        },
      },
      expected: [
        block(
          'XYZ-OP2:mode:one-to-one',
          'Mode of take-up of sessions: sessions attended, the categories come to 10, but the total is 9; ' +
            'sessions offered, the categories come to 21, but the total is 20.',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'A category that is not applicable adds nothing',
      given: {
        asked: ['OP1'],
        figures: { ...bySex(12, [5, 4, null]), 'XYZ-OP1:sex:unknown': figure({ missing: 'z' }) },
      },
      expected: [
        block(
          'XYZ-OP1:sex:female',
          'Sex of young people who started: the categories come to 9, but the total is 12.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'The categories are the total',
      given: { asked: ['OP1'], figures: bySex(12, [6, 5, 1]) },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'One category is still blank',
      given: { asked: ['OP1'], figures: bySex(12, [5, 4, null]) },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A breakdown of which nothing is applicable is not added up',
      given: {
        asked: ['OP1'],
        figures: {
          'XYZ-OP1': value(12),
          'XYZ-OP1:sex:female': figure({ missing: 'z' }),
          'XYZ-OP1:sex:male': figure({ missing: 'z' }),
          'XYZ-OP1:sex:unknown': figure({ missing: 'z' }),
        },
      },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A total with a reason for missing silences its categories',
      given: { asked: ['OP1'], figures: { ...bySex(null, [5, 4, 1]), 'XYZ-OP1': figure({ missing: 'z' }) } },
      expected: [],
    },
  ]),
  ...examplesOf('4.3', [
    {
      shows: 'fires',
      title: 'One theme holds more than everyone',
      given: { asked: ['OP1'], figures: byTheme(10, [11, 2]) },
      expected: [
        block(
          'XYZ-OP1:theme:arts',
          'Theme of young people who started: Arts (11) is more than the total (10).',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'All themes together hold fewer than everyone; in the light tier it can be explained',
      given: { tier: 'light', asked: ['OP1'], figures: byTheme(10, [4, 3]) },
      expected: [
        explain(
          'XYZ-OP1:theme:arts',
          'Theme of young people who started: the categories together come to 7, less than the total (10).',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Some take part in both',
      given: { asked: ['OP1'], figures: byTheme(10, [8, 7]) },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'Each theme holds everyone',
      given: { asked: ['OP1'], figures: byTheme(10, [10, 10]) },
      expected: [],
    },
  ]),
]

export const consistentExamples = [...pairExamples, ...breakdownExamples]
