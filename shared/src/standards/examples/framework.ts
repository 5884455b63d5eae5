/** An invented third programme, XYZ, for worked examples: the standard knows no programme. */
import type { Identity } from '../../framework/identities.ts'
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import { byTheme, bySex, category, define, single } from './define.ts'
import { measuredDefinitions } from './framework-measured.ts'

const definitions = [
  define({
    indicator: 'XYZ-OP1',
    label: 'Young people who started',
    measure: 'count',
    disaggregations: [bySex(), byTheme()],
  }),
  define({
    indicator: 'XYZ-OP2',
    label: 'Take-up of sessions',
    measure: 'proportion',
    overTime: 'ratio',
    parts: { numerator: 'Sessions attended', denominator: 'Sessions offered' },
    disaggregations: [
      single({
        dimension: 'mode',
        label: 'Mode',
        categories: [category('one-to-one', 'One-to-one'), category('group', 'Group')],
      }),
    ],
  }),
  define({
    indicator: 'XYZ-OP3',
    label: 'Contact hours',
    measure: 'hours',
    bounds: { minimum: 0, maximum: 5_000, decimals: 2 },
  }),
  define({
    indicator: 'XYZ-OP4',
    label: 'Young people active at the start',
    measure: 'count',
    derivation: { kind: 'carried', from: 'XYZ-OP7' },
  }),
  define({
    indicator: 'XYZ-OP5',
    label: 'Young people who left',
    measure: 'count',
    parts: { value: 'Young people' },
  }),
  define({ indicator: 'XYZ-OP6', label: 'Young people this year, each counted once', measure: 'count' }),
  define({ indicator: 'XYZ-OP7', label: 'Young people active at the end', measure: 'count' }),
  define({ indicator: 'XYZ-OP8', label: 'Young people at settings', measure: 'count' }),
  define({
    indicator: 'XYZ-OC1',
    label: 'Mean confidence score',
    measure: 'mean',
    parts: { numerator: 'Sum of scores', denominator: 'Answers' },
    bounds: { minimum: 1, maximum: 5, decimals: 0 },
  }),
  define({
    indicator: 'XYZ-OC2',
    label: 'Attendance',
    measure: 'proportion',
    parts: { numerator: 'Sessions attended', denominator: 'Sessions possible', people: 'Pupils' },
    collectedFrom: 'setting',
    people: 'beside',
    derivation: { kind: 'attendance', cohort: 'mentored', numerator: 'attended', denominator: 'possible' },
  }),
  define({
    indicator: 'XYZ-OC3',
    label: 'Persistently absent',
    measure: 'proportion',
    collectedFrom: 'setting',
    derivation: { kind: 'attendance', cohort: 'whole', numerator: 'persistent', denominator: 'enrolments' },
  }),
  define({
    indicator: 'XYZ-OC4',
    label: 'Settings above their baseline',
    measure: 'proportion',
    collectedFrom: 'derived',
    derivation: { kind: 'settings-above-baseline', of: 'XYZ-OC2' },
  }),
  define({
    indicator: 'XYZ-OC5',
    label: 'Young people with a plan',
    measure: 'proportion',
    parts: { numerator: 'With a plan', denominator: 'Assessed' },
    collectedFrom: 'setting',
  }),
  define({
    indicator: 'XYZ-OC6',
    label: 'Young people with a plan that was reviewed',
    measure: 'proportion',
    parts: { numerator: 'With a reviewed plan', denominator: 'Assessed' },
    collectedFrom: 'setting',
  }),
  define({
    indicator: 'XYZ-OC7',
    label: 'Young people at the setting',
    measure: 'count',
    collectedFrom: 'setting',
  }),
  define({
    indicator: 'XYZ-OC8',
    label: 'Changed practice',
    measure: 'proportion',
    parts: { numerator: 'Changed', denominator: 'Followed up', people: 'Staff followed up' },
    people: 'beside',
    disaggregations: [byTheme()],
  }),
  define({
    indicator: 'XYZ-OC9',
    label: 'Severely absent',
    measure: 'proportion',
    collectedFrom: 'setting',
    derivation: { kind: 'attendance', cohort: 'whole', numerator: 'severe', denominator: 'enrolments' },
  }),
  ...measuredDefinitions,
  define({ indicator: 'XYZ-TX1', label: 'What worked', measure: 'text', kind: 'text' }),
]

/** Every definition of the invented programme, in asked order. */
export const exampleDefinitions: readonly IndicatorDefinition[] = definitions

const term = (indicator: string, terms: Partial<Identity['left'][number]> = {}) =>
  ({ times: 1, indicator, part: 'value', at: 'this', over: 'authority', ...terms }) as const

const identity = (
  given: Pick<Identity, 'id' | 'kind' | 'left' | 'right' | 'statement' | 'fix'> & Partial<Identity>,
): Identity => ({
  programme: 'XYZ',
  low: null,
  high: null,
  within: 'always',
  askedFrom: 'light',
  effectiveFrom: 'FY2023-24-Q1',
  ...given,
})

/** One identity of each kind, and the bounds over a year. */
export const exampleIdentities = {
  caseload: identity({
    id: 'XYZ-caseload',
    kind: 'exact',
    left: [term('XYZ-OP7')],
    right: [term('XYZ-OP4'), term('XYZ-OP1'), term('XYZ-OP5', { times: -1 })],
    statement: 'Active at the end is active at the start plus started, less left.',
    fix: 'Check the four figures.',
  }),
  neverFalls: identity({
    id: 'XYZ-never-falls',
    kind: 'bound',
    left: [term('XYZ-OP6', { at: 'last' })],
    right: [term('XYZ-OP6')],
    within: 'later-in-year',
    statement: 'Young people this year are at least as many as last period.',
    fix: 'Count from the start of the year.',
  }),
  yearToDate: identity({
    id: 'XYZ-year-to-date',
    kind: 'bound',
    left: [term('XYZ-OP6')],
    right: [term('XYZ-OP4', { at: 'year-first' }), term('XYZ-OP1', { at: 'year-to-date' })],
    statement: 'Young people this year are at most those active at its start plus all who started.',
    fix: 'Count each young person once.',
  }),
  hoursPerSession: identity({
    id: 'XYZ-hours-per-session',
    kind: 'range',
    left: [term('XYZ-OP3')],
    right: [term('XYZ-OP2', { part: 'numerator' })],
    low: 0.25,
    high: 4,
    statement: 'Contact hours come to between a quarter of an hour and four hours a session attended.',
    fix: 'Check that hours are hours, not minutes.',
  }),
  together: identity({
    id: 'XYZ-together',
    kind: 'together',
    left: [term('XYZ-OP2', { part: 'numerator' })],
    right: [term('XYZ-OP6')],
    statement: 'Where sessions were attended there are young people, and the other way round.',
    fix: 'Check which of the two is left out.',
  }),
  agreement: identity({
    id: 'XYZ-agreement',
    kind: 'agreement',
    left: [term('XYZ-OP8')],
    right: [term('XYZ-OC7', { over: 'settings' })],
    statement: 'Young people at settings are those of the settings together.',
    fix: 'Check the count with the settings.',
  }),
  beforeAfter: identity({
    id: 'XYZ-wellbeing-measured-alike',
    kind: 'before-after',
    left: [term('XYZ-OC11', { part: 'numerator' })],
    right: [term('XYZ-OC12', { part: 'numerator' })],
    statement: 'Wellbeing before and after is measured in the same way.',
    fix: 'Leave out whoever was measured in another way.',
  }),
  nested: identity({
    id: 'XYZ-reviewed-inside-planned',
    kind: 'nested',
    left: [term('XYZ-OC6', { part: 'numerator', over: 'settings' })],
    right: [term('XYZ-OC5', { part: 'numerator', over: 'settings' })],
    statement: 'Plans that were reviewed are among the plans.',
    fix: 'Check both counts.',
  }),
}
