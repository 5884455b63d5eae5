/** AP/PRU Mentoring: sessions and hours. */
import type { DefinitionDraft } from './define.ts'
import { single, vocabularies } from './vocabularies.ts'

const section = 'Sessions and hours'

export const mentoringSessions: DefinitionDraft[] = [
  {
    indicator: 'APM-OP6',
    section,
    kind: 'output',
    label: 'Mentoring sessions attended',
    parts: { numerator: 'Sessions attended', denominator: 'Sessions offered' },
    hint: 'A session is one young person at one meeting: a group of four that all attend is four.',
    measure: 'proportion',
    polarity: 'higher',
    overTime: 'ratio',
    overPlace: 'ratio',
    askedFrom: 'light',
    disaggregations: [single(vocabularies.mode)],
    referenceSheet: {
      purpose: 'Shows whether young people take up what they are offered.',
      counts:
        'Sessions attended, of sessions arranged for a named young person in the period, one-to-one and group.',
      source: "Mentors' session logs.",
      limits: 'Sessions that the mentor cancelled were not offered: leave them out of both figures.',
    },
  },
  {
    indicator: 'APM-OP7',
    section,
    kind: 'output',
    label: 'Mentor contact hours',
    parts: { value: 'Hours' },
    hint: 'Hours that young people spent with a mentor, to two decimal places. Fifteen minutes is 0.25.',
    measure: 'hours',
    polarity: 'more',
    overTime: 'sum',
    overPlace: 'sum',
    askedFrom: 'standard',
    disaggregations: [single(vocabularies.theme)],
    referenceSheet: {
      purpose: 'Shows how much mentoring was given, and on which themes.',
      counts:
        "Hours of contact in the sessions attended, by the session's main theme. Preparation and travel are left out.",
      source: "Mentors' session logs.",
      limits: 'Expected between a quarter of an hour and four hours a session attended.',
    },
  },
]
