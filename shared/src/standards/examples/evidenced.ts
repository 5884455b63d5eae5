/** Worked examples of clause 8, Evidenced. */
import type { Figure } from '../../figures.ts'
import { ash, ashAttendance, block, evidenced, examplesOf, explain, figure, note } from './worked-example.ts'

const backInSchool = (evidence: NonNullable<Figure['evidence']>) => ({
  asked: ['OC10'],
  figures: { 'XYZ-OC10': evidenced([24, 31], evidence) },
})
const source = 'A survey of families'

const sources = examplesOf('8.1', [
  {
    shows: 'fires',
    title: 'An outcome from nowhere',
    given: backInSchool({ source: ' ' }),
    expected: [block('XYZ-OC10', 'Young people back in school is given without its source.')],
  },
  {
    shows: 'fires',
    title: 'In the light tier it can be explained',
    given: { ...backInSchool({}), tier: 'light' },
    expected: [explain('XYZ-OC10', 'Young people back in school is given without its source.')],
  },
  { shows: 'does-not-fire', title: 'The source is named', given: backInSchool({ source }), expected: [] },
  {
    shows: 'edge',
    title: 'A figure that is not available needs no source',
    given: { asked: ['OC10'], figures: { 'XYZ-OC10': figure({ missing: 'z' }) } },
    expected: [],
  },
  {
    shows: 'edge',
    title: "A setting's register is the source of what is worked out from it",
    given: {
      asked: ['OC2'],
      settings: [ash()],
      attendance: [
        ashAttendance({ possible: 100, attended: 60, authorised: 30, unauthorised: 10 }, { enrolments: 5 }),
      ],
      figures: { 'XYZ-OC2@100001': figure({ numerator: 60, denominator: 100, people: 5 }) },
    },
    expected: [],
  },
])

const surveys = examplesOf('8.2', [
  {
    shows: 'fires',
    title: 'Eight answers from forty people',
    given: backInSchool({ source, asked: '40', answered: '8' }),
    expected: [
      explain(
        'XYZ-OC10',
        'Young people back in school rests on 8 answers from 40 people asked: fewer than 10 answers and fewer than 30% of those asked.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'Many answers, but few of those asked; in the light tier it is only noted',
    given: { ...backInSchool({ source, asked: '200', answered: '50' }), tier: 'light' },
    expected: [
      note(
        'XYZ-OC10',
        'Young people back in school rests on 50 answers from 200 people asked: fewer than 30% of those asked.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'Thirty-one of forty',
    given: backInSchool({ source, asked: '40', answered: '31' }),
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Exactly ten answers, and exactly 30%',
    given: {
      asked: ['OC10'],
      figures: { 'XYZ-OC10': evidenced([8, 10], { source, asked: '33', answered: '10' }) },
    },
    expected: [],
  },
  {
    shows: 'fires',
    title: 'More answers than people asked',
    given: backInSchool({ source, asked: '70', answered: '90' }),
    expected: [
      explain(
        'XYZ-OC10',
        'Young people back in school rests on 90 answers from 70 people asked: more answers than people asked.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A word and a part of a person where counts are wanted',
    given: backInSchool({ source, asked: 'abc', answered: '70.5' }),
    expected: [
      explain(
        'XYZ-OC10',
        'Young people back in school has "abc" for people asked and "70.5" for people who answered, which are no whole numbers.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A count among other words is not read out of them',
    given: backInSchool({ source, asked: '40 to 50 families', answered: '31' }),
    expected: [
      explain(
        'XYZ-OC10',
        'Young people back in school has "40 to 50 families" for people asked, which is no whole number.',
      ),
    ],
  },
  {
    shows: 'edge',
    title: 'Everybody asked answered, and the thousands are marked',
    given: backInSchool({ source, asked: '1,200', answered: ' 1200 ' }),
    expected: [],
  },
])

const followUps = examplesOf('8.3', [
  {
    shows: 'fires',
    title: 'Asked again after a month',
    given: backInSchool({ source, followUpWeeks: '4 weeks' }),
    expected: [
      explain(
        'XYZ-OC10',
        'Young people back in school was asked about 4 weeks after the activity, sooner than 6 weeks.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'After two months',
    given: backInSchool({ source, followUpWeeks: '8' }),
    expected: [],
  },
  {
    shows: 'edge',
    title: 'After exactly six weeks',
    given: backInSchool({ source, followUpWeeks: '6 to 8 weeks' }),
    expected: [],
  },
])

const textOf = (text: string, parts: Partial<Figure> = {}) => ({
  asked: ['TX1'],
  tier: 'enhanced' as const,
  figures: { 'XYZ-TX1': figure({ text, ...parts }) },
})
const claimed = 'Attendance rose directly as a result of mentoring.'
const said =
  'The text of "What worked" says "directly" and "as a result of", but not what it is compared with.'

const claims = examplesOf('8.4', [
  {
    shows: 'fires',
    title: 'A cause is named',
    given: textOf(claimed),
    expected: [explain('XYZ-TX1', said)],
  },
  {
    shows: 'fires',
    title: 'In the standard tier it is only noted',
    given: { ...textOf(claimed), tier: 'standard' },
    expected: [note('XYZ-TX1', said)],
  },
  {
    shows: 'does-not-fire',
    title: 'The text says what it is compared with',
    given: textOf(`${claimed} Compared with similar pupils who had no mentor, it rose by a tenth.`),
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'A label says how strong the claim is',
    given: textOf(claimed, { evidence: { claimStrength: 'reported' } }),
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Part of a word is no claim',
    given: textOf('Mentors gave out a directory of clubs, because families asked for it.'),
    expected: [],
  },
])

export const evidencedExamples = [...sources, ...surveys, ...followUps, ...claims]
