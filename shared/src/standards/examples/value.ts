/** Worked examples of clause 12, Value. Amounts in pence; the invented grant has £50,000 a year. */
import { accepted, block, examplesOf, explain, grantOf, note, value } from './worked-example.ts'

const startsIn2025 = grantOf({ startsOn: '2025-07-01' })
const known = [{ financialYear: '2025-26', pence: 5_000_000 }]

/** Spend of July to September and of October to December 2025. */
const spent = (before: number, now: number) => ({
  asked: ['FI1'],
  grant: { ...startsIn2025, awards: known },
  figures: { 'XYZ-FI1': value(now) },
  history: [accepted('FY2025-26-Q2', { 'XYZ-FI1': value(before) })],
})

const awards = examplesOf('12.1', [
  {
    shows: 'fires',
    title: 'More is spent than was awarded',
    given: spent(3_000_000, 2_500_000),
    expected: [
      block(
        'XYZ-FI1',
        'Grant spent to date comes to £55,000.00, more than the £50,000.00 awarded for 2025-26.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'One quarter is not known, and the others alone are more',
    given: {
      ...spent(3_000_000, 2_500_000),
      grant: { ...startsIn2025, startsOn: '2025-04-01', awards: known },
    },
    expected: [
      block(
        'XYZ-FI1',
        'Grant spent to date comes to at least £55,000.00, more than the £50,000.00 awarded for 2025-26.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A year without an award of its own spends what was awarded before',
    given: {
      ...spent(3_000_000, 0),
      periodId: 'FY2026-27-Q1',
      figures: { 'XYZ-FI1': value(900_000) },
      history: [['FY2025-26-Q4', 700_000] as const, ['FY2025-26-Q3', 1_400_000] as const].map(([id, pence]) =>
        accepted(id, { 'XYZ-FI1': value(pence) }),
      ),
      grant: grantOf({
        startsOn: '2025-10-01',
        awards: ['2024-25', '2025-26'].map((financialYear) => ({ financialYear, pence: 1_250_000 })),
      }),
    },
    expected: [
      block(
        'XYZ-FI1',
        'Grant spent to date comes to £30,000.00, more than the £25,000.00 awarded for 2024-25 and 2025-26.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'Half is spent',
    given: spent(1_000_000, 1_500_000),
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'What was awarded for the year before it began is there too',
    given: { ...spent(3_000_000, 2_500_000), grant: startsIn2025 },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'All of it is spent, and nothing more',
    given: spent(3_000_000, 2_000_000),
    expected: [],
  },
  {
    shows: 'edge',
    title: 'The award of this year is not known',
    given: {
      ...spent(3_000_000, 2_500_000),
      grant: { ...startsIn2025, awards: [{ financialYear: '2025-26', pence: null }] },
    },
    expected: [],
  },
  {
    shows: 'no-history',
    title: 'The quarter before is not accepted yet, and this one alone is not more',
    given: { ...spent(3_000_000, 5_000_000), history: [] },
    expected: [],
  },
])

const planned = (pence: number) => ({ profiles: { 'FY2025-26-Q3': { 'XYZ-FI1': pence } } })
const forecast = (pence: number) => ({
  asked: ['FI2'],
  grant: { ...startsIn2025, awards: known },
  figures: { 'XYZ-FI2': value(pence) },
})

/** Of £50,000, £38,000 is planned for this year; nothing is spent yet. */
const yearPlan = { profiles: { 'FY2025-26-Q4': { 'XYZ-FI1': 3_800_000 } } }
const paid = (pence: number) => ({ 'XYZ-FI1': value(0), 'XYZ-FI2': value(pence) })

const profiles = examplesOf('12.2', [
  {
    shows: 'fires',
    title: 'Little is spent of what was planned',
    given: { ...spent(500_000, 500_000), ...planned(2_500_000) },
    expected: [
      explain(
        'XYZ-FI1',
        'Grant spent comes to £10,000.00 so far this year, £15,000.00 below its profile of £25,000.00: 30% of the award of £50,000.00.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A fifth of the award will not be spent',
    given: forecast(4_000_000),
    expected: [
      explain(
        'XYZ-FI2',
        'Forecast for the year is £40,000.00, which leaves 20% of the award of £50,000.00 unspent.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'A fifth of what is planned for the year will not be spent',
    given: { ...forecast(3_040_000), asked: ['FI1', 'FI2'], figures: paid(3_040_000), ...yearPlan },
    expected: [
      explain(
        'XYZ-FI2',
        'Forecast for the year is £30,400.00, which leaves 20% of the £38,000.00 planned for the year unspent.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'Some of the award is planned for the year after, and the forecast is as planned',
    given: { ...forecast(3_800_000), asked: ['FI1', 'FI2'], figures: paid(3_800_000), ...yearPlan },
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'Nearly as planned',
    given: { ...spent(1_200_000, 1_200_000), ...planned(2_500_000) },
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Exactly ten points away',
    given: { ...spent(1_000_000, 1_000_000), ...planned(2_500_000) },
    expected: [],
  },
  { shows: 'edge', title: 'Exactly a tenth is left', given: forecast(4_500_000), expected: [] },
  {
    shows: 'no-history',
    title: 'The quarter before is not accepted yet, so spend so far is not known',
    given: { ...spent(500_000, 500_000), ...planned(2_500_000), history: [] },
    expected: [],
  },
])

/** Half of the award spent, beside young people who left: 40 planned for the whole year. */
const delivered = (before: number, now: number) => ({
  asked: ['OP5', 'FI1'],
  grant: { ...startsIn2025, awards: known },
  figures: { 'XYZ-OP5': value(now), 'XYZ-FI1': value(1_500_000) },
  history: [accepted('FY2025-26-Q2', { 'XYZ-OP5': value(before), 'XYZ-FI1': value(1_000_000) })],
  profiles: { 'FY2025-26-Q3': { 'XYZ-OP5': 5 }, 'FY2025-26-Q4': { 'XYZ-OP5': 40 } },
})
/** The same with spend planned for the year. */
const withPlan = (pence: number, given: ReturnType<typeof delivered>) => ({
  ...given,
  profiles: { ...given.profiles, 'FY2025-26-Q4': { 'XYZ-OP5': 40, 'XYZ-FI1': pence } },
})
const apart =
  "Grant spent is 50% of the year's award, while 20% of the year's profile is delivered (young people who left)."

const delivery = examplesOf('12.3', [
  {
    shows: 'fires',
    title: 'Half is spent, a fifth is delivered',
    given: delivered(3, 5),
    expected: [explain('XYZ-FI1', apart)],
  },
  {
    shows: 'fires',
    title: 'In the light tier it is only noted',
    given: { ...delivered(3, 5), tier: 'light' },
    expected: [note('XYZ-FI1', apart)],
  },
  {
    shows: 'does-not-fire',
    title: 'Half is spent, half is delivered',
    given: delivered(8, 12),
    expected: [],
  },
  {
    shows: 'does-not-fire',
    title: 'Four fifths of what is planned for the year is spent, and of the profile delivered',
    given: withPlan(3_125_000, delivered(14, 18)),
    expected: [],
  },
  {
    shows: 'fires',
    title: 'All of what is planned for the year is spent, and half is delivered',
    given: withPlan(2_500_000, delivered(8, 12)),
    expected: [
      explain(
        'XYZ-FI1',
        "Grant spent is 100% of what is planned for the year, while 50% of the year's profile is delivered (young people who left).",
      ),
    ],
  },
  { shows: 'edge', title: 'Exactly 25 points apart', given: delivered(4, 6), expected: [] },
  {
    shows: 'no-history',
    title: 'The quarter before is not accepted yet, so neither share is known',
    given: { ...delivered(3, 5), history: [] },
    expected: [],
  },
])

const lines = (total: number, existing: number, added: number) => ({
  asked: ['FI1'],
  figures: {
    'XYZ-FI1': value(total),
    'XYZ-FI1:lines:existing': value(existing),
    'XYZ-FI1:lines:new': value(added),
  },
})

const tables = examplesOf('12.4', [
  {
    shows: 'fires',
    title: 'The slip of PCD 1610: £1,640,600 for £1,604,600',
    given: lines(164_060_000, 35_460_000, 125_000_000),
    expected: [
      explain(
        'XYZ-FI1:lines:existing',
        'Lines of grant spent: the lines come to £1,604,600.00, but the total is £1,640,600.00, as if two neighbouring digits had changed places.',
      ),
    ],
  },
  {
    shows: 'fires',
    title: 'In the light tier it is only noted',
    given: { ...lines(1_000_000, 300_000, 600_000), tier: 'light' },
    expected: [
      note(
        'XYZ-FI1:lines:existing',
        'Lines of grant spent: the lines come to £9,000.00, but the total is £10,000.00.',
      ),
    ],
  },
  {
    shows: 'does-not-fire',
    title: 'The lines are the total',
    given: lines(160_460_000, 35_460_000, 125_000_000),
    expected: [],
  },
  {
    shows: 'edge',
    title: 'Lines rounded to whole pounds',
    given: lines(1_000_000, 333_350, 666_700),
    expected: [],
  },
])

export const valueExamples = [...awards, ...profiles, ...delivery, ...tables]
