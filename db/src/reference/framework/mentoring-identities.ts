/**
 * What must hold between the figures of AP/PRU Mentoring. That sessions attended are at most those offered
 * is not a row: the measure is a proportion (check 4.1), and one cause makes one finding.
 */
import type { Identity } from '@inclusion/shared/framework/identities'
import { ofSettings, term } from './identity-terms.ts'

const common = {
  programme: 'APM',
  low: null,
  high: null,
  within: 'always',
  askedFrom: 'light',
  effectiveFrom: 'FY2022-23-Q1',
} as const

export const mentoringIdentities: Identity[] = [
  {
    ...common,
    id: 'APM-caseload',
    kind: 'exact',
    left: [term('APM-OP5')],
    right: [term('APM-OP0'), term('APM-OP2'), term('APM-OP3', 'this', -1), term('APM-OP4', 'this', -1)],
    statement:
      'Young people active at the end is active at the start, plus started, less completed and left early.',
    fix: 'Check the four figures against your mentoring record, or explain the difference.',
  },
  {
    ...common,
    id: 'APM-mentored-at-least-first',
    kind: 'bound',
    left: [term('APM-OP0', 'year-first'), term('APM-OP2', 'year-first')],
    right: [term('APM-OP9')],
    statement:
      "Young people mentored this year is at least those active at the start and started in the year's first reported period.",
    fix: 'Count everyone with a session since 1 April once, those active on 1 April included.',
  },
  {
    ...common,
    id: 'APM-mentored-never-falls',
    kind: 'bound',
    left: [term('APM-OP9', 'last')],
    right: [term('APM-OP9')],
    within: 'later-in-year',
    statement: 'Young people mentored this year is at least the figure of last period.',
    fix: 'Count from 1 April to the end of this period, not this period alone.',
  },
  {
    ...common,
    id: 'APM-mentored-at-most-starts',
    kind: 'bound',
    left: [term('APM-OP9')],
    right: [term('APM-OP0', 'year-first'), term('APM-OP2', 'year-to-date')],
    statement:
      'Young people mentored this year is at most those active at the start of the year plus everyone who has started since.',
    fix: 'Count each young person once, and check the starts of this year.',
  },
  {
    ...common,
    id: 'APM-hours-per-session',
    kind: 'range',
    left: [term('APM-OP7')],
    right: [term('APM-OP6.numerator')],
    low: 0.25,
    high: 4,
    askedFrom: 'standard',
    statement: 'Mentor contact hours come to between a quarter of an hour and four hours a session attended.',
    fix: 'Check that hours are hours, not minutes, and that both figures cover the same sessions.',
  },
  {
    ...common,
    id: 'APM-severe-inside-persistent',
    kind: 'nested',
    left: [ofSettings('APM-OC3b.numerator')],
    right: [ofSettings('APM-OC3a.numerator')],
    askedFrom: 'standard',
    statement: 'Severely absent pupils are among the persistently absent.',
    fix: 'Count pupils who missed half or more of their sessions in both figures.',
  },
  {
    ...common,
    id: 'APM-sessions-and-young-people',
    kind: 'together',
    left: [term('APM-OP6.numerator')],
    right: [term('APM-OP9')],
    statement: 'Where sessions were attended young people were mentored, and the other way round.',
    fix: 'Check which of the two figures is missing, or explain.',
  },
  {
    ...common,
    id: 'APM-settings-and-young-people',
    kind: 'agreement',
    left: [ofSettings('APM-OC7.denominator')],
    right: [term('APM-OP9')],
    askedFrom: 'standard',
    statement: "The settings' young people mentored this year come together to the figure of the borough.",
    fix: 'Check both with the settings. Young people in no setting, or in two, explain a difference.',
  },
  {
    ...common,
    id: 'APM-wellbeing-pairs',
    kind: 'exact',
    left: [term('APM-OC9a.denominator')],
    right: [term('APM-OC9b.denominator')],
    askedFrom: 'enhanced',
    statement: 'Wellbeing before and after have the same number of matched pairs.',
    fix: 'Leave out of both everyone who was assessed only once.',
  },
  {
    ...common,
    id: 'APM-wellbeing-measured-alike',
    kind: 'before-after',
    left: [term('APM-OC9a.numerator')],
    right: [term('APM-OC9b.numerator')],
    askedFrom: 'enhanced',
    statement: 'Wellbeing before and after mentoring is measured in the same way.',
    fix: 'Leave out of both everyone who was assessed in another way, and give the same evidence for both.',
  },
]
