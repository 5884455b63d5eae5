/** Worked examples of clause 10, Accountable. */
import { ash, block, examplesOf, signedBy, value } from './worked-example.ts'

export const accountableExamples = [
  ...examplesOf('10.1', [
    {
      shows: 'fires',
      title: 'The sender signs',
      given: { signing: signedBy({ certifier: 'amina' }) },
      expected: [block(null, 'The person who certifies this return is the person who sent it for sign-off.')],
    },
    {
      shows: 'fires',
      title: 'Nobody signs',
      given: { signing: signedBy({ certifier: null }) },
      expected: [block(null, 'Nobody has certified this return.')],
    },
    { shows: 'does-not-fire', title: 'Another person signs', given: { signing: signedBy() }, expected: [] },
    {
      shows: 'edge',
      title: 'In the light tier the lead submits alone',
      given: { tier: 'light', signing: signedBy({ certifier: null, sentBy: null }) },
      expected: [],
    },
  ]),
  ...examplesOf('10.2', [
    {
      shows: 'fires',
      title: 'The declaration is not made',
      given: { signing: signedBy({ declared: false }) },
      expected: [block(null, 'The declaration has not been made.')],
    },
    {
      shows: 'fires',
      title: 'The light tier asks for it too',
      given: { tier: 'light', signing: signedBy({ declared: false }) },
      expected: [block(null, 'The declaration has not been made.')],
    },
    {
      shows: 'does-not-fire',
      title: 'The declaration is made',
      given: { signing: signedBy() },
      expected: [],
    },
    { shows: 'edge', title: 'Nobody is signing yet', given: { signing: null }, expected: [] },
  ]),
  ...examplesOf('10.3', [
    {
      shows: 'fires',
      title: 'A figure and a report changed after they were sent',
      given: {
        asked: ['OP5'],
        figures: { 'XYZ-OP5': value(3) },
        settings: [ash()],
        signing: signedBy({ changedSinceSent: ['XYZ-OP5', '100001', 'attendance@100001:mentored'] }),
      },
      expected: [
        block('XYZ-OP5', 'Young people who left changed after the return was sent for sign-off.'),
        block(
          'attendance@100001:mentored',
          'Attendance of young people in the programme at Ash Centre changed after the return was sent for sign-off.',
        ),
        block('setting@100001', 'The report of Ash Centre changed after the return was sent for sign-off.'),
      ],
    },
    { shows: 'does-not-fire', title: 'Nothing changed', given: { signing: signedBy() }, expected: [] },
    {
      shows: 'edge',
      title: 'A figure named twice is one finding',
      given: {
        asked: ['OP5'],
        figures: { 'XYZ-OP5': value(3) },
        signing: signedBy({ changedSinceSent: ['XYZ-OP5', 'XYZ-OP5'] }),
      },
      expected: [block('XYZ-OP5', 'Young people who left changed after the return was sent for sign-off.')],
    },
  ]),
]
