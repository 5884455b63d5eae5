/** AP/PRU Mentoring: behaviour, relationships, return to mainstream and wellbeing. */
import type { DefinitionDraft } from './define.ts'

const section = 'Behaviour, relationships and wellbeing'

export const mentoringOutcomes: DefinitionDraft[] = [
  {
    indicator: 'APM-OC4',
    section,
    kind: 'outcome',
    label: 'Young people with fewer behaviour incidents',
    parts: { numerator: 'With fewer incidents', denominator: 'Assessed' },
    hint: 'Mentored young people with fewer recorded incidents than at their own baseline, of those assessed both times.',
    measure: 'proportion',
    polarity: 'higher',
    overTime: 'last',
    overPlace: 'ratio',
    askedFrom: 'light',
    collectedFrom: 'setting',
    people: 'denominator',
    evidenceAsked: ['source', 'instrument', 'informant', 'window'],
    baseline: 'inside',
    referenceSheet: {
      purpose: 'Shows whether behaviour in the setting improves for those with a mentor.',
      counts:
        'Mentored young people with fewer incidents in the window now than in a window of the same length before ' +
        'mentoring, of all those for whom both are known.',
      source: "The setting's behaviour log.",
      limits: 'Depends on how incidents are recorded: say if that changed. Those who left are not assessed.',
    },
  },
  {
    indicator: 'APM-OC5',
    section,
    kind: 'outcome',
    label: 'Young people with better relationships',
    parts: { numerator: 'With better relationships', denominator: 'Assessed' },
    hint: 'Better relationships with peers and adults than at the start, by the same instrument and informant.',
    measure: 'proportion',
    polarity: 'higher',
    overTime: 'last',
    overPlace: 'ratio',
    askedFrom: 'light',
    collectedFrom: 'setting',
    people: 'denominator',
    evidenceAsked: ['source', 'instrument', 'informant', 'window'],
    baseline: 'inside',
    referenceSheet: {
      purpose: 'Building relationships with peers and adults is an aim of the programme.',
      counts:
        'Mentored young people whose score or rating is better than at their start, of those assessed both times.',
      source: 'A named scale or a structured rating by one kind of informant.',
      limits: "A mentor's rating of their own work is weak evidence: the informant is always stated.",
    },
  },
  {
    indicator: 'APM-OC6',
    section,
    kind: 'outcome',
    label: 'Still in mainstream 12 weeks after returning',
    parts: { numerator: 'Still in mainstream', denominator: 'Returns due at 12 weeks' },
    hint: 'Count returns to mainstream school whose 12-week point falls in this period, whenever they began.',
    measure: 'proportion',
    polarity: 'higher',
    overTime: 'ratio',
    overPlace: 'ratio',
    askedFrom: 'standard',
    people: 'denominator',
    evidenceAsked: ['source'],
    referenceSheet: {
      purpose: 'Shows whether a return to mainstream education lasts.',
      counts:
        'Mentored young people on roll and attending mainstream 12 weeks after returning, of all whose 12-week point is in the period.',
      source: "The borough's record of returns, confirmed by the receiving school.",
      limits: 'A return that cannot be followed up stays in the denominator and is not counted as lasting.',
    },
  },
  {
    indicator: 'APM-OC7',
    section,
    kind: 'outcome',
    label: 'Suspensions of mentored young people',
    parts: { numerator: 'Suspensions', denominator: "Setting's pupils mentored this year" },
    hint: "All suspensions in the period, and the setting's young people mentored since 1 April, each counted once.",
    measure: 'rate',
    polarity: 'lower',
    overTime: 'rate',
    overPlace: 'ratio',
    distinctWindow: 'financial-year',
    askedFrom: 'standard',
    collectedFrom: 'setting',
    people: 'denominator',
    evidenceAsked: ['source'],
    baseline: 'required',
    referenceSheet: {
      purpose:
        'Suspension takes young people out of education; reducing it is part of the Inclusion Charter.',
      counts:
        "Suspensions in the period of young people with a mentor, per 100 of the setting's young people mentored this year.",
      source: "The setting's record of suspensions.",
      limits: 'One young person can be suspended several times, so the rate can be above 100.',
    },
  },
  wellbeing('APM-OC9a', 'Wellbeing before mentoring', 'at the start'),
  wellbeing('APM-OC9b', 'Wellbeing after mentoring', 'at the latest assessment'),
]

function wellbeing(indicator: string, label: string, moment: string): DefinitionDraft {
  return {
    indicator,
    section,
    kind: 'outcome',
    label,
    parts: { numerator: 'Sum of scores', denominator: 'Matched pairs' },
    hint: `Sum of SDQ total difficulties scores (0 to 40 each) ${moment}, of young people assessed both times by the same informant.`,
    measure: 'mean',
    polarity: 'lower',
    overTime: 'last',
    overPlace: 'ratio',
    askedFrom: 'enhanced',
    people: 'denominator',
    bounds: { minimum: 0, maximum: 40, decimals: 0 },
    evidenceAsked: ['source', 'instrument', 'informant', 'window'],
    baseline: 'inside',
    referenceSheet: {
      purpose: 'Shows whether the mental health and wellbeing of mentored young people changes.',
      counts: `Mean total difficulties score of the Strengths and Difficulties Questionnaire ${moment}; a lower score is better.`,
      source: 'Completed questionnaires: parent, teacher or self-report, never mixed.',
      limits: 'Score bands differ by informant. Those assessed only once are in neither mean.',
    },
  }
}
