/** Reference edition 1. Clause 4, Consistent. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const consistent: Check[] = [
  check('4.1', ['b', 'b', 'b'], { kind: 'numerator-over-denominator' }, [
    'A part is not more than the whole it is counted among',
    'A proportion above 100% is certainly wrong.',
  ]),
  check('4.2', ['b', 'b', 'b'], { kind: 'breakdown-total', choice: 'single' }, [
    'Categories where each is counted once add up to their total',
    'Each person or session stands in exactly one category, Unknown included, so a filled breakdown is the total.',
  ]),
  check('4.3', ['e', 'b', 'b'], { kind: 'breakdown-total', choice: 'multiple' }, [
    'Categories that may overlap are each at most the total, and together at least',
    'Someone may stand in several categories but not in none, and no category holds more than everyone.',
  ]),
  check('4.4', ['b', 'b', 'b'], { kind: 'attendance-pupils' }, [
    'Severely absent pupils are among the persistently absent, and those among all pupils',
    'Severe absence (half of sessions or more) is by its definition also persistent (a tenth or more).',
  ]),
  check('4.5', ['b', 'b', 'b'], { kind: 'absence-reasons', side: 'more' }, [
    'Reasons for absence do not come to more than all absence',
    'Every absence has one reason, authorised or unauthorised: more reasons than absences are certainly wrong.',
  ]),
  check('4.6', ['n', 'n', 'e'], { kind: 'absence-reasons', side: 'less' }, [
    'Reasons for absence account for all absence',
    'Small shortfalls occur in published official figures, so this asks and does not block.',
  ]),
  check('4.7', ['b', 'b', 'b'], { kind: 'attendance-sessions' }, [
    'Sessions attended are not more than sessions possible',
    'Possible sessions are those attended and those missed: more attended than possible cannot be.',
  ]),
  check('4.8', ['e', 'e', 'b'], { kind: 'identity', of: 'exact' }, [
    'Figures that must balance do balance',
    'A caseload that does not balance from start to end has lost or gained people on paper.',
  ]),
  check('4.9', ['b', 'b', 'b'], { kind: 'identity', of: 'bound' }, [
    'No figure is more than the figures that bound it allow',
    'People counted once, responses and matched pairs have limits that no real change can cross.',
  ]),
  check('4.10', ['e', 'e', 'e'], { kind: 'identity', of: 'range' }, [
    'Two figures that go together keep within their expected range',
    'Hours a session far from the usual are mostly minutes typed as hours, or figures for different sessions.',
  ]),
  check('4.11', ['e', 'e', 'e'], { kind: 'identity', of: 'together' }, [
    'Where there is activity there are people, and where there are people activity',
    'One without the other is mostly a figure left out or a period mixed up.',
  ]),
  check('4.12', ['e', 'e', 'e'], { kind: 'identity', of: 'agreement' }, [
    'A figure the authority keeps agrees with its settings together',
    'Two counts of the same thing that differ show that one of them leaves somebody out.',
  ]),
]
