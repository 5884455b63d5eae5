/** Worked examples of clause 3, Valid. */
import {
  accepted,
  ash,
  ashAttendance,
  block,
  examplesOf,
  explain,
  figure,
  note,
  pair,
  value,
} from './worked-example.ts'

export const validExamples = [
  ...examplesOf('3.1', [
    {
      shows: 'fires',
      title: 'Half a young person',
      given: { asked: ['OP1'], figures: { 'XYZ-OP1': value(12.5) } },
      expected: [
        block('XYZ-OP1', 'Young people who started is 12.5, but a count is a whole number, 0 or more.'),
      ],
    },
    {
      shows: 'fires',
      title: 'Fewer than no sessions, and only that is said',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(9, -10) } },
      expected: [block('XYZ-OP2', 'Sessions offered is -10, but a count is a whole number, 0 or more.')],
    },
    {
      shows: 'fires',
      title: "A part of a pupil in a setting's attendance",
      given: { settings: [ash()], attendance: [ashAttendance(null, { enrolments: 4.5 })] },
      expected: [
        block(
          'attendance@100001:mentored',
          'Pupils, young people in the programme at Ash Centre, is 4.5, but a count is a whole number, 0 or more.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Hours are not counted one by one',
      given: { asked: ['OP3'], figures: { 'XYZ-OP3': value(12.5) } },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'The sum of scores behind a mean may have decimals, its answers not',
      given: { asked: ['OC1'], figures: { 'XYZ-OC1': pair(31.5, 10) } },
      expected: [],
    },
  ]),
  ...examplesOf('3.2', [
    {
      shows: 'fires',
      title: 'Hours below nothing',
      given: { asked: ['OP3'], figures: { 'XYZ-OP3': value(-2) } },
      expected: [block('XYZ-OP3', 'Contact hours is -2, but its definition allows nothing below 0.')],
    },
    {
      shows: 'fires',
      title: 'A mean above its scale',
      given: { asked: ['OC1'], figures: { 'XYZ-OC1': pair(62, 10) } },
      expected: [
        block(
          'XYZ-OC1',
          'Mean confidence score works out at 6.2, but its definition allows nothing above 5.',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'More decimals than the definition allows',
      given: { asked: ['OP3'], figures: { 'XYZ-OP3': value(1.125) } },
      expected: [block('XYZ-OP3', 'Contact hours is 1.125, but its definition allows 2 decimal places.')],
    },
    {
      shows: 'fires',
      title: 'Money is named in pounds',
      given: { asked: ['FI1'], figures: { 'XYZ-FI1': value(-150_050) } },
      expected: [
        block('XYZ-FI1', 'Grant spent is -£1,500.50, but its definition allows nothing below £0.00.'),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'A mean within its scale',
      given: { asked: ['OC1'], figures: { 'XYZ-OC1': pair(37, 10) } },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'Exactly the most that is allowed',
      given: { asked: ['OP3', 'OC1'], figures: { 'XYZ-OP3': value(5_000), 'XYZ-OC1': pair(50, 10) } },
      expected: [],
    },
  ]),
  ...examplesOf('3.3', [
    {
      shows: 'fires',
      title: 'A category that the breakdown does not have',
      given: { asked: ['OP1'], figures: { 'XYZ-OP1': value(1), 'XYZ-OP1:sex:total': value(1) } },
      expected: [block('XYZ-OP1:sex:total', '"total" is not a category of sex in young people who started.')],
    },
    {
      shows: 'fires',
      title: 'A breakdown that the definition does not have',
      given: { asked: ['OP5'], figures: { 'XYZ-OP5': value(1), 'XYZ-OP5:sex:female': value(1) } },
      expected: [block('XYZ-OP5:sex:female', 'Young people who left has no breakdown called "sex".')],
    },
    {
      shows: 'does-not-fire',
      title: 'Unknown is a category',
      given: { asked: ['OP1'], figures: { 'XYZ-OP1': value(1), 'XYZ-OP1:sex:unknown': value(1) } },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A figure of an indicator that is not asked is not judged',
      given: { figures: { 'XYZ-OP1:sex:total': value(1) } },
      expected: [],
    },
  ]),
  ...examplesOf('3.4', [
    {
      shows: 'fires',
      title: '3 of 0',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(3, 0) } },
      expected: [block('XYZ-OP2', 'Sessions attended is 3, but sessions offered is 0.')],
    },
    {
      shows: 'does-not-fire',
      title: '0 of 3',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(0, 3) } },
      expected: [],
    },
    {
      shows: 'edge',
      title: '0 of 0 is a fact, shown without a rate',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(0, 0) } },
      expected: [],
    },
  ]),
  ...examplesOf('3.5', [
    {
      shows: 'fires',
      title: 'The definition changed and the figure did not',
      given: {
        asked: ['OP5'],
        figures: { 'XYZ-OP5': value(7) },
        history: [accepted('FY2025-26-Q2', { 'XYZ-OP5': value(7) }, { 'XYZ-OP5': 2 })],
      },
      expected: [
        explain(
          'XYZ-OP5',
          'The definition of young people who left changed, but the figure is the same as for July to September 2025.',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'In the light tier it is only noted',
      given: {
        tier: 'light',
        asked: ['OP5'],
        figures: { 'XYZ-OP5': value(7) },
        history: [accepted('FY2025-26-Q2', { 'XYZ-OP5': value(7) }, { 'XYZ-OP5': 2 })],
      },
      expected: [
        note(
          'XYZ-OP5',
          'The definition of young people who left changed, but the figure is the same as for July to September 2025.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'The definition is the same',
      given: {
        asked: ['OP5'],
        figures: { 'XYZ-OP5': value(7) },
        history: [accepted('FY2025-26-Q2', { 'XYZ-OP5': value(7) }, { 'XYZ-OP5': 1 })],
      },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'One half of a pair changed',
      given: {
        asked: ['OP2'],
        figures: { 'XYZ-OP2': pair(8, 10) },
        history: [accepted('FY2025-26-Q2', { 'XYZ-OP2': pair(7, 10) }, { 'XYZ-OP2': 2 })],
      },
      expected: [],
    },
    {
      shows: 'no-history',
      title: 'A first return has nothing to compare with',
      given: { asked: ['OP5'], figures: { 'XYZ-OP5': value(7) } },
      expected: [],
    },
  ]),
  ...examplesOf('3.6', [
    {
      shows: 'fires',
      title: '"12a" is kept as typed, and is not also called missing',
      given: { asked: ['OP1'], drafts: [{ locator: 'XYZ-OP1', part: 'value', entered: '12a' }] },
      expected: [block('XYZ-OP1', '"12a" cannot be read as a figure for young people who started.')],
    },
    {
      shows: 'fires',
      title: 'One half of a pair cannot be read',
      given: {
        asked: ['OP2'],
        figures: { 'XYZ-OP2': pair(9, null) },
        drafts: [{ locator: 'XYZ-OP2', part: 'denominator', entered: '1,2,3' }],
      },
      expected: [block('XYZ-OP2', '"1,2,3" cannot be read as a figure for sessions offered.')],
    },
    {
      shows: 'fires',
      title: "An entry in a setting's attendance",
      given: {
        asked: ['OC2'],
        settings: [ash()],
        attendance: [ashAttendance({ possible: 100 }, { enrolments: 4 })],
        drafts: [{ locator: 'attendance@100001:mentored:2025-26', part: 'attended', entered: 'n/k' }],
      },
      expected: [
        block(
          'attendance@100001:mentored:2025-26',
          '"n/k" cannot be read as a figure for sessions attended, young people in the programme at Ash Centre.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Every entry could be read',
      given: { asked: ['OP1'], figures: { 'XYZ-OP1': value(12) } },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'An older figure under an unreadable entry is not reckoned with',
      given: {
        asked: ['OP2'],
        figures: { 'XYZ-OP2': figure({ numerator: 99, denominator: 10 }) },
        drafts: [{ locator: 'XYZ-OP2', part: 'numerator', entered: '9o' }],
      },
      expected: [block('XYZ-OP2', '"9o" cannot be read as a figure for sessions attended.')],
    },
  ]),
]
