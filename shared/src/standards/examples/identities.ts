/** Worked examples of the identities in clause 4 (4.8 to 4.12). */
import { exampleIdentities } from './framework.ts'
import { accepted, ash, birch, block, examplesOf, explain, figure, pair, value } from './worked-example.ts'

const { caseload, neverFalls, yearToDate, hoursPerSession, together, agreement } = exampleIdentities

const balance = ([start, started, left, end]: [number, number, number, number]) => ({
  'XYZ-OP4': value(start),
  'XYZ-OP1': value(started),
  'XYZ-OP5': value(left),
  'XYZ-OP7': value(end),
})
const caseloadAsked = { asked: ['OP1', 'OP4', 'OP5', 'OP7'], identities: [caseload] }

/** Young people this year (OP6), active at the start (OP4) and started (OP1). */
const yearFigures = ([counted, start, started]: [number, number, number]) => ({
  'XYZ-OP6': value(counted),
  'XYZ-OP4': value(start),
  'XYZ-OP1': value(started),
})
const yearAsked = { asked: ['OP1', 'OP4', 'OP6'], identities: [neverFalls, yearToDate] }
const firstQuarter = accepted('FY2025-26-Q1', yearFigures([14, 10, 4]))
const secondQuarter = accepted('FY2025-26-Q2', yearFigures([19, 12, 5]))
const lateQuarter = accepted('FY2025-26-Q2', yearFigures([40, 10, 10]))

const balances = examplesOf('4.8', [
  {
    shows: 'fires',
    title: 'A caseload that does not balance',
    given: { ...caseloadAsked, figures: balance([10, 5, 2, 12]) },
    expected: [
      explain(
        'XYZ-OP7',
        'This should be so, and is not: active at the end is active at the start plus started, less left. ' +
          'Young people active at the end: 12; young people active at the start (10) plus young people who started (5) less young people who left (2): 13.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'A caseload that balances',
    given: { ...caseloadAsked, figures: balance([10, 5, 2, 13]) },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'A term that is not available leaves it unjudged',
    given: {
      ...caseloadAsked,
      figures: { ...balance([10, 5, 2, 12]), 'XYZ-OP5': figure({ missing: 'z' }) },
    },
    expected: [],
  },
])

const bounds = examplesOf('4.9', [
  {
    shows: 'fires',
    title: 'Fewer young people this year than there were last period',
    given: { ...yearAsked, figures: yearFigures([18, 13, 3]), history: [secondQuarter, firstQuarter] },
    expected: [
      block(
        'XYZ-OP6',
        'This should be so, and is not: young people this year are at least as many as last period. ' +
          'Young people this year, each counted once last period: 19; young people this year, each counted once: 18.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'More young people than the year has brought',
    given: { ...yearAsked, figures: yearFigures([23, 13, 3]), history: [secondQuarter, firstQuarter] },
    expected: [
      block(
        'XYZ-OP6',
        'This should be so, and is not: young people this year are at most those active at its start plus all who started. ' +
          "Young people this year, each counted once: 23; young people active at the start in the year's first period (10) plus young people " +
          'who started, year to date (12): 22.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'As many as the year has brought, and more than last period',
    given: { ...yearAsked, figures: yearFigures([22, 13, 3]), history: [secondQuarter, firstQuarter] },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'In the first quarter the count may fall: a new year begins',
    given: {
      ...yearAsked,
      periodId: 'FY2025-26-Q1',
      figures: yearFigures([14, 10, 4]),
      history: [accepted('FY2024-25-Q4', yearFigures([40, 9, 3]))],
    },
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'A quarter of this year is not accepted yet, so the year is not on record',
    given: { ...yearAsked, figures: yearFigures([23, 13, 3]), history: [firstQuarter] },
    expected: [],
  },
  {
    shows: 'no-history',
    title: "The year's first quarter is not accepted, so those who came in it are not on record",
    given: { ...yearAsked, figures: yearFigures([50, 12, 10]), history: [lateQuarter] },
    expected: [],
  },
])

const sessionsAsked = { asked: ['OP3', 'OP2'], identities: [hoursPerSession] }

const ranges = examplesOf('4.10', [
  {
    shows: 'fires',
    title: 'Minutes typed as hours',
    given: { ...sessionsAsked, figures: { 'XYZ-OP3': value(600), 'XYZ-OP2': pair(10, 12) } },
    expected: [
      explain(
        'XYZ-OP3',
        'This should be so, and is not: contact hours come to between a quarter of an hour and four hours a session attended. Contact hours: 600; sessions attended: 10.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'An hour a session',
    given: { ...sessionsAsked, figures: { 'XYZ-OP3': value(10), 'XYZ-OP2': pair(10, 12) } },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Exactly four hours a session',
    given: { ...sessionsAsked, figures: { 'XYZ-OP3': value(40), 'XYZ-OP2': pair(10, 12) } },
    expected: [],
  },
])

const activityAsked = { asked: ['OP2', 'OP6'], identities: [together] }

const activity = examplesOf('4.11', [
  {
    shows: 'fires',
    title: 'Sessions without young people',
    given: { ...activityAsked, figures: { 'XYZ-OP2': pair(10, 12), 'XYZ-OP6': value(0) } },
    expected: [
      explain(
        'XYZ-OP2',
        'This should be so, and is not: where sessions were attended there are young people, and the other way round. Sessions attended: 10; young people this year, each counted once: 0.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'Sessions and young people',
    given: { ...activityAsked, figures: { 'XYZ-OP2': pair(10, 12), 'XYZ-OP6': value(3) } },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Neither sessions nor young people',
    given: { ...activityAsked, figures: { 'XYZ-OP2': pair(0, 12), 'XYZ-OP6': value(0) } },
    expected: [],
  },
])

const settingsAsked = { asked: ['OP8', 'OC7'], identities: [agreement] }

const agreements = examplesOf('4.12', [
  {
    shows: 'fires',
    title: 'The authority counts two more than its settings',
    given: {
      ...settingsAsked,
      settings: [ash(), birch()],
      figures: { 'XYZ-OP8': value(12), 'XYZ-OC7@100001': value(6), 'XYZ-OC7@100002': value(4) },
    },
    expected: [
      explain(
        'XYZ-OP8',
        'This should be so, and is not: young people at settings are those of the settings together. Young people at settings: 12; young people at the setting, settings together: 10.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'Both counts agree',
    given: {
      ...settingsAsked,
      settings: [ash(), birch()],
      figures: { 'XYZ-OP8': value(10), 'XYZ-OC7@100001': value(6), 'XYZ-OC7@100002': value(4) },
    },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Not applicable in one setting adds nothing',
    given: {
      ...settingsAsked,
      settings: [ash(), birch()],
      figures: {
        'XYZ-OP8': value(6),
        'XYZ-OC7@100001': value(6),
        'XYZ-OC7@100002': figure({ missing: 'z' }),
      },
    },
    expected: [],
  },
])

export const identityExamples = [...balances, ...bounds, ...ranges, ...activity, ...agreements]
