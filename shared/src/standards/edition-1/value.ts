/** Reference edition 1. Clause 12, Value. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const value: Check[] = [
  check('12.1', ['b', 'b', 'b'], { kind: 'overspent' }, [
    'Spend to date is not more than the award',
    'The grant cannot pay for more than was awarded.',
  ]),
  check('12.2', ['e', 'e', 'e'], { kind: 'spend-off-profile', points: 0.1, underspend: 0.1 }, [
    'Spend keeps within 10 points of its profile, and the outturn within 10% of the award',
    'Money that will not be spent can be put to use elsewhere while there is time.',
  ]),
  check('12.3', ['n', 'e', 'e'], { kind: 'spend-and-delivery-apart', points: 0.25 }, [
    'Spend and delivery go together',
    'Money spent well ahead of what is delivered, or behind it, is a question for both sides.',
  ]),
  check('12.4', ['n', 'e', 'e'], { kind: 'money-lines-differ' }, [
    'The lines of a money table add up to the total stated beside them',
    'Sums are copied by hand: PCD 1610 itself states £1,640,600 over lines that come to £1,604,600.',
  ]),
]
