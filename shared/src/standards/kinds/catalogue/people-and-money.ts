/** Kinds of clauses 9 to 12. */
import type { EntriesOf } from './entry.ts'

const filing = { looksBack: false, stage: 'filing', parameters: {} } as const
const isPrivate = { ...filing, clause: '9' } as const
const accountable = { ...filing, stage: 'signing', clause: '10' } as const
const value = { ...filing, looksBack: true, clause: '12' } as const

export const peopleAndMoney: EntriesOf<
  | 'personal-identifier'
  | 'probable-name'
  | 'singled-out'
  | 'no-impact-assessment'
  | 'certifier-is-sender'
  | 'declaration-missing'
  | 'changed-since-sent'
  | 'no-learning-recorded'
  | 'overspent'
  | 'spend-off-profile'
  | 'spend-and-delivery-apart'
  | 'money-lines-differ'
> = {
  'personal-identifier': {
    ...isPrivate,
    name: 'Identifier of a person',
    looksFor: 'A text holds a UPN, NHS number, email, phone number or another identifier of a person.',
    starting: { kind: 'personal-identifier' },
  },
  'probable-name': {
    ...isPrivate,
    name: 'Probable name',
    looksFor: "A text holds what looks like a person's name.",
    starting: { kind: 'probable-name' },
  },
  'singled-out': {
    ...isPrivate,
    name: 'Child singled out',
    looksFor: 'A text describes one child so that those around would know who it is.',
    starting: { kind: 'singled-out' },
  },
  'no-impact-assessment': {
    ...isPrivate,
    name: 'No impact assessment',
    looksFor: 'The grant processes personal data and no data protection impact assessment is on record.',
    starting: { kind: 'no-impact-assessment' },
  },
  'certifier-is-sender': {
    ...accountable,
    name: 'Certified by another person',
    looksFor: 'Nobody certified the return, or the person who sent it did.',
    starting: { kind: 'certifier-is-sender' },
  },
  'declaration-missing': {
    ...accountable,
    name: 'Declaration missing',
    looksFor: 'The declaration is not made.',
    starting: { kind: 'declaration-missing' },
  },
  'changed-since-sent': {
    ...accountable,
    name: 'Changed since sent',
    looksFor: 'A figure changed after the return was sent for sign-off.',
    starting: { kind: 'changed-since-sent' },
  },
  'no-learning-recorded': {
    ...filing,
    looksBack: true,
    clause: '11',
    name: 'No learning recorded',
    looksFor: 'A programme that is a trial has no recent meeting or learning note on record.',
    parameters: {
      periods: {
        input: 'whole-number',
        unit: 'periods',
        from: 1,
        to: 8,
        label: 'Within the last',
        hint: 'This period is one of them.',
      },
    },
    starting: { kind: 'no-learning-recorded', periods: 2 },
  },
  overspent: {
    ...value,
    name: 'Overspent',
    looksFor: 'Spend to date is more than the award.',
    starting: { kind: 'overspent' },
  },
  'spend-off-profile': {
    ...value,
    name: 'Spend off profile',
    looksFor:
      "Spend of the year is far from its profile, or the forecast leaves much of the year's money unspent.",
    parameters: {
      points: {
        input: 'share',
        unit: 'points of the award',
        from: 0,
        to: 1,
        label: 'Furthest from profile',
        hint: "Percentage points of the year's award, above or below.",
      },
      underspend: {
        input: 'share',
        unit: '%',
        from: 0,
        to: 1,
        label: 'Largest forecast underspend',
        hint: 'Of what is planned for the year, or of its award where no spend is planned.',
      },
    },
    starting: { kind: 'spend-off-profile', points: 0.1, underspend: 0.1 },
  },
  'spend-and-delivery-apart': {
    ...value,
    name: 'Spend and delivery apart',
    looksFor: 'The share of money spent is far from the share of the profile delivered.',
    parameters: {
      points: {
        input: 'share',
        unit: 'points',
        from: 0,
        to: 1,
        label: 'Furthest apart',
        hint: 'Percentage points between the two shares.',
      },
    },
    starting: { kind: 'spend-and-delivery-apart', points: 0.25 },
  },
  'money-lines-differ': {
    ...value,
    looksBack: false,
    name: 'Lines and total of money',
    looksFor: 'The lines of a money table do not come to the total stated beside them.',
    starting: { kind: 'money-lines-differ' },
  },
}
