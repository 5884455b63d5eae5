/** Reference edition 1. Clause 7, Broken down. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const brokenDown: Check[] = [
  check('7.1', ['e', 'b', 'b'], { kind: 'breakdown-incomplete' }, [
    'A breakdown that is asked is given in full',
    'A breakdown with gaps hides who is left out. Unknown is a category; a blank is not.',
  ]),
  check(
    '7.2',
    ['n', 'e', 'e'],
    { kind: 'unknown-share', category: 'unknown', most: { light: 0.2, standard: 0.2, enhanced: 0.1 } },
    [
      'Unknown is a small part of a breakdown',
      'Where many are unknown, the known ones may not speak for the rest.',
    ],
  ),
  check('7.3', ['n', 'n', 'e'], { kind: 'group-differs', level: 0.01, people: 6 }, [
    "One group's outcome does not differ from the rest by more than chance allows",
    'A difference asks for a look and a plan, not for blame.',
  ]),
]
