/** Inclusion CPD Grants: what staff say, know and do afterwards, and its context. */
import type { DefinitionDraft } from './define.ts'
import { multiple, vocabularies } from './vocabularies.ts'

const section = 'Outcomes'
const survey = 'A survey of participants. The same questions each time.'

/** What the outcomes have in common: a proportion of staff, added up before dividing. */
const staffProportion = {
  section,
  kind: 'outcome',
  measure: 'proportion',
  polarity: 'higher',
  overTime: 'ratio',
  overPlace: 'ratio',
  askedFrom: 'light',
  people: 'denominator',
} as const

export const trainingOutcomes: DefinitionDraft[] = [
  {
    ...staffProportion,
    indicator: 'CPD-OC1',
    label: 'Rated useful',
    parts: { numerator: 'Rated 4 or 5 of 5', denominator: 'Responses' },
    hint: 'Responses that rate the session 4 or 5 of 5, of all responses about sessions in the period.',
    evidenceAsked: ['source', 'asked', 'answered'],
    referenceSheet: {
      purpose: 'The first level of evidence: whether participants found it worth their time.',
      counts: 'Responses of 4 or 5 on a scale of 1 to 5 for usefulness, of all responses.',
      source: survey,
      limits:
        'Useful is not yet used. Read it with the response rate: those who answer may differ from those who do not.',
    },
  },
  {
    ...staffProportion,
    indicator: 'CPD-OC1R',
    label: 'Response rate',
    parts: { numerator: 'Responses', denominator: 'Attendances' },
    hint: 'Responses to the survey, of attendances at the sessions it asks about.',
    people: 'none',
    evidenceAsked: ['source'],
    referenceSheet: {
      purpose: 'Says how far the survey speaks for those who came.',
      counts: 'Responses received about sessions in the period, of attendances at them.',
      source: survey,
      limits: 'Under 30%, the ratings describe those who answered and no others.',
    },
  },
  {
    ...staffProportion,
    indicator: 'CPD-OC2',
    label: 'Staff more confident after than before',
    parts: { numerator: 'More confident', denominator: 'Matched pairs' },
    hint: 'Only staff who answered both before and after, on the same scale of 1 to 5.',
    evidenceAsked: ['source', 'instrument', 'informant', 'window', 'asked', 'answered'],
    baseline: 'inside',
    referenceSheet: {
      purpose: 'The second level of evidence: whether participants learned.',
      counts: 'Staff whose confidence is higher after than before, of staff with both answers.',
      source: survey,
      limits: 'Self-reported. Those who answered only once are left out of both figures.',
    },
  },
  confidence('CPD-OC2a', 'Mean confidence before', 'before the training'),
  confidence('CPD-OC2b', 'Mean confidence after', 'after the training'),
  {
    ...staffProportion,
    indicator: 'CPD-OC3',
    label: 'Staff reporting changed practice',
    parts: { numerator: 'Changed their practice', denominator: 'Followed up' },
    hint: 'Asked at least 6 weeks after the training. Give the lag in weeks beside the figure.',
    evidenceAsked: ['source', 'followUpWeeks', 'asked', 'answered'],
    disaggregations: [multiple(vocabularies.areaOfNeed)],
    referenceSheet: {
      purpose: 'The outcome that the decision names: "impact of CPD on teaching practices".',
      counts:
        'Staff who report a change they made in their practice, of staff who answered at follow-up in the period.',
      source: 'A follow-up survey or interview, 6 weeks or more after the training.',
      limits: 'Self-reported and not observed. Sooner than 6 weeks, staff report what they intend.',
    },
  },
  {
    ...staffProportion,
    indicator: 'CPD-OC5',
    label: 'Staff with better wellbeing or resilience',
    parts: { numerator: 'Better than before', denominator: 'Asked before and after' },
    hint: 'Asked where the mental health and resilience of staff is an area of need you serve. If it is not, give "not applicable".',
    evidenceAsked: ['source', 'instrument', 'informant', 'window', 'asked', 'answered'],
    baseline: 'inside',
    referenceSheet: {
      purpose: 'Mental health and resilience of school staff is one of the four areas of need.',
      counts: 'Staff whose answer is better than before the training, of staff who answered both times.',
      source: 'A named scale or the same short question before and after.',
      limits: 'Terms differ in strain: compare like times of the year.',
    },
  },
  {
    indicator: 'CPD-OC6',
    section,
    kind: 'context',
    label: 'Suspensions in participating schools',
    parts: { numerator: 'Suspensions', denominator: 'Pupils on roll' },
    hint: 'All suspensions in the period in the schools taking part, and their pupils on roll.',
    measure: 'rate',
    polarity: 'lower',
    overTime: 'rate',
    overPlace: 'ratio',
    distinctWindow: 'grant',
    askedFrom: 'standard',
    people: 'denominator',
    evidenceAsked: ['source'],
    baseline: 'required',
    referenceSheet: {
      purpose: 'Gives the ground on which inclusion work stands. Context, not attribution.',
      counts: 'Suspensions in the period, per 100 pupils on roll in the schools taking part.',
      source: "Schools' own records of suspensions and rolls.",
      limits: 'Moves for many reasons beyond training, and when another school joins.',
    },
  },
]

function confidence(indicator: string, label: string, moment: string): DefinitionDraft {
  return {
    ...staffProportion,
    indicator,
    label,
    parts: { numerator: 'Sum of scores', denominator: 'Matched pairs' },
    hint: `Sum of the scores (1 to 5 each) ${moment}, of staff who answered both before and after.`,
    measure: 'mean',
    askedFrom: 'standard',
    bounds: { minimum: 1, maximum: 5, decimals: 0 },
    evidenceAsked: ['source', 'instrument', 'informant', 'window'],
    baseline: 'inside',
    referenceSheet: {
      purpose: 'Shows how much confidence changes, not only for how many.',
      counts: `Mean confidence on a scale of 1 to 5, ${moment}, of staff with both answers.`,
      source: survey,
      limits: 'The same people, scale and questions both times, or the two means cannot be compared.',
    },
  }
}
