/** A third programme as RMEL would write it on its pages: wellbeing in mainstream schools, by quarter. */
import {
  emptyContent,
  type AmendmentContent,
  type DraftDefinition,
} from '@inclusion/shared/framework/amendment'
import type { Measure } from '@inclusion/shared/framework/indicators'
import type { Term } from '@inclusion/shared/framework/identities'
import { newDefinition } from '@inclusion/shared/framework/new-definition'

/** January to March 2026, which ends after the demonstration's clock begins. */
export const first = 'FY2025-26-Q4'
export const second = 'FY2026-27-Q1'
const lambeth = 'E09000022'
const hackney = 'E09000012'

const sheet = {
  purpose: 'Shows how far support reaches.',
  counts: 'What happened in the period.',
  source: 'Records of the schools.',
  limits: 'Schools keep records in different ways.',
}

export function figure(code: string, measure: Measure, given: Partial<DraftDefinition>): DraftDefinition {
  const section = measure === 'money' ? 'Money' : measure === 'text' ? 'In your words' : 'Support'
  return { ...newDefinition(`MHS-${code}`, measure, first), section, referenceSheet: sheet, ...given }
}

const byPhase: DraftDefinition['disaggregations'][number] = {
  ...{ dimension: 'phase', label: 'Phase', choice: 'single', askedFrom: 'light' },
  categories: [
    { code: 'primary', label: 'Primary', aliases: [] },
    { code: 'secondary', label: 'Secondary', aliases: [] },
  ],
}

export const seen = figure('OP1', 'count', {
  label: 'Young people supported',
  parts: { value: 'Young people' },
  disaggregations: [byPhase],
})
const sessions = figure('OP2', 'count', { label: 'Sessions given', parts: { value: 'Sessions' } })
export const better = figure('OC1', 'proportion', {
  label: 'Young people who feel better',
  parts: { numerator: 'Young people who feel better', denominator: 'Young people asked' },
})
const spent = figure('FI1', 'money', { label: 'Grant spent', parts: { value: 'Spent' } })
const story = figure('TX1', 'text', { label: 'What was learned' })

const term = (indicator: string): Term => ({
  ...{ times: 1, indicator, part: 'value', at: 'this', over: 'authority' },
})

const grant = (gssCode: string): AmendmentContent['grants'][number] => ({
  ...{ gssCode, cohort: '2026', cohortStartOn: '2026-01-01', processesPersonalData: false, dpiaOn: null },
  settings: [],
})
const award = (gssCode: string, pence: number): AmendmentContent['awards'][number] => ({
  ...{ gssCode, financialYear: '2025-26', pence, decision: null, assumption: null },
})

/** Hackney's grant is of the standard tier, Lambeth's of the light one. */
export const wellbeing: AmendmentContent = {
  ...emptyContent,
  programme: {
    ...{ name: 'Wellbeing in schools', summary: 'Counsellors in mainstream schools, for a year.' },
    ...{ calendar: 'financial-quarters', startsOn: '2026-01-01', endsBefore: '2026-07-01' },
    ...{ settingsReport: false, isTrial: false, baselineWindows: 'one-window' },
  },
  windows: [
    { periodId: first, opensOn: '2026-04-01', dueOn: '2026-04-30' },
    { periodId: second, opensOn: '2026-07-01', dueOn: '2026-07-31' },
  ],
  grants: [grant(hackney), grant(lambeth)],
  awards: [award(hackney, 4_000_000), award(lambeth, 2_000_000)],
  indicators: [seen, sessions, better, spent, story].map((definition) => ({ definition, after: null })),
  identities: [
    {
      ...{ id: 'MHS-seen-in-sessions', programme: 'MHS', kind: 'bound', low: null, high: null },
      ...{ left: [term('MHS-OP1')], right: [term('MHS-OP2')], within: 'always', askedFrom: 'light' },
      effectiveFrom: first,
      statement: 'Everybody supported was in a session.',
      fix: 'Count a session for each young person at least.',
    },
  ],
}
