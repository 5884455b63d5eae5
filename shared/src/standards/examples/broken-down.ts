/** Worked examples of clause 7, Broken down. */
import { block, examplesOf, explain, figure, note, pair, value } from './worked-example.ts'

const families = (total: number, [female, male, unknown]: readonly [number, number, number]) => ({
  'XYZ-OP9': value(total),
  'XYZ-OP9:sex:female': value(female),
  'XYZ-OP9:sex:male': value(male),
  'XYZ-OP9:sex:unknown': value(unknown),
  'XYZ-OP9:theme:arts': value(total),
  'XYZ-OP9:theme:sport': value(total),
})
const { 'XYZ-OP9:sex:male': _male, 'XYZ-OP9:sex:unknown': _unknown, ...partly } = families(12, [6, 5, 1])
const { 'XYZ-OP9:theme:arts': _arts, 'XYZ-OP9:theme:sport': _sport, ...halfway } = families(12, [6, 5, 1])

const breakdowns = examplesOf('7.1', [
  {
    shows: 'fires',
    title: 'One breakdown is part filled',
    given: { asked: ['OP9'], figures: partly },
    expected: [block('XYZ-OP9', 'Families met is not fully broken down: sex lacks Male and Unknown.')],
  },
  {
    shows: 'fires',
    title: 'Nothing is broken down, and that is one finding; in the light tier it can be explained',
    given: { asked: ['OP9'], tier: 'light', figures: { 'XYZ-OP9': value(12) } },
    expected: [explain('XYZ-OP9', 'Families met is not fully broken down: sex is blank and theme is blank.')],
  },
  {
    shows: 'does-not-fire',
    title: 'Every category is filled',
    given: { asked: ['OP9'], figures: families(12, [6, 5, 1]) },
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'A breakdown that is asked of larger grants only',
    given: { asked: ['OP1'], figures: { 'XYZ-OP1': value(12) } },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'There is nobody to break down',
    given: { asked: ['OP9'], figures: { 'XYZ-OP9': value(0) } },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'A category that does not apply is filled',
    given: {
      asked: ['OP9'],
      figures: {
        ...halfway,
        'XYZ-OP9:theme:arts': figure({ missing: 'z' }),
        'XYZ-OP9:theme:sport': value(12),
      },
    },
    expected: [],
  },
])

const unknowns = examplesOf('7.2', [
  {
    shows: 'fires',
    title: 'A quarter is unknown',
    given: { asked: ['OP9'], figures: families(20, [8, 7, 5]) },
    expected: [
      explain(
        'XYZ-OP9:sex:unknown',
        'Families met (Sex: Unknown) is 5 of 20, 25% of the breakdown and more than 20%.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'The enhanced tier allows a tenth',
    given: { asked: ['OP9'], tier: 'enhanced', figures: families(20, [9, 8, 3]) },
    expected: [
      explain(
        'XYZ-OP9:sex:unknown',
        'Families met (Sex: Unknown) is 3 of 20, 15% of the breakdown and more than 10%.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'One of twenty',
    given: { asked: ['OP9'], figures: families(20, [10, 9, 1]) },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Exactly a fifth',
    given: { asked: ['OP9'], figures: families(20, [8, 8, 4]) },
    expected: [],
  },
])

const backInSchool = (all: readonly [number, number], bySex: readonly (readonly [number, number])[]) => ({
  asked: ['OC10'],
  figures: {
    'XYZ-OC10': figure({ numerator: all[0], denominator: all[1], evidence: { source: 'School rolls' } }),
    ...Object.fromEntries(
      ['female', 'male', 'unknown'].map((sex, at) => [`XYZ-OC10:sex:${sex}`, pair(...(bySex[at] ?? [0, 0]))]),
    ),
  },
})
const apart = backInSchool(
  [50, 80],
  [
    [15, 40],
    [35, 40],
  ],
)

const groups = examplesOf('7.3', [
  {
    shows: 'fires',
    title: 'Far fewer girls than boys are back in school',
    given: { ...apart, tier: 'enhanced' },
    expected: [
      explain(
        'XYZ-OC10',
        'Young people back in school differs between groups by more than chance allows: sex Female 37.5% (15 of 40), the rest 87.5% (35 of 40) and sex Male 87.5% (35 of 40), the rest 37.5% (15 of 40).',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'In the standard tier it is only noted',
    given: apart,
    expected: [
      note(
        'XYZ-OC10',
        'Young people back in school differs between groups by more than chance allows: sex Female 37.5% (15 of 40), the rest 87.5% (35 of 40) and sex Male 87.5% (35 of 40), the rest 37.5% (15 of 40).',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'A difference that chance may make',
    given: {
      ...backInSchool(
        [50, 80],
        [
          [23, 40],
          [27, 40],
        ],
      ),
      tier: 'enhanced',
    },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Nothing is read into five people',
    given: {
      ...backInSchool(
        [40, 45],
        [
          [0, 5],
          [40, 40],
        ],
      ),
      tier: 'enhanced',
    },
    expected: [],
  },
])

export const brokenDownExamples = [...breakdowns, ...unknowns, ...groups]
