/** Worked examples of clause 9, Private. The identifiers are published test numbers: they are nobody's. */
import { fingerprint } from '../../privacy/fingerprint.ts'
import { block, examplesOf, explain, figure } from './worked-example.ts'

const wroteIn = (text: string) => ({ asked: ['TX1'], figures: { 'XYZ-TX1': figure({ text }) } })

const workshops = 'Mr Bennett ran the workshops.'

export const privateExamples = [
  ...examplesOf('9.1', [
    {
      shows: 'fires',
      title: "A pupil's UPN in a narrative",
      given: wroteIn('Attendance of B801200005001 rose after the summer.'),
      expected: [block('XYZ-TX1', "What worked: the text holds what looks like a pupil's UPN.")],
    },
    {
      shows: 'fires',
      title: 'An NHS number in full-width digits, and an email address in words',
      given: wroteIn('See ９４３ ４７６ ５９１９, or write to amy at school dot org.'),
      expected: [
        block('XYZ-TX1', 'What worked: the text holds what looks like an NHS number and an email address.'),
      ],
    },
    {
      shows: 'fires',
      title: 'A telephone number in a note, and a date of birth in the source: one finding',
      given: {
        asked: ['OP5'],
        figures: {
          'XYZ-OP5': figure({
            value: 3,
            note: 'Ring 07700 900123.',
            evidence: { source: 'Register, DOB 12/03/2010' },
          }),
        },
      },
      expected: [
        block(
          'XYZ-OP5',
          'Young people who left: the note holds what looks like a telephone number and the source holds what looks like a date of birth.',
        ),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Figures, money, dates and references identify nobody',
      given: wroteIn(
        'In FY2025-26-Q3 we held 1,240 sessions (URN 100006, LAESTAB 306/1100) for £33,500 from 01/10/2025 to 31/12/2025.',
      ),
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A number with the wrong check letter is no UPN',
      given: wroteIn('Box A801200005001 arrived.'),
      expected: [],
    },
    { shows: 'edge', title: 'A figure of ten digits is a figure', given: tenDigits(), expected: [] },
  ]),
  ...examplesOf('9.2', [
    {
      shows: 'fires',
      title: 'A first name in a narrative',
      given: wroteIn("Jayden's attendance rose after the summer."),
      expected: [explain('XYZ-TX1', 'What worked: the text may name a person (“Jayden”).')],
    },
    {
      shows: 'fires',
      title: 'A name in a note',
      given: { asked: ['OP5'], figures: { 'XYZ-OP5': figure({ value: 3, note: 'Ask Mrs Patel.' }) } },
      expected: [explain('XYZ-OP5', 'Young people who left: the note may name a person (“Mrs Patel”).')],
    },
    {
      shows: 'does-not-fire',
      title: 'Schools, streets and months carry names too',
      given: wroteIn('In May and June the Francis Barber PRU and St Mary’s School met in Victoria Park.'),
      expected: [],
    },
    {
      shows: 'edge',
      title: 'The explanation of a name may say the name',
      given: {
        ...wroteIn(workshops),
        explanations: [
          {
            check: '9.2',
            locator: 'XYZ-TX1',
            reason: 'other',
            text: 'Mr Bennett is our published trainer.',
            inputs: JSON.stringify([['XYZ-TX1', 'text', fingerprint(workshops)]]),
          },
        ],
      },
      expected: [explain('XYZ-TX1', 'What worked: the text may name a person (“Mr Bennett”).')],
    },
  ]),
  ...examplesOf('9.3', [
    {
      shows: 'fires',
      title: 'The only one of a kind',
      given: wroteIn('Sessions were moved for the only Year 9 girl.'),
      expected: [
        explain('XYZ-TX1', 'What worked: the text may single out a child (“the only Year 9 girl”).'),
      ],
    },
    {
      shows: 'fires',
      title: 'Two things that set one child apart',
      given: wroteIn('A Somali girl in Year 8 asked for a mentor.'),
      expected: [
        explain('XYZ-TX1', 'What worked: the text may single out a child (“A Somali girl in Year 8”).'),
      ],
    },
    {
      shows: 'does-not-fire',
      title: 'Groups, schools and settings are not a child',
      given: wroteIn('One of the schools ran one girls’ group; it is the only PRU in the borough.'),
      expected: [],
    },
    {
      shows: 'edge',
      title: 'A year group on its own is many',
      given: wroteIn('Year 9 pupils asked for more.'),
      expected: [],
    },
  ]),
]

function tenDigits() {
  return { asked: ['OP5'], figures: { 'XYZ-OP5': figure({ value: 9_434_765_919 }) } }
}
