/** Kinds of clause 4. */
import type { EntriesOf } from './entry.ts'

const consistent = { looksBack: false, stage: 'filing', clause: '4', parameters: {} } as const

export const consistentKinds: EntriesOf<
  | 'numerator-over-denominator'
  | 'breakdown-total'
  | 'identity'
  | 'attendance-pupils'
  | 'absence-reasons'
  | 'attendance-sessions'
> = {
  'numerator-over-denominator': {
    ...consistent,
    name: 'Part over whole',
    looksFor: 'A part is more than the whole it is counted among.',
    starting: { kind: 'numerator-over-denominator' },
  },
  'breakdown-total': {
    ...consistent,
    name: 'Breakdown and total',
    looksFor: 'The categories of a breakdown do not go with their total.',
    parameters: {
      choice: {
        input: 'choice',
        label: 'Which breakdowns',
        hint: 'Where each is counted once, categories sum to the total. Where they may overlap, each is at most the total and all together at least.',
        options: { single: 'Each is counted once', multiple: 'Categories may overlap' },
      },
    },
    starting: { kind: 'breakdown-total', choice: 'single' },
  },
  identity: {
    ...consistent,
    name: 'Identity of the framework',
    looksFor: 'Figures that the framework ties together do not hold together.',
    looksBack: true,
    parameters: {
      of: {
        input: 'choice',
        label: 'Which identities',
        hint: 'The identities themselves belong to the framework of each programme.',
        options: {
          exact: 'Figures that must balance',
          bound: 'Figures that limit each other',
          range: 'Figures that go together within a range',
          together: 'Activity and people, never one alone',
          agreement: "The authority's figure and its settings together",
        },
      },
    },
    starting: { kind: 'identity', of: 'exact' },
  },
  'attendance-pupils': {
    ...consistent,
    name: 'Severe within persistent',
    looksFor: 'Severely absent pupils are more than the persistently absent, or those more than all pupils.',
    starting: { kind: 'attendance-pupils' },
  },
  'absence-reasons': {
    ...consistent,
    name: 'Reasons for absence',
    looksFor: 'Sessions of authorised and unauthorised absence do not come to all sessions missed.',
    parameters: {
      side: {
        input: 'choice',
        label: 'Which way',
        hint: 'More reasons than absences are certainly wrong; fewer occur in published figures.',
        options: { more: 'Reasons come to more', less: 'Reasons come to less' },
      },
    },
    starting: { kind: 'absence-reasons', side: 'more' },
  },
  'attendance-sessions': {
    ...consistent,
    name: 'Attended within possible',
    looksFor: 'Sessions attended are more than sessions possible.',
    starting: { kind: 'attendance-sessions' },
  },
}
