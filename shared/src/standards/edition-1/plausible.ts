/** Reference edition 1. Clause 5, Plausible: nothing here blocks, because unusual is not wrong. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const plausible: Check[] = [
  check(
    '5.1',
    ['e', 'e', 'e'],
    { kind: 'wrong-scale', factors: [10, 100, 0.01], tolerance: 0.2, least: 50 },
    [
      'A figure is of the size it had before, not ten or a hundred times that',
      'A digit too many, or a fraction typed for a percentage, is the commonest slip of the hand.',
    ],
  ),
  check('5.2', ['n', 'e', 'e'], { kind: 'digits-swapped', digits: 3 }, [
    'A figure carried on from last period has its digits in their order',
    'Two neighbouring digits that changed places are the commonest slip in copying.',
  ]),
  check('5.3', ['e', 'e', 'e'], { kind: 'flows-repeated', least: 3 }, [
    "The period's figures are its own, not last period's again",
    'Three or more counts that all come out the same as before are mostly a return copied forward.',
  ]),
  check('5.4', ['n', 'e', 'e'], { kind: 'outside-own-history', periods: 4, level: 0.01 }, [
    "A figure lies within what the authority's own earlier periods would lead one to expect",
    'A figure far outside its own past is a change worth a sentence, or a slip.',
  ]),
  check('5.5', ['n', 'n', 'e'], { kind: 'far-from-peers', periods: 4, peers: 5, level: 0.01 }, [
    'A figure lies within what boroughs of its kind report',
    'While an authority has few periods of its own, others of its tier and cohort show what to expect; for attendance, pupil referral units as the DfE publishes them.',
  ]),
]
