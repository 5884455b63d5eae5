/** Reference edition 1. Clause 1, Complete. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const complete: Check[] = [
  check('1.1', ['b', 'b', 'b'], { kind: 'figure-missing' }, [
    'Every figure asked has been given, or a reason for missing',
    'A blank says nothing: it may be none, not counted or forgotten. A total with a blank in it is wrong without showing it.',
  ]),
  check('1.2', ['e', 'e', 'e'], { kind: 'figure-not-available' }, [
    'A figure that is not available is explained',
    'Gaps that are known and explained can be mended, and evaluators can tell which figures stand on fewer places.',
  ]),
  check('1.3', ['b', 'b', 'b'], { kind: 'half-pair' }, [
    'Both halves of a pair are given, and the people behind it',
    'A rate needs both of its counts, and the number of people decides whether it may be read or published at all.',
  ]),
  check('1.4', ['e', 'b', 'b'], { kind: 'setting-not-reported', reasonRecorded: false }, [
    'Every setting that takes part has signed off its report',
    'The figures of an authority are those of its settings together: one that is left out in silence changes every rate.',
  ]),
  check('1.5', ['n', 'e', 'e'], { kind: 'setting-not-reported', reasonRecorded: true }, [
    'A setting that gives no report, for a reason on record, is explained',
    'A reason makes the gap honest; saying what it leaves out keeps the figures comparable.',
  ]),
]
