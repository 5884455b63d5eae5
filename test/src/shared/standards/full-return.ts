/** A return of the invented programme that answers everything and breaks nothing. */
import { deriveFigures } from '@inclusion/shared/derive'
import type { Figures } from '@inclusion/shared/figures'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { exampleDefinitions, exampleIdentities } from '@inclusion/shared/standards/examples/framework'
import {
  accepted,
  ash,
  ashAttendance,
  birch,
  exampleInput,
  figure,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'

const typed: Figures = {
  'XYZ-OP1': value(12),
  'XYZ-OP1:sex:female': value(6),
  'XYZ-OP1:sex:male': value(5),
  'XYZ-OP1:sex:unknown': value(1),
  'XYZ-OP1:theme:arts': value(9),
  'XYZ-OP1:theme:sport': value(9),
  'XYZ-OP2': pair(30, 40),
  'XYZ-OP2:mode:one-to-one': pair(20, 25),
  'XYZ-OP2:mode:group': pair(10, 15),
  'XYZ-OP3': value(30.25),
  'XYZ-OP5': value(2),
  'XYZ-OP6': value(30),
  'XYZ-OP7': value(30),
  'XYZ-OP8': value(10),
  'XYZ-OC1': pair(37, 10),
  'XYZ-OC5@100001': pair(4, 9),
  'XYZ-OC5@100002': pair(0, 0),
  'XYZ-OC6@100001': pair(3, 9),
  'XYZ-OC6@100002': pair(0, 0),
  'XYZ-OC7@100001': value(6),
  'XYZ-OC7@100002': value(4),
  'XYZ-OC8': figure({ numerator: 5, denominator: 8, people: 8 }),
  'XYZ-FI1': value(1_234_50),
  'XYZ-TX1': figure({ text: 'Starting early in the term.' }),
}

const attendance = ['100001', '100002'].flatMap((urn) => [
  ashAttendance({ possible: 100, attended: 60, authorised: 30, unauthorised: 10 }, { urn, enrolments: 5 }),
  ashAttendance(null, { urn, cohort: 'whole', enrolments: 40, persistent: 20, severe: 8 }),
  ashAttendance({ possible: 100, attended: 50 }, { urn, cohort: 'baseline' }),
])

const history = [
  accepted('FY2025-26-Q2', {
    'XYZ-OP7': value(20),
    'XYZ-OP6': value(24),
    'XYZ-OP1': value(9),
    'XYZ-OP4': value(14),
  }),
  accepted('FY2025-26-Q1', {
    'XYZ-OP7': value(14),
    'XYZ-OP6': value(15),
    'XYZ-OP1': value(5),
    'XYZ-OP4': value(10),
  }),
]

export const fullReturn: CheckInput = {
  ...exampleInput({
    settings: [ash(), birch()],
    attendance,
    history,
    identities: Object.values(exampleIdentities),
    signing: {
      sentBy: 'amina',
      certifier: 'ben',
      declared: true,
      changedSinceSent: [],
      submittedOn: '2026-01-20',
      dueOn: '2026-01-31',
    },
  }),
  asked: [...exampleDefinitions],
  figures: deriveFigures(exampleDefinitions, {
    periodId: 'FY2025-26-Q3',
    figures: typed,
    attendance,
    history,
    baselines: [],
  }),
}
