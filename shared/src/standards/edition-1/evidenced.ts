/** Reference edition 1. Clause 8, Evidenced. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const evidenced: Check[] = [
  check('8.1', ['e', 'b', 'b'], { kind: 'evidence-missing', fields: ['source'] }, [
    'An outcome says where its figures come from',
    'A figure without a source cannot be checked, compared or published.',
  ]),
  check('8.2', ['n', 'e', 'e'], { kind: 'survey-thin', rate: 0.3, answers: 10 }, [
    'A survey has at least 10 answers and a response rate of 30%',
    'Few answers describe those who answered and no others.',
  ]),
  check('8.3', ['e', 'e', 'e'], { kind: 'follow-up-soon', weeks: 6 }, [
    'A follow-up comes at least 6 weeks after the training',
    'Sooner than that, people report what they intend, not what they do.',
  ]),
  check(
    '8.4',
    ['n', 'n', 'e'],
    {
      kind: 'claim-without-comparison',
      claims: ['directly', 'due to', 'as a result of', 'caused'],
      comparisons: [
        'compared with',
        'compared to',
        'in comparison',
        'comparison group',
        'control group',
        'similar pupils who',
        'similar schools that',
      ],
    },
    [
      'A text that names a cause says what it was compared with',
      'What came after is not always what came of it: a claim is only as strong as its comparison.',
    ],
  ),
]
