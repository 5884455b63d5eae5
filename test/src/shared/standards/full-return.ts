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
  evidenced,
  exampleInput,
  figure,
  grantOf,
  pair,
  signedBy,
  value,
} from '@inclusion/shared/standards/examples/worked-example'

const measuredBy = { instrument: 'SDQ', informant: 'Class teacher', window: 'Autumn term' }

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
  'XYZ-OC8:theme:arts': pair(3, 5),
  'XYZ-OC8:theme:sport': pair(3, 5),
  'XYZ-OP9': value(12),
  'XYZ-OP9:sex:female': value(6),
  'XYZ-OP9:sex:male': value(5),
  'XYZ-OP9:sex:unknown': value(1),
  'XYZ-OP9:theme:arts': value(7),
  'XYZ-OP9:theme:sport': value(8),
  'XYZ-OC10': evidenced([24, 31], {
    source: 'School rolls',
    followUpWeeks: '8',
    asked: '40',
    answered: '31',
  }),
  'XYZ-OC10:sex:female': pair(11, 15),
  'XYZ-OC10:sex:male': pair(12, 15),
  'XYZ-OC10:sex:unknown': pair(1, 1),
  'XYZ-OC11': evidenced([180, 10], measuredBy),
  'XYZ-OC12': evidenced([160, 10], measuredBy),
  'XYZ-OC13': pair(3, 30),
  'XYZ-FI1': value(1_250_000),
  'XYZ-FI1:lines:existing': value(250_000),
  'XYZ-FI1:lines:new': value(1_000_000),
  'XYZ-FI2': value(4_900_000),
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
    'XYZ-OC13': pair(4, 28),
    'XYZ-FI1': value(1_210_000),
  }),
  accepted('FY2025-26-Q1', {
    'XYZ-OP7': value(14),
    'XYZ-OP6': value(15),
    'XYZ-OP1': value(5),
    'XYZ-OP4': value(10),
    'XYZ-OC13': pair(5, 20),
    'XYZ-FI1': value(1_180_000),
  }),
]

/** A profile for everything with a direction, each of which the return keeps to. */
const planned = {
  ...Object.fromEntries(
    exampleDefinitions.filter(({ polarity }) => polarity !== 'none').map(({ indicator }) => [indicator, 0]),
  ),
  'XYZ-OP1': 26,
  'XYZ-OP2': 0.75,
  'XYZ-OC13': 0.2,
  'XYZ-FI1': 3_700_000,
}

export const fullReturn: CheckInput = {
  ...exampleInput({
    settings: [ash(), birch()],
    attendance,
    history,
    identities: Object.values(exampleIdentities),
    signing: signedBy(),
    grant: grantOf(),
    learning: { isTrial: true, lastOn: '2025-12-09' },
    baselines: [{ indicator: 'XYZ-OC13', urn: null, value: null, numerator: 40, denominator: 100 }],
    profiles: { 'FY2025-26-Q3': planned, 'FY2025-26-Q4': { 'XYZ-OP1': 35 } },
  }),
  asked: [...exampleDefinitions],
  figures: deriveFigures(exampleDefinitions, {
    periodId: 'FY2025-26-Q3',
    figures: typed,
    attendance,
    history,
    baselines: [],
    seriesFrom: {},
  }),
}
