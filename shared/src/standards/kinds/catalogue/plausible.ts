/** Kinds of clause 5. */
import type { EntriesOf } from './entry.ts'

const plausible = { looksBack: true, stage: 'filing', clause: '5' } as const

const level = {
  input: 'share',
  unit: '%',
  from: 0.0001,
  to: 0.2,
  label: 'How often a figure in range may be flagged',
  hint: 'At 1%, one sound figure in a hundred is asked about.',
} as const

export const plausibleKinds: EntriesOf<
  'wrong-scale' | 'digits-swapped' | 'flows-repeated' | 'outside-own-history' | 'far-from-peers'
> = {
  'wrong-scale': {
    ...plausible,
    name: 'Wrong scale',
    looksFor: 'A figure is about ten or a hundred times what it was, or a hundredth of it.',
    parameters: {
      factors: {
        input: 'numbers',
        most: 8,
        label: 'Factors',
        hint: 'How many times the earlier figure is a slip of scale: 10, 100, 0.01.',
      },
      tolerance: {
        input: 'share',
        unit: '%',
        from: 0,
        to: 1,
        label: 'How near to the factor',
        hint: 'At 20%, eight to twelve times counts as ten times.',
      },
      least: {
        input: 'number',
        unit: '',
        from: 1,
        to: null,
        label: 'Smallest figure judged',
        hint: 'Below this, ten times as many is nothing unusual.',
      },
    },
    starting: { kind: 'wrong-scale', factors: [10, 100, 0.01], tolerance: 0.2, least: 50 },
  },
  'digits-swapped': {
    ...plausible,
    name: 'Digits swapped',
    looksFor: 'Two neighbouring digits changed places in a figure carried on from last period.',
    parameters: {
      digits: {
        input: 'whole-number',
        unit: 'digits',
        from: 2,
        to: 9,
        label: 'Shortest figure judged',
        hint: 'Short figures look swapped by chance.',
      },
    },
    starting: { kind: 'digits-swapped', digits: 3 },
  },
  'flows-repeated': {
    ...plausible,
    name: "Last period's figures again",
    looksFor: "Several figures of the period are all the same as last period's.",
    parameters: {
      least: {
        input: 'whole-number',
        unit: 'figures',
        from: 2,
        to: 50,
        label: 'Fewest repeated figures',
        hint: 'Figures of zero, and levels such as how many are active, are not counted.',
      },
    },
    starting: { kind: 'flows-repeated', least: 3 },
  },
  'outside-own-history': {
    ...plausible,
    name: 'Outside its own history',
    looksFor: "A figure lies outside what the authority's own earlier periods lead one to expect.",
    parameters: {
      periods: {
        input: 'whole-number',
        unit: 'periods',
        from: 4,
        to: 8,
        label: 'Fewest earlier periods',
        hint: 'With fewer accepted periods, other boroughs are the better guide.',
      },
      level,
    },
    starting: { kind: 'outside-own-history', periods: 4, level: 0.01 },
  },
  'far-from-peers': {
    ...plausible,
    name: 'Far from other boroughs',
    looksFor: 'A figure lies outside what boroughs of its tier and cohort report.',
    parameters: {
      periods: {
        input: 'whole-number',
        unit: 'periods',
        from: 1,
        to: 8,
        label: 'Only with fewer own periods than',
        hint: 'From this many accepted periods on, the own history is the better guide.',
      },
      peers: {
        input: 'whole-number',
        unit: 'boroughs',
        from: 5,
        to: 33,
        label: 'Fewest other boroughs',
        hint: 'With fewer than five, one borough could be read out of the summary.',
      },
      level,
    },
    starting: { kind: 'far-from-peers', periods: 4, peers: 5, level: 0.01 },
  },
}
