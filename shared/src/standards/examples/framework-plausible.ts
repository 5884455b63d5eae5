/** Definitions of the invented programme that are followed from period to period. */
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import { define } from './define.ts'

const followed = (draft: Parameters<typeof define>[0]): IndicatorDefinition =>
  define({ polarity: 'none', ...draft })

/** By the word that the examples use for each. */
export const followedDefinitions = {
  sessions: followed({ indicator: 'XYZ-OP21', label: 'Sessions delivered', measure: 'count' }),
  visits: followed({ indicator: 'XYZ-OP22', label: 'Visits to families', measure: 'count' }),
  hours: followed({ indicator: 'XYZ-OP23', label: 'Contact hours', measure: 'hours' }),
  active: followed({
    indicator: 'XYZ-OP24',
    label: 'Young people active at the end',
    measure: 'count',
    overTime: 'last',
  }),
  takeUp: followed({
    indicator: 'XYZ-OP25',
    label: 'Take-up of sessions',
    measure: 'proportion',
    overTime: 'ratio',
    parts: { numerator: 'Sessions attended', denominator: 'Sessions offered' },
  }),
  attendance: followed({
    indicator: 'XYZ-OP26',
    label: 'Attendance',
    measure: 'proportion',
    overTime: 'ratio',
    parts: { numerator: 'Sessions attended', denominator: 'Sessions possible' },
    collectedFrom: 'setting',
    derivation: { kind: 'attendance', cohort: 'mentored', numerator: 'attended', denominator: 'possible' },
  }),
  share: followed({
    indicator: 'XYZ-OP27',
    label: 'Settings that answered, out of 100',
    measure: 'number',
    overTime: 'last',
    bounds: { minimum: 0, maximum: 100, decimals: 2 },
  }),
} as const
