/**
 * Reference edition 1 of the VRU Monitoring Minimum Standards. The VRU's own text is not published: this
 * is a complete, replaceable rule set in its spirit (decision PCD 1769), named so wherever it is shown.
 * Clauses 2, 5 to 9, 11 and 12 are named; their checks are not written yet.
 */
import type { Check, CheckRule, Severity, Standard } from './check.ts'

const letters = { b: 'block', e: 'explain', n: 'note', '-': 'off' } satisfies Record<string, Severity>
type Letter = keyof typeof letters
type Tiers = readonly [light: Letter, standard: Letter, enhanced: Letter]

/** A row of the standard's table, with its severities as the table's letters: light, standard, enhanced. */
function check(
  code: string,
  [light, standard, enhanced]: Tiers,
  rule: CheckRule,
  [title, rationale]: [string, string],
): Check {
  const clause = code.split('.')[0]!
  const stage = clause === '10' ? 'signing' : 'filing'
  return {
    code,
    clause,
    stage,
    rule,
    severity: { light: letters[light], standard: letters[standard], enhanced: letters[enhanced] },
    title,
    rationale,
  }
}

const complete: Check[] = [
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

const valid: Check[] = [
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

const consistent: Check[] = [
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

const accountable: Check[] = [
  check('10.1', ['-', 'b', 'b'], { kind: 'certifier-is-sender' }, [
    'A person other than the sender certifies the return',
    'Two people stand behind a return. In the light tier the lead alone does, in proportion to the grant.',
  ]),
  check('10.2', ['b', 'b', 'b'], { kind: 'declaration-missing' }, [
    'The declaration is made',
    'Whoever submits a return says in their own name that it is right to the best of their knowledge.',
  ]),
  check('10.3', ['b', 'b', 'b'], { kind: 'changed-since-sent' }, [
    'Nothing has changed since the return was sent for sign-off',
    'A signature holds only for what the person who signs has been shown.',
  ]),
]

export const referenceEdition1: Standard = {
  id: 'reference-1',
  name: 'reference edition 1',
  clauses: [
    { number: '1', name: 'Complete' },
    { number: '2', name: 'On time' },
    { number: '3', name: 'Valid' },
    { number: '4', name: 'Consistent' },
    { number: '5', name: 'Plausible' },
    { number: '6', name: 'Measured' },
    { number: '7', name: 'Broken down' },
    { number: '8', name: 'Evidenced' },
    { number: '9', name: 'Private' },
    { number: '10', name: 'Accountable' },
    { number: '11', name: 'Learning' },
    { number: '12', name: 'Value' },
  ],
  checks: [...complete, ...valid, ...consistent, ...accountable],
}
