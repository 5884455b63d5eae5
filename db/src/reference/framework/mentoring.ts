/** The framework of AP/PRU Mentoring, reference edition 1. */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { define } from './define.ts'
import { mentoringAttendance } from './mentoring-attendance.ts'
import { mentoringOutcomes } from './mentoring-outcomes.ts'
import { mentoringPeople } from './mentoring-people.ts'
import { mentoringSessions } from './mentoring-sessions.ts'
import { forecastOutturn, grantSpent, narrative } from './money-and-words.ts'
import { single, vocabularies } from './vocabularies.ts'

const author = 'The borough lead, with the mentors and settings.'

export const mentoringDefinitions: IndicatorDefinition[] = define('FY2022-23-Q1', [
  ...mentoringPeople,
  ...mentoringSessions,
  ...mentoringAttendance,
  ...mentoringOutcomes,
  { ...grantSpent('APM-FI1'), disaggregations: [single(vocabularies.spending)] },
  forecastOutturn('APM-FI2'),
  narrative({
    indicator: 'APM-TX1',
    label: 'What worked, what did not',
    hint: 'Two or three things each. Name no young person, and nothing that would point to one.',
    askedFrom: 'light',
    referenceSheet: {
      purpose: 'Tells what figures cannot, so that boroughs learn from each other.',
      counts: 'A short account of the period, of success and of difficulty.',
      source: author,
      limits: 'An account, not evidence of effect: say what happened before saying what caused it.',
    },
  }),
  narrative({
    indicator: 'APM-TX2',
    label: 'Case study, anonymised',
    hint: 'One young person or group: the situation, what the mentor did, what changed. No names, dates of birth or schools.',
    askedFrom: 'standard',
    askedInOrdinals: [4],
    referenceSheet: {
      purpose: 'Shows how mentoring works, once a year.',
      counts: 'One anonymised account, asked in January to March.',
      source: `${author} With the agreement of the young person and family.`,
      limits: 'Chosen because it is telling, so not typical. Change details that could point to a child.',
    },
  }),
])
