/** Reference edition 1. Clause 6, Measured. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const measured: Check[] = [
  check('6.1', ['n', 'e', 'b'], { kind: 'baseline-missing', periods: 2 }, [
    'An outcome that is judged against a baseline has one after its second period',
    'Without a starting point nobody can say whether anything rose or fell.',
  ]),
  check('6.2', ['n', 'e', 'e'], { kind: 'profile-missing', kinds: ['output', 'outcome'] }, [
    'A measure with a direction has a profile to be held against',
    'More or fewer says little without what was planned.',
  ]),
  check(
    '6.3',
    ['e', 'e', 'e'],
    { kind: 'below-profile-unexplained', thresholds: { green: 0.9, amber: 0.75 }, ambers: 2, characters: 20 },
    [
      'A figure well below profile, or below it twice running, says why and what comes next',
      'A shortfall that is known early can be mended; one sentence is enough.',
    ],
  ),
  check(
    '6.4',
    ['e', 'b', 'b'],
    { kind: 'before-after-differs', fields: ['instrument', 'informant', 'window'] },
    [
      'Before and after are measured with the same instrument, by the same informant, over the same window',
      'Two means from different scales, or from different people, cannot be compared.',
    ],
  ),
]
