/** Worked examples of clause 6, Measured. What falls behind its profile: `below-profile.ts`. */
import { exampleIdentities } from './framework.ts'
import {
  accepted,
  block,
  evidenced,
  examplesOf,
  explain,
  grantOf,
  note,
  pair,
  value,
} from './worked-example.ts'

const suspensions = { asked: ['OC13'], figures: { 'XYZ-OC13': pair(3, 30) } } as const
const twoBefore = [
  accepted('FY2025-26-Q2', { 'XYZ-OC13': pair(4, 28) }),
  accepted('FY2025-26-Q1', { 'XYZ-OC13': pair(5, 20) }),
]
const saidMissing = 'Suspensions, reported since April to June 2025, has no baseline on record.'
const baseline = { indicator: 'XYZ-OC13', urn: null, value: null, numerator: 40, denominator: 100 }

const baselines = examplesOf('6.1', [
  {
    shows: 'fires',
    title: 'A third period without a baseline',
    given: { ...suspensions, history: twoBefore },
    expected: [explain('XYZ-OC13', saidMissing)],
  },
  {
    shows: 'fires',
    title: 'In the light tier it is only noted',
    given: { ...suspensions, tier: 'light', history: twoBefore },
    expected: [note('XYZ-OC13', saidMissing)],
  },
  {
    shows: 'fires',
    title: 'In the enhanced tier it blocks',
    given: { ...suspensions, tier: 'enhanced', history: twoBefore },
    expected: [block('XYZ-OC13', saidMissing)],
  },
  {
    shows: 'does-not-fire',
    title: 'The baseline is on record',
    given: { ...suspensions, history: twoBefore, baselines: [baseline] },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'A baseline of something of nothing is none',
    given: { ...suspensions, history: twoBefore, baselines: [{ ...baseline, denominator: 0 }] },
    expected: [explain('XYZ-OC13', saidMissing)],
  },
  {
    shows: 'edge',
    title: 'The second period',
    given: { ...suspensions, history: twoBefore.slice(0, 1) },
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'A first return has time to find its baseline',
    given: suspensions,
    expected: [],
  },
])

const directed = {
  asked: ['OP5', 'OP9', 'FI1'],
  figures: { 'XYZ-OP5': value(3), 'XYZ-OP9': value(0), 'XYZ-FI1': value(10_000) },
} as const

const profiles = examplesOf('6.2', [
  {
    shows: 'fires',
    title: 'More would be better, and nothing was planned',
    given: { ...directed, grant: grantOf(), profiles: { 'FY2025-26-Q3': { 'XYZ-OP5': 3 } } },
    expected: [explain('XYZ-OP9', 'Families met has no profile for October to December 2025.')],
  },
  {
    shows: 'does-not-fire',
    title: 'Both have a profile; money has no direction',
    given: { ...directed, grant: grantOf(), profiles: { 'FY2025-26-Q3': { 'XYZ-OP5': 3, 'XYZ-OP9': 0 } } },
    expected: [],
  },
  {
    shows: 'edge',
    title: "A setting's own report is not held to the profile of the grant",
    given: { ...directed, grant: null },
    expected: [],
  },
])

const same = { instrument: 'SDQ', informant: 'Class teacher', window: 'Autumn term' }
const both = { asked: ['OC11', 'OC12'], identities: [exampleIdentities.beforeAfter] } as const
const measuredBy = (before: object, after: object) => ({
  ...both,
  identities: [...both.identities],
  figures: { 'XYZ-OC11': evidenced([180, 10], before), 'XYZ-OC12': evidenced([160, 10], after) },
})

const alike = examplesOf('6.4', [
  {
    shows: 'fires',
    title: 'Teachers before, parents after, in another term',
    given: measuredBy(same, { ...same, informant: 'Parent', window: 'Summer term' }),
    expected: [
      block(
        'XYZ-OC12',
        'This should be so, and is not: wellbeing before and after is measured in the same way. Wellbeing after differs: informant was "Class teacher" before and "Parent" after and months compared was "Autumn term" before and "Summer term" after.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'In the light tier it can be explained',
    given: { ...measuredBy(same, { ...same, instrument: 'Boxall' }), tier: 'light' },
    expected: [
      explain(
        'XYZ-OC12',
        'This should be so, and is not: wellbeing before and after is measured in the same way. Wellbeing after differs: instrument was "SDQ" before and "Boxall" after.',
      ),
    ],
  },
  { shows: 'does-not-fire', title: 'The same both times', given: measuredBy(same, same), expected: [] },
  {
    shows: 'edge',
    title: 'Capitals and spaces do not differ, nor what is said once only',
    given: measuredBy(same, { instrument: ' sdq', informant: 'class  teacher' }),
    expected: [],
  },
])

export const measuredExamples = [...baselines, ...profiles, ...alike]
