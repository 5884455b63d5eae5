/**
 * What must hold between the figures of the Inclusion CPD Grants. That schools taking part are at most
 * those targeted is not a row: the measure is a proportion (check 4.1), and one cause makes one finding.
 */
import type { Identity } from '@inclusion/shared/framework/identities'
import { term } from './identity-terms.ts'

const common = {
  programme: 'CPD',
  low: null,
  high: null,
  within: 'always',
  askedFrom: 'light',
  effectiveFrom: 'FY2025-26-Q2',
} as const

export const trainingIdentities: Identity[] = [
  {
    ...common,
    id: 'CPD-staff-never-falls',
    kind: 'bound',
    left: [term('CPD-OP4', 'last')],
    right: [term('CPD-OP4')],
    statement: 'Staff who took part is at least the figure of last period.',
    fix: 'Count from the start of the grant to the end of this period, not this period alone.',
  },
  {
    ...common,
    id: 'CPD-staff-at-most-attendances',
    kind: 'bound',
    left: [term('CPD-OP4')],
    right: [term('CPD-OP4', 'last'), term('CPD-OP3')],
    statement: "Staff who took part is at most last period's figure plus the attendances of this period.",
    fix: 'Count each person once, and check the attendances.',
  },
  {
    ...common,
    id: 'CPD-responses-agree',
    kind: 'exact',
    left: [term('CPD-OC1.denominator')],
    right: [term('CPD-OC1R.numerator')],
    statement: 'Responses that rate usefulness are the responses of the response rate.',
    fix: 'Give the same number of responses in both figures.',
  },
  {
    ...common,
    id: 'CPD-responses-at-most-attendances',
    kind: 'bound',
    left: [term('CPD-OC1R.numerator')],
    right: [term('CPD-OP3')],
    statement: 'Responses are at most the staff attendances of the period.',
    fix: 'Count one response an attendance, and only about sessions of this period.',
  },
  {
    ...common,
    id: 'CPD-pairs-at-most-attendances',
    kind: 'bound',
    left: [term('CPD-OC2.denominator')],
    // A survey may close in the period after the training it asks about.
    right: [term('CPD-OP3', 'grant-to-date')],
    statement: 'Matched pairs are at most the staff attendances since the grant began.',
    fix: 'Count only staff who answered both before and after.',
  },
  {
    ...common,
    id: 'CPD-confidence-pairs',
    kind: 'exact',
    left: [term('CPD-OC2a.denominator')],
    right: [term('CPD-OC2b.denominator')],
    askedFrom: 'standard',
    statement: 'Mean confidence before and after have the same number of matched pairs.',
    fix: 'Leave out of both everyone who answered only once.',
  },
  {
    ...common,
    id: 'CPD-hours-per-session',
    kind: 'range',
    left: [term('CPD-OP2')],
    right: [term('CPD-OP1')],
    low: 0.25,
    high: 8,
    statement: 'Hours of CPD come to between a quarter of an hour and eight hours a session.',
    fix: 'Check that hours are hours, not minutes, and are not multiplied by the people who came.',
  },
  {
    ...common,
    id: 'CPD-schools-agree',
    kind: 'exact',
    left: [term('CPD-OC4.denominator')],
    right: [term('CPD-OP5.numerator')],
    askedFrom: 'standard',
    statement: 'Schools taking part is the same number in both figures.',
    fix: 'Give the schools taking part since the grant began in both figures.',
  },
  {
    ...common,
    id: 'CPD-sessions-and-staff',
    kind: 'together',
    left: [term('CPD-OP1')],
    right: [term('CPD-OP3')],
    statement: 'Where sessions were delivered staff attended, and the other way round.',
    fix: 'Check which of the two figures is missing, or explain.',
  },
  {
    ...common,
    id: 'CPD-confidence-measured-alike',
    kind: 'before-after',
    left: [term('CPD-OC2a.numerator')],
    right: [term('CPD-OC2b.numerator')],
    askedFrom: 'standard',
    statement: 'Confidence before and after the training is measured in the same way.',
    fix: 'Leave out of both everyone who was asked in another way, and give the same evidence for both.',
  },
]
