/** Reference edition 1. Clause 2, On time. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const onTime: Check[] = [
  check('2.1', ['n', 'e', 'e'], { kind: 'submitted-late' }, [
    'The return is submitted by 23:59 London time on its due date',
    'A figure that comes late holds up the quarter for everybody it is added to.',
  ]),
  check('2.2', ['e', 'e', 'e'], { kind: 'changed-since-accepted' }, [
    'A figure that was accepted and is changed afterwards is explained',
    'Others may have used the figure already: they need to know what changed, and why.',
  ]),
]
