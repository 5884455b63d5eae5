/** Kinds of clauses 1, 2 and 3. */
import type { EntriesOf } from './entry.ts'

const filing = { looksBack: false, stage: 'filing', parameters: {} } as const
const complete = { ...filing, clause: '1' } as const
const onTime = { ...filing, clause: '2' } as const
const valid = { ...filing, clause: '3' } as const

export const completeAndValid: EntriesOf<
  | 'figure-missing'
  | 'figure-not-available'
  | 'half-pair'
  | 'setting-not-reported'
  | 'submitted-late'
  | 'changed-since-accepted'
  | 'not-a-whole-count'
  | 'outside-definition'
  | 'unknown-category'
  | 'zero-denominator'
  | 'unchanged-after-redefinition'
  | 'unreadable-entry'
> = {
  'figure-missing': {
    ...complete,
    name: 'Figure missing',
    looksFor: 'A figure that is asked has neither a number nor a reason for missing.',
    starting: { kind: 'figure-missing' },
  },
  'figure-not-available': {
    ...complete,
    name: 'Figure not available',
    looksFor: 'A figure is marked as not available.',
    looksBack: true,
    starting: { kind: 'figure-not-available' },
  },
  'half-pair': {
    ...complete,
    name: 'Half a pair',
    looksFor: 'One half of a pair, or the people behind it, is given without the other.',
    starting: { kind: 'half-pair' },
  },
  'setting-not-reported': {
    ...complete,
    name: 'Setting not reported',
    looksFor: 'A setting that takes part has not signed off its report.',
    parameters: {
      reasonRecorded: {
        input: 'yes-no',
        label: 'Which settings',
        hint: 'Those without a report for which a reason is recorded, or those without one.',
        yes: 'Settings with a reason recorded',
        no: 'Settings with no reason recorded',
      },
    },
    starting: { kind: 'setting-not-reported', reasonRecorded: false },
  },
  'submitted-late': {
    ...onTime,
    stage: 'signing',
    name: 'Submitted late',
    looksFor: 'The return is submitted after its due date, or after the date to which it was extended.',
    starting: { kind: 'submitted-late' },
  },
  'changed-since-accepted': {
    ...onTime,
    name: 'Changed since accepted',
    looksFor: 'A figure that was accepted is changed while the return is open again.',
    looksBack: true,
    starting: { kind: 'changed-since-accepted' },
  },
  'not-a-whole-count': {
    ...valid,
    name: 'Not a whole count',
    looksFor: 'A count is below zero or is not a whole number.',
    starting: { kind: 'not-a-whole-count' },
  },
  'outside-definition': {
    ...valid,
    name: 'Outside its definition',
    looksFor:
      'A value is below the minimum, above the maximum, or has more decimals than its definition allows.',
    starting: { kind: 'outside-definition' },
  },
  'unknown-category': {
    ...valid,
    name: 'Unknown category',
    looksFor: 'A figure stands under a category that its breakdown does not have.',
    starting: { kind: 'unknown-category' },
  },
  'zero-denominator': {
    ...valid,
    name: 'Something of nothing',
    looksFor: 'A count above zero is set against a whole of zero.',
    starting: { kind: 'zero-denominator' },
  },
  'unchanged-after-redefinition': {
    ...valid,
    name: 'Unchanged under a new definition',
    looksFor: "A figure's definition changed since last period and the figure did not.",
    looksBack: true,
    starting: { kind: 'unchanged-after-redefinition' },
  },
  'unreadable-entry': {
    ...valid,
    name: 'Unreadable entry',
    looksFor: 'What was typed cannot be read as a figure.',
    starting: { kind: 'unreadable-entry' },
  },
}
