/**
 * Indicators and their definitions: what a KPI is, as data. An indicator is stable for ever; its
 * definitions are versioned and take effect from a period.
 */
import * as z from 'zod'
import { PeriodId } from '../periods.ts'
import { Tier } from './tiers.ts'

export const measures = ['count', 'number', 'proportion', 'rate', 'mean', 'hours', 'money', 'text'] as const
export type Measure = (typeof measures)[number]

export const timeRollUps = ['sum', 'ratio', 'last', 'first', 'distinct', 'rate', 'none'] as const
export type TimeRollUp = (typeof timeRollUps)[number]

/** Window of `distinct`: people or schools counted once since this start. */
export const distinctWindows = ['financial-year', 'academic-year', 'grant'] as const

/**
 * The evidence fields kept beside an outcome (checks 6.4, 8.1 to 8.3 read them). `claimStrength`, a key of
 * `claimStrengths`, is offered where a text claims a cause (8.4); no definition asks for it.
 */
export const evidenceFields = [
  'source',
  'instrument',
  'informant',
  'window',
  'followUpWeeks',
  'asked',
  'answered',
  'claimStrength',
] as const
export type EvidenceField = (typeof evidenceFields)[number]

/** How strong a claim is, from the weakest: the label that answers check 8.4. */
export const claimStrengths = {
  reported: 'Somebody told us so',
  'before-and-after': 'It was measured before and after',
  compared: 'It was compared with others',
} as const

export const Category = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string(),
  /** Common spellings, normalised on paste and upload. */
  aliases: z.array(z.string()).default([]),
})
export type Category = z.infer<typeof Category>

export const Disaggregation = z.object({
  dimension: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string(),
  /** `single`: categories sum to the total. `multiple`: each at most the total, together at least. */
  choice: z.enum(['single', 'multiple']),
  askedFrom: Tier,
  categories: z.array(Category).min(2),
})
export type Disaggregation = z.infer<typeof Disaggregation>

/** Half of a pair, or the value, that another figure or a setting's attendance counts supply. */
export const Derivation = z.discriminatedUnion('kind', [
  /** The level at the end of the last period is the level at the start of this one. */
  z.object({ kind: z.literal('carried'), from: z.string() }),
  /** Computed from a setting's attendance counts. */
  z.object({
    kind: z.literal('attendance'),
    cohort: z.enum(['mentored', 'whole']),
    numerator: z.enum(['attended', 'persistent', 'severe']),
    denominator: z.enum(['possible', 'enrolments']),
  }),
  /** Settings whose `of` rose above its baseline, of settings that report it with a baseline. */
  z.object({ kind: z.literal('settings-above-baseline'), of: z.string() }),
])
export type Derivation = z.infer<typeof Derivation>

/** The code of an indicator: that of its programme first. */
export const IndicatorCode = z.string().regex(/^[A-Z]{2,5}-[A-Z0-9]{1,12}[a-z]?$/, 'Use a code like APM-OC1')

export const changeClasses = ['patch', 'minor', 'major'] as const
export type ChangeClass = (typeof changeClasses)[number]

export const IndicatorDefinition = z.object({
  indicator: IndicatorCode,
  edition: z.number().int().min(1),
  effectiveFrom: PeriodId,
  changeClass: z.enum(changeClasses),
  /**
   * Only of a bridge figure: the indicator, and its edition, that it goes on with for the one period in which
   * another definition takes its place, so that the two series can be joined.
   */
  bridges: z.object({ indicator: z.string(), edition: z.number().int().min(1) }).optional(),
  section: z.string(),
  kind: z.enum(['output', 'outcome', 'context', 'finance', 'text']),
  label: z.string(),
  /** What the value, or the two halves of the pair, are called beside their fields. */
  parts: z.object({
    value: z.string().optional(),
    numerator: z.string().optional(),
    denominator: z.string().optional(),
    people: z.string().optional(),
  }),
  hint: z.string(),
  measure: z.enum(measures),
  polarity: z.enum(['more', 'fewer', 'higher', 'lower', 'none']),
  overTime: z.enum(timeRollUps),
  overPlace: z.enum(['sum', 'ratio', 'none']),
  distinctWindow: z.enum(distinctWindows).nullable(),
  collectedFrom: z.enum(['authority', 'setting', 'derived']),
  /** A setting's indicator that the authority may also give for those in no setting. */
  alsoFromAuthority: z.boolean(),
  derivation: z.nullable(Derivation),
  /** Where the people behind a figure are counted: the denominator, a third field, or nowhere. */
  people: z.enum(['denominator', 'beside', 'value', 'none']),
  minimumPeople: z.number().int().min(0),
  bounds: z.object({
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
    decimals: z.number().int(),
  }),
  askedFrom: Tier,
  /** Quarters (or terms) of the year in which it is asked; every one when null, and in none once it has ended. */
  askedInOrdinals: z.array(z.number().int()).nullable(),
  evidenceAsked: z.array(z.enum(evidenceFields)),
  baseline: z.enum(['required', 'inside', 'none']),
  disaggregations: z.array(Disaggregation),
  /** The reference sheet, as paragraphs in plain words. */
  referenceSheet: z.object({
    purpose: z.string(),
    counts: z.string(),
    source: z.string(),
    limits: z.string(),
  }),
})
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>

/** Whether an edition ends its indicator: it is asked in no period. */
export const isEnded = ({ askedInOrdinals }: Pick<IndicatorDefinition, 'askedInOrdinals'>): boolean =>
  askedInOrdinals?.length === 0

/** Whether a definition is asked in a quarter (or term) of the year. */
export const isAskedIn = (
  { askedInOrdinals }: Pick<IndicatorDefinition, 'askedInOrdinals'>,
  ordinal: number,
): boolean => askedInOrdinals === null || askedInOrdinals.includes(ordinal)

/** Parts of a pair, by measure: what is typed. Rates and means are always computed from them. */
export const isPair = (measure: Measure): boolean =>
  measure === 'proportion' || measure === 'rate' || measure === 'mean'

type Money = Pick<IndicatorDefinition, 'kind' | 'measure' | 'overTime'>

/** Money spent from the grant in the period, in pence: what clause 12 holds against the award. */
export const isSpend = ({ kind, measure, overTime }: Money): boolean =>
  kind === 'finance' && measure === 'money' && overTime === 'sum'

/** What the authority now expects to spend over the whole year, in pence: the latest one stands. */
export const isForecast = ({ kind, measure, overTime }: Money): boolean =>
  kind === 'finance' && measure === 'money' && overTime === 'last'
