/** Worked examples of clause 1, Complete. */
import {
  accepted,
  ash,
  ashAttendance,
  birch,
  block,
  examplesOf,
  explain,
  figure,
  note,
  pair,
  value,
} from './worked-example.ts'

const notAvailable = figure({ missing: 'x' })

export const completeExamples = [
  ...examplesOf('1.1', [
    {
      shows: 'fires',
      title: 'A figure is blank',
      given: { asked: ['OP1', 'OP5'], figures: { 'XYZ-OP1': value(12) } },
      expected: [block('XYZ-OP5', 'Young people who left has no figure and no reason for missing.')],
    },
    {
      shows: 'fires',
      title: 'A text is only spaces',
      given: { asked: ['TX1'], figures: { 'XYZ-TX1': figure({ text: '  ' }) } },
      expected: [block('XYZ-TX1', 'What worked has no text and no reason for missing.')],
    },
    {
      shows: 'fires',
      title: "A setting's report leaves a figure and its attendance blank",
      given: { asked: ['OC7', 'OC2'], settings: [ash()] },
      expected: [
        block(
          'XYZ-OC7@100001',
          'Young people at the setting at Ash Centre has no figure and no reason for missing.',
        ),
        block(
          'attendance@100001:mentored',
          'Pupils are missing for young people in the programme at Ash Centre.',
        ),
        block(
          'attendance@100001:mentored:2025-26',
          'Sessions possible and sessions attended are missing for young people in the programme at Ash Centre.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Nobody left: 0 is a figure',
      given: { asked: ['OP5'], figures: { 'XYZ-OP5': value(0) } },
      expected: [],
    },
    {
      shows: 'does-not-fire',
      title: 'A reason for missing answers, on a figure and in place of attendance',
      given: {
        asked: ['OP5', 'OC2'],
        settings: [ash()],
        figures: { 'XYZ-OP5': figure({ missing: 'z' }), 'XYZ-OC2@100001': figure({ missing: 'z' }) },
      },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A figure that the service works out is never missing',
      given: { asked: ['OC4'] },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A quarter in two school years: sessions are asked for each',
      given: {
        asked: ['OC2'],
        periodId: 'FY2025-26-Q2',
        settings: [ash()],
        attendance: [ashAttendance({ possible: 100, attended: 60 }, { enrolments: 4 })],
      },
      expected: [
        block(
          'attendance@100001:mentored:2024-25',
          'Sessions possible and sessions attended are missing for young people in the programme at Ash Centre, 2024-25.',
        ),
      ],
    },
  ]),
  ...examplesOf('1.2', [
    {
      shows: 'fires',
      title: 'A figure is marked not available',
      given: { asked: ['OP5'], figures: { 'XYZ-OP5': notAvailable } },
      expected: [explain('XYZ-OP5', 'Young people who left is marked not available.')],
    },
    {
      shows: 'fires',
      title: 'For the second period running, it says so',
      given: {
        asked: ['OP5'],
        figures: { 'XYZ-OP5': notAvailable },
        history: [accepted('FY2025-26-Q2', { 'XYZ-OP5': notAvailable })],
      },
      expected: [
        explain('XYZ-OP5', 'Young people who left is marked not available, for the second period running.'),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Not applicable needs no explanation',
      given: { asked: ['OP5'], figures: { 'XYZ-OP5': figure({ missing: 'z' }) } },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A total that is not available speaks for its categories',
      given: { asked: ['OP1'], figures: { 'XYZ-OP1': notAvailable, 'XYZ-OP1:sex:female': notAvailable } },
      expected: [explain('XYZ-OP1', 'Young people who started is marked not available.')],
    },
    {
      shows: 'no-history',
      title: 'Not available before, but not in the period just before',
      given: {
        asked: ['OP5'],
        figures: { 'XYZ-OP5': notAvailable },
        history: [accepted('FY2025-26-Q1', { 'XYZ-OP5': notAvailable })],
      },
      expected: [explain('XYZ-OP5', 'Young people who left is marked not available.')],
    },
  ]),
  ...examplesOf('1.3', [
    {
      shows: 'fires',
      title: 'Sessions attended without sessions offered',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(9, null) } },
      expected: [block('XYZ-OP2', 'Sessions offered is missing, but sessions attended is given.')],
    },
    {
      shows: 'fires',
      title: 'A pair without the people behind it',
      given: { asked: ['OC8'], figures: { 'XYZ-OC8': pair(9, 10) } },
      expected: [block('XYZ-OC8', 'Staff followed up is missing, but changed and followed up are given.')],
    },
    {
      shows: 'fires',
      title: 'Sessions possible without sessions attended, in a setting',
      given: {
        asked: ['OC2'],
        settings: [ash()],
        attendance: [ashAttendance({ possible: 100 }, { enrolments: 4 })],
      },
      expected: [
        block(
          'attendance@100001:mentored:2025-26',
          'For young people in the programme at Ash Centre, sessions possible are given without sessions attended.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Both halves are given',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(9, 10) } },
      expected: [],
    },
    {
      shows: 'edge',
      title: '0 of 0 is a whole pair',
      given: { asked: ['OP2'], figures: { 'XYZ-OP2': pair(0, 0) } },
      expected: [],
    },
  ]),
  ...examplesOf('1.4', [
    {
      shows: 'fires',
      title: 'A setting has not begun and no reason is recorded',
      given: { settings: [ash(), birch({ status: 'not-started' })] },
      expected: [
        block('setting@100002', 'Birch Centre has not signed off its report, and no reason is recorded.'),
      ],
    },
    {
      shows: 'fires',
      title: 'In the light tier it can be explained',
      given: { tier: 'light', settings: [ash({ status: 'in-progress' })] },
      expected: [
        explain('setting@100001', 'Ash Centre has not signed off its report, and no reason is recorded.'),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Every setting has signed off',
      given: { settings: [ash(), birch()] },
      expected: [],
    },
    { shows: 'edge', title: 'No setting takes part', given: {}, expected: [] },
  ]),
  ...examplesOf('1.5', [
    {
      shows: 'fires',
      title: 'A reason is recorded for a setting without a report',
      given: {
        asked: ['OC7'],
        settings: [ash({ status: 'not-started', missingReason: 'Closed by a flood.' })],
      },
      expected: [
        explain(
          'setting@100001',
          'Ash Centre has not signed off its report. The reason recorded: Closed by a flood.',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'In the light tier it is only noted',
      given: {
        tier: 'light',
        settings: [ash({ status: 'not-started', missingReason: 'Closed by a flood.' })],
      },
      expected: [
        note(
          'setting@100001',
          'Ash Centre has not signed off its report. The reason recorded: Closed by a flood.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'The report came after the reason',
      given: { settings: [ash({ missingReason: 'Closed by a flood.' })] },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'Two settings stand apart, so that each can be explained',
      given: {
        settings: [
          ash({ status: 'not-started', missingReason: 'Closed.' }),
          birch({ status: 'in-progress', missingReason: 'No clerk.' }),
        ],
      },
      expected: [
        explain('setting@100001', 'Ash Centre has not signed off its report. The reason recorded: Closed.'),
        explain(
          'setting@100002',
          'Birch Centre has not signed off its report. The reason recorded: No clerk.',
        ),
      ],
    },
  ]),
]
