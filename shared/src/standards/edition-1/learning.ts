/** Reference edition 1. Clause 11, Learning. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const learning: Check[] = [
  check('11.1', ['n', 'e', 'e'], { kind: 'no-learning-recorded', periods: 2 }, [
    'A trial has a meeting or a learning note on record in the last two periods',
    'What a trial is for is what is learned from it (PCD 1769).',
  ]),
]
