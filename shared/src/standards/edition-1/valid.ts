/** Reference edition 1. Clause 3, Valid. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const valid: Check[] = [
  check('3.1', ['b', 'b', 'b'], { kind: 'not-a-whole-count' }, [
    'A count is a whole number, 0 or more',
    'People, sessions and schools are counted one by one. A part of one is a rate or a slip typed as a count.',
  ]),
  check('3.2', ['b', 'b', 'b'], { kind: 'outside-definition' }, [
    'A value lies within what its definition allows',
    'A score above its scale, or hours below nothing, cannot be true whatever happened in the period.',
  ]),
  check('3.3', ['b', 'b', 'b'], { kind: 'unknown-category' }, [
    'A category belongs to the vocabulary of its breakdown',
    'Boroughs can be added together only when all use the same categories.',
  ]),
  check('3.4', ['b', 'b', 'b'], { kind: 'zero-denominator' }, [
    'A count above zero is not set against zero',
    'Nobody can be counted out of nobody. 0 of 0 is a fact, and is shown without a rate.',
  ]),
  check('3.5', ['n', 'e', 'e'], { kind: 'unchanged-after-redefinition' }, [
    'A figure whose definition changed is counted anew',
    'The same figure under a new definition often means that the old way of counting went on.',
  ]),
  check('3.6', ['b', 'b', 'b'], { kind: 'unreadable-entry' }, [
    'What was typed can be read as a figure',
    'What cannot be read is kept as it was typed. It is never guessed, and never becomes 0.',
  ]),
]
