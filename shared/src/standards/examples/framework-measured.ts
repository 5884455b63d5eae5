/** Definitions of the invented programme that are measured, broken down, evidenced or paid for. */
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import { bySex, byTheme, category, define, single } from './define.ts'

const outcome = { kind: 'outcome', polarity: 'higher', people: 'denominator' } as const
const wellbeing = {
  ...outcome,
  measure: 'mean',
  polarity: 'none',
  overTime: 'last',
  bounds: { minimum: 0, maximum: 40, decimals: 0 },
} as const
const asksHow = (): IndicatorDefinition['evidenceAsked'] => ['instrument', 'informant', 'window']
const money = { kind: 'finance', measure: 'money', polarity: 'none' } as const

export const measuredDefinitions = [
  define({
    indicator: 'XYZ-OP9',
    label: 'Families met',
    measure: 'count',
    people: 'value',
    disaggregations: [bySex('light'), byTheme('light')],
  }),
  define({
    ...outcome,
    indicator: 'XYZ-OC10',
    label: 'Young people back in school',
    measure: 'proportion',
    overTime: 'ratio',
    parts: { numerator: 'Back in school', denominator: 'Due back' },
    evidenceAsked: ['source', 'followUpWeeks', 'asked', 'answered'],
    disaggregations: [bySex()],
  }),
  define({
    ...wellbeing,
    evidenceAsked: asksHow(),
    indicator: 'XYZ-OC11',
    label: 'Wellbeing before',
    parts: { numerator: 'Sum of scores before', denominator: 'Pairs before' },
  }),
  define({
    ...wellbeing,
    evidenceAsked: asksHow(),
    indicator: 'XYZ-OC12',
    label: 'Wellbeing after',
    parts: { numerator: 'Sum of scores after', denominator: 'Pairs after' },
  }),
  define({
    ...outcome,
    indicator: 'XYZ-OC13',
    label: 'Suspensions',
    measure: 'rate',
    polarity: 'lower',
    overTime: 'rate',
    parts: { numerator: 'Suspensions', denominator: 'Pupils mentored' },
    baseline: 'required',
  }),
  define({
    ...money,
    indicator: 'XYZ-FI1',
    label: 'Grant spent',
    disaggregations: [
      single({
        dimension: 'lines',
        label: 'Lines',
        categories: [category('existing', 'Existing work'), category('new', 'New work')],
      }),
    ],
  }),
  define({ ...money, indicator: 'XYZ-FI2', label: 'Forecast for the year', overTime: 'last' }),
]
