/** Worked examples of clause 2, On time. */
import {
  accepted,
  ash,
  ashAttendance,
  examplesOf,
  explain,
  figure,
  note,
  pair,
  signedBy,
  value,
} from './worked-example.ts'

const asked = ['OP1', 'OP2', 'TX1'] as const
const before = {
  'XYZ-OP1': value(12),
  'XYZ-OP1:sex:female': value(7),
  'XYZ-OP1:sex:male': value(5),
  'XYZ-OP1:sex:unknown': value(0),
  'XYZ-OP2': pair(30, 40),
  'XYZ-TX1': figure({ text: 'Starting early in the term.' }),
}
const reopened = { asked, acceptedBefore: before }

/** 60 of 100 sessions were attended when the return was accepted. */
const attendanceChanged = (attended: number) => ({
  asked: ['OC2'],
  settings: [ash()],
  acceptedBefore: { 'XYZ-OC2@100001': figure({ numerator: 60, denominator: 100, people: 5 }) },
  figures: { 'XYZ-OC2@100001': figure({ numerator: attended, denominator: 100, people: 5 }) },
  attendance: [
    ashAttendance(
      { possible: 100, attended, authorised: 100 - attended, unauthorised: 0 },
      { enrolments: 5 },
    ),
  ],
})

export const onTimeExamples = [
  ...examplesOf('2.1', [
    {
      shows: 'fires',
      title: 'Three days late',
      given: { signing: signedBy({ submittedOn: '2026-02-03' }) },
      expected: [
        explain(
          null,
          'This return is submitted on Tuesday 3 February 2026, after its due date of Saturday 31 January 2026.',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'In the light tier it is only noted',
      given: { tier: 'light', signing: signedBy({ submittedOn: '2026-02-01' }) },
      expected: [
        note(
          null,
          'This return is submitted on Sunday 1 February 2026, after its due date of Saturday 31 January 2026.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'The date it is due on was moved',
      given: { signing: signedBy({ submittedOn: '2026-02-03', dueOn: '2026-02-14' }) },
      expected: [],
    },
    {
      shows: 'edge',
      title: 'On the due date itself',
      given: { signing: signedBy({ submittedOn: '2026-01-31' }) },
      expected: [],
    },
  ]),
  ...examplesOf('2.2', [
    {
      shows: 'fires',
      title: 'A count is corrected; its categories say nothing more',
      given: {
        ...reopened,
        figures: { ...before, 'XYZ-OP1': value(14), 'XYZ-OP1:sex:female': value(9) },
      },
      expected: [explain('XYZ-OP1', 'Young people who started was 12 when it was accepted, and is now 14.')],
    },
    {
      shows: 'fires',
      title: 'Only the categories change',
      given: {
        ...reopened,
        figures: { ...before, 'XYZ-OP1:sex:male': value(4), 'XYZ-OP1:sex:unknown': value(1) },
      },
      expected: [
        explain(
          'XYZ-OP1:sex:male',
          'Young people who started (Sex: Male) was 5 when it was accepted, and is now 4.',
        ),
        explain(
          'XYZ-OP1:sex:unknown',
          'Young people who started (Sex: Unknown) was 0 when it was accepted, and is now 1.',
        ),
      ],
    },
    {
      shows: 'fires',
      title: 'A pair and a text',
      given: {
        ...reopened,
        figures: { ...before, 'XYZ-OP2': pair(31, 40), 'XYZ-TX1': figure({ text: 'Starting late.' }) },
      },
      expected: [
        explain('XYZ-OP2', 'Take-up of sessions was 30 of 40 when it was accepted, and is now 31 of 40.'),
        explain('XYZ-TX1', 'The text of "What worked" was changed after it was accepted.'),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Everything is as it was accepted, and a note is added',
      given: {
        ...reopened,
        figures: { ...before, 'XYZ-OP1': figure({ value: 12, note: 'Counted again.' }) },
      },
      expected: [],
    },
    {
      shows: 'fires',
      title: "A setting's attendance is corrected",
      given: attendanceChanged(90),
      expected: [
        explain(
          'XYZ-OC2@100001',
          'Attendance at Ash Centre was 60 of 100 (5 people) when it was accepted, and is now 90 of 100 (5 people).',
        ),
      ],
    },
    {
      shows: 'edge',
      title: 'Its attendance is what was accepted',
      given: attendanceChanged(60),
      expected: [],
    },
    {
      shows: 'edge',
      title: 'What the service carries on from last period changes with it',
      given: {
        asked: ['OP4'],
        acceptedBefore: { 'XYZ-OP4': value(10) },
        figures: { 'XYZ-OP4': value(12) },
        history: [accepted('FY2025-26-Q2', { 'XYZ-OP7': value(12) })],
      },
      expected: [],
    },
    {
      shows: 'no-history',
      title: 'A return that was never accepted has nothing to keep to',
      given: { asked, figures: before },
      expected: [],
    },
  ]),
]
