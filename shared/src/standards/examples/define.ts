/** Short ways to write a definition of the invented programme XYZ. */
import type { Disaggregation, IndicatorDefinition } from '../../framework/indicators.ts'

type Draft = Pick<IndicatorDefinition, 'indicator' | 'label' | 'measure'> & Partial<IndicatorDefinition>

/** A count of an output of which more is better, summed, unless the draft says otherwise. */
export const define = (draft: Draft): IndicatorDefinition => ({
  edition: 1,
  effectiveFrom: 'FY2023-24-Q1',
  changeClass: 'major',
  section: 'Example',
  kind: 'output',
  parts: {},
  hint: '',
  polarity: 'more',
  overTime: 'sum',
  overPlace: 'sum',
  distinctWindow: null,
  collectedFrom: 'authority',
  alsoFromAuthority: false,
  derivation: null,
  people: 'none',
  minimumPeople: 6,
  bounds: { minimum: 0, maximum: null, decimals: 0 },
  askedFrom: 'light',
  askedInOrdinals: null,
  evidenceAsked: [],
  baseline: 'none',
  disaggregations: [],
  referenceSheet: { purpose: '', counts: '', source: '', limits: '' },
  ...draft,
})

export const category = (code: string, label: string) => ({ code, label, aliases: [] })

type Breakdown = Pick<Disaggregation, 'dimension' | 'label' | 'categories'>

const theme = [category('arts', 'Arts'), category('sport', 'Sport')]
const sexes = [category('female', 'Female'), category('male', 'Male'), category('unknown', 'Unknown')]

/** Breakdowns, asked in the enhanced tier only unless said. */
export const single = (breakdown: Breakdown, askedFrom: Disaggregation['askedFrom'] = 'enhanced') =>
  ({ ...breakdown, choice: 'single', askedFrom }) as const
export const byTheme = (askedFrom: Disaggregation['askedFrom'] = 'enhanced') =>
  ({ dimension: 'theme', label: 'Theme', categories: theme, choice: 'multiple', askedFrom }) as const
export const bySex = (askedFrom: Disaggregation['askedFrom'] = 'enhanced') =>
  single({ dimension: 'sex', label: 'Sex', categories: sexes }, askedFrom)
