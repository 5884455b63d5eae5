/** Kinds of clauses 6, 7 and 8. */
import { evidenceNames } from '../../words.ts'
import type { EntriesOf } from './entry.ts'

const filing = { looksBack: false, stage: 'filing' } as const
const measured = { ...filing, looksBack: true, clause: '6' } as const
const brokenDown = { ...filing, clause: '7' } as const
const evidenced = { ...filing, clause: '8' } as const

export const measuredKinds: EntriesOf<
  | 'baseline-missing'
  | 'profile-missing'
  | 'below-profile-unexplained'
  | 'before-after-differs'
  | 'breakdown-incomplete'
  | 'unknown-share'
  | 'group-differs'
  | 'evidence-missing'
  | 'survey-thin'
  | 'follow-up-soon'
  | 'claim-without-comparison'
> = {
  'baseline-missing': {
    ...measured,
    name: 'Baseline missing',
    looksFor: 'A figure that is judged against a baseline has none on record.',
    parameters: {
      periods: {
        input: 'whole-number',
        unit: 'periods',
        from: 0,
        to: 8,
        label: 'Accepted periods before it is asked for',
        hint: 'At 2, the third return of the figure needs its baseline.',
      },
    },
    starting: { kind: 'baseline-missing', periods: 2 },
  },
  'profile-missing': {
    ...measured,
    looksBack: false,
    name: 'Profile missing',
    looksFor: 'A measure with a direction has no profile for the period.',
    parameters: {
      kinds: {
        input: 'choices',
        label: 'Which indicators',
        hint: 'Only those for which more or fewer is better are judged.',
        options: {
          output: 'Outputs',
          outcome: 'Outcomes',
          context: 'Context',
          finance: 'Money',
        },
      },
    },
    starting: { kind: 'profile-missing', kinds: ['output', 'outcome'] },
  },
  'below-profile-unexplained': {
    ...measured,
    name: 'Below profile, without a word',
    looksFor:
      'A figure is well below its profile, or below it for some periods running, and its note does not say why.',
    parameters: {
      thresholds: {
        input: 'shares',
        unit: '%',
        label: 'Shares of the profile',
        hint: 'From the first upwards a figure is on profile; under the second it is well below.',
        names: { green: 'On profile from', amber: 'Well below profile under' },
      },
      ambers: {
        input: 'whole-number',
        unit: 'periods',
        from: 2,
        to: 8,
        label: 'Periods below profile in a row',
        hint: 'After this many, being somewhat below is asked about too.',
      },
      characters: {
        input: 'whole-number',
        unit: 'characters',
        from: 1,
        to: 200,
        label: 'Shortest note that answers',
        hint: 'A sentence is enough: why, and what comes next.',
      },
    },
    starting: {
      kind: 'below-profile-unexplained',
      thresholds: { green: 0.9, amber: 0.75 },
      ambers: 2,
      characters: 20,
    },
  },
  'before-after-differs': {
    ...measured,
    looksBack: false,
    name: 'Before and after measured differently',
    looksFor: 'A measure before and its measure after differ in what they were measured with.',
    parameters: {
      fields: {
        input: 'choices',
        label: 'What must be the same',
        hint: 'Only fields given on both sides are compared.',
        options: evidenceNames,
      },
    },
    starting: { kind: 'before-after-differs', fields: ['instrument', 'informant', 'window'] },
  },
  'breakdown-incomplete': {
    ...brokenDown,
    name: 'Breakdown incomplete',
    looksFor: 'A breakdown that is asked has no categories given, or only some.',
    parameters: {},
    starting: { kind: 'breakdown-incomplete' },
  },
  'unknown-share': {
    ...brokenDown,
    name: 'Too many unknown',
    looksFor: 'One category, such as Unknown, takes too large a share of a breakdown.',
    parameters: {
      category: {
        input: 'text',
        label: 'Code of the category',
        hint: 'The code as the vocabulary has it: unknown.',
      },
      most: {
        input: 'shares',
        unit: '%',
        label: 'Largest share',
        hint: 'Of the sum of the breakdown.',
        names: { light: 'Light tier', standard: 'Standard tier', enhanced: 'Enhanced tier' },
      },
    },
    starting: {
      kind: 'unknown-share',
      category: 'unknown',
      most: { light: 0.2, standard: 0.2, enhanced: 0.1 },
    },
  },
  'group-differs': {
    ...brokenDown,
    name: 'One group differs',
    looksFor: "One group's outcome differs from the rest by more than chance allows.",
    parameters: {
      level: {
        input: 'share',
        unit: '%',
        from: 0.0001,
        to: 0.2,
        label: 'How often chance alone may flag a breakdown',
        hint: 'Shared out over all its groups.',
      },
      people: {
        input: 'whole-number',
        unit: 'people',
        from: 1,
        to: null,
        label: 'Smallest group judged',
        hint: 'In the group, and in the rest.',
      },
    },
    starting: { kind: 'group-differs', level: 0.01, people: 6 },
  },
  'evidence-missing': {
    ...evidenced,
    name: 'Evidence missing',
    looksFor: 'An outcome does not say where its figures come from.',
    parameters: {
      fields: {
        input: 'choices',
        label: 'What must be said',
        hint: 'Each only where the definition asks for it.',
        options: evidenceNames,
      },
    },
    starting: { kind: 'evidence-missing', fields: ['source'] },
  },
  'survey-thin': {
    ...evidenced,
    name: 'Thin survey',
    looksFor: 'Too few people answered a survey, or more than were asked, or a count is no whole number.',
    parameters: {
      rate: {
        input: 'share',
        unit: '%',
        from: 0,
        to: 1,
        label: 'Lowest response rate',
        hint: 'Of those asked.',
      },
      answers: {
        input: 'whole-number',
        unit: 'answers',
        from: 1,
        to: null,
        label: 'Fewest answers',
        hint: 'Whatever the response rate.',
      },
    },
    starting: { kind: 'survey-thin', rate: 0.3, answers: 10 },
  },
  'follow-up-soon': {
    ...evidenced,
    name: 'Follow-up too soon',
    looksFor: 'People were followed up too soon after the activity.',
    parameters: {
      weeks: {
        input: 'number',
        unit: 'weeks',
        from: 0,
        to: null,
        label: 'Least time after the activity',
        hint: 'Sooner than this, people report what they intend.',
      },
    },
    starting: { kind: 'follow-up-soon', weeks: 6 },
  },
  'claim-without-comparison': {
    ...evidenced,
    name: 'Claim without a comparison',
    looksFor: 'A text names a cause and does not say what it was compared with.',
    parameters: {
      claims: {
        input: 'phrases',
        most: 40,
        label: 'Words that claim',
        hint: 'Whole words or phrases, one a line.',
      },
      comparisons: {
        input: 'phrases',
        most: 40,
        label: 'Words that compare',
        hint: 'Any of these in the same text answers the claim.',
      },
    },
    starting: {
      kind: 'claim-without-comparison',
      claims: ['directly', 'due to', 'as a result of', 'caused'],
      comparisons: ['compared with', 'compared to', 'comparison group', 'control group'],
    },
  },
}
