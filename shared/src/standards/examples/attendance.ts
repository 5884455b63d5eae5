/** Worked examples of the attendance checks in clause 4 (4.4 to 4.7). */
import type { SessionCounts } from '../../attendance/counts.ts'
import { exampleIdentities } from './framework.ts'
import { ash, ashAttendance, block, examplesOf, explain, note, pair } from './worked-example.ts'

const sessions = (given: Partial<SessionCounts>) => ({
  settings: [ash()],
  attendance: [ashAttendance(given)],
})
const year = 'attendance@100001:mentored:2025-26'
const pupils = 'attendance@100001:mentored'

const pupilExamples = examplesOf('4.4', [
  {
    shows: 'fires',
    title: 'More severely than persistently absent',
    given: {
      settings: [ash()],
      attendance: [ashAttendance(null, { enrolments: 20, persistent: 5, severe: 6 })],
    },
    expected: [
      block(
        pupils,
        'For young people in the programme at Ash Centre: severely absent pupils (6) are more than persistently absent pupils (5).',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'More severely absent than there are pupils, with the persistently absent blank',
    given: { settings: [ash()], attendance: [ashAttendance(null, { enrolments: 5, severe: 6 })] },
    expected: [
      block(
        pupils,
        'For young people in the programme at Ash Centre: severely absent pupils (6) are more than pupils (5).',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A nested figure that a setting types itself',
    given: {
      asked: ['OC5', 'OC6'],
      settings: [ash()],
      identities: [exampleIdentities.nested],
      figures: { 'XYZ-OC5@100001': pair(4, 9), 'XYZ-OC6@100001': pair(5, 9) },
    },
    expected: [
      block(
        'XYZ-OC6@100001',
        'This should be so at Ash Centre, and is not: plans that were reviewed are among the plans. With a reviewed plan: 5; With a plan: 4.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'Severe inside persistent inside all',
    given: {
      settings: [ash()],
      attendance: [ashAttendance(null, { enrolments: 20, persistent: 12, severe: 6 })],
    },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Everyone is severely absent',
    given: {
      settings: [ash()],
      attendance: [ashAttendance(null, { enrolments: 6, persistent: 6, severe: 6 })],
    },
    expected: [],
  },
])

const sessionExamples = [
  ...examplesOf('4.5', [
    {
      shows: 'fires',
      title: 'More reasons than absences',
      given: sessions({ possible: 100, attended: 60, authorised: 30, unauthorised: 12 }),
      expected: [
        block(
          year,
          'For young people in the programme at Ash Centre: authorised and unauthorised absence come to 42 sessions, more than all absence (40: possible 100, attended 60).',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Reasons account for all absence',
      given: sessions({ possible: 100, attended: 60, authorised: 30, unauthorised: 10 }),
      expected: [],
    },
    {
      shows: 'edge',
      title: 'One reason alone is already too much',
      given: sessions({ possible: 100, attended: 60, authorised: 41 }),
      expected: [
        block(
          year,
          'For young people in the programme at Ash Centre: authorised and unauthorised absence come to 41 sessions, more than all absence (40: possible 100, attended 60).',
        ),
      ],
    },
  ]),
  ...examplesOf('4.6', [
    {
      shows: 'fires',
      title: 'Some absence has no reason: noted',
      given: sessions({ possible: 100, attended: 60, authorised: 30, unauthorised: 9 }),
      expected: [
        note(
          year,
          'For young people in the programme at Ash Centre: authorised and unauthorised absence come to 39 sessions, less than all absence (40: possible 100, attended 60).',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'In the enhanced tier it is explained',
      given: {
        tier: 'enhanced',
        ...sessions({ possible: 100, attended: 60, authorised: 0, unauthorised: 0 }),
      },
      expected: [
        explain(
          year,
          'For young people in the programme at Ash Centre: authorised and unauthorised absence come to 0 sessions, less than all absence (40: possible 100, attended 60).',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'No absence, no reasons',
      given: sessions({ possible: 100, attended: 100, authorised: 0, unauthorised: 0 }),
      expected: [],
    },
    {
      shows: 'edge',
      title: 'One reason is blank, so that the sum is not known',
      given: sessions({ possible: 100, attended: 60, authorised: 30 }),
      expected: [],
    },
  ]),
  ...examplesOf('4.7', [
    {
      shows: 'fires',
      title: 'More attended than possible, and only that is said',
      given: sessions({ possible: 398, attended: 412, authorised: 5, unauthorised: 0 }),
      expected: [
        block(
          year,
          'For young people in the programme at Ash Centre: sessions attended (412) are more than sessions possible (398).',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Fewer attended than possible',
      given: sessions({ possible: 398, attended: 300 }),
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A school year of which the period has no session',
      given: sessions({ possible: 0, attended: 0, authorised: 0, unauthorised: 0 }),
      expected: [],
    },
  ]),
]

export const attendanceExamples = [...pupilExamples, ...sessionExamples]
