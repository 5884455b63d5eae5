/** The framework of the Inclusion CPD Grants, reference edition 1. */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { define } from './define.ts'
import { forecastOutturn, grantSpent, narrative } from './money-and-words.ts'
import { trainingActivity } from './training-activity.ts'
import { trainingOutcomes } from './training-outcomes.ts'

export const trainingDefinitions: IndicatorDefinition[] = define('FY2025-26-Q2', [
  ...trainingActivity,
  ...trainingOutcomes,
  grantSpent('CPD-FI1'),
  forecastOutturn('CPD-FI2'),
  narrative({
    indicator: 'CPD-TX1',
    label: 'What was learned',
    hint: 'And what you would change in the Strategic Guides. Name no person.',
    askedFrom: 'light',
    referenceSheet: {
      purpose: 'The trial is the first test of the Strategic Guides, and informs a wider programme.',
      counts: 'A short account of what was learned in the period, and of changes the Guides need.',
      source: 'The borough lead, with participating schools.',
      limits: 'An account, not evidence of effect.',
    },
  }),
])
