/** What the parts of a definition are called on screen. */
import type { EvidenceField, IndicatorDefinition } from '@inclusion/shared/framework/indicators'

export const kinds: Record<IndicatorDefinition['kind'], string> = {
  output: 'Output: what was done',
  outcome: 'Outcome: what changed for people',
  context: 'Context',
  finance: 'Money',
  text: 'In words',
}

export const measures: Record<IndicatorDefinition['measure'], string> = {
  count: 'A count',
  number: 'A number',
  proportion: 'A proportion: one count out of another',
  rate: 'A rate: events for every 100 people',
  mean: 'A mean: a sum over the number it is of',
  hours: 'Hours',
  money: 'Pounds and pence',
  text: 'Text',
}

export const polarities: Record<IndicatorDefinition['polarity'], string> = {
  more: 'More is better',
  fewer: 'Fewer is better',
  higher: 'Higher is better',
  lower: 'Lower is better',
  none: 'Neither more nor less is better',
}

export const overTime: Record<IndicatorDefinition['overTime'], string> = {
  sum: 'Over time: added up',
  ratio: 'Over time: counts are added up, then divided; rates are never averaged',
  last: 'Over time: the latest stands',
  first: 'Over time: the first stands',
  distinct: 'Over time: each counted once, so the latest stands',
  rate: 'Over time: events added up, over the latest number of people',
  none: 'Never added up over time',
}

export const overPlace: Record<IndicatorDefinition['overPlace'], string> = {
  sum: 'Over places: added up',
  ratio: 'Over places: counts are added up, then divided',
  none: 'Never added up over places',
}

export const tiers: Record<IndicatorDefinition['askedFrom'], string> = {
  light: 'Every tier',
  standard: 'Standard and enhanced tiers',
  enhanced: 'Enhanced tier',
}

export const sources: Record<IndicatorDefinition['collectedFrom'], string> = {
  authority: 'The borough lead',
  setting: 'The head of each setting',
  derived: 'Nobody: the service works it out',
}

export const evidence: Record<EvidenceField, string> = {
  source: 'Where it was counted',
  instrument: 'How it was measured: the scale or the form',
  informant: 'Who gave the answers',
  window: 'Which months are compared',
  followUpWeeks: 'How many weeks were followed up',
  asked: 'How many people were asked',
  answered: 'How many of them answered',
  claimStrength: 'How strong the claim is',
}

export const baselines: Record<IndicatorDefinition['baseline'], string> = {
  none: 'No baseline',
  required: 'A baseline is recorded before the first return',
  inside: 'The figure has its own before and after',
}

export const people: Record<IndicatorDefinition['people'], string> = {
  none: 'No people stand behind it',
  value: 'The figure itself counts people',
  denominator: 'The “out of” half counts people',
  beside: 'People are asked in a field of their own',
}

export const distinctWindows = {
  'financial-year': 'Since 1 April',
  'academic-year': 'Since 1 September',
  grant: 'Since the grant began',
} as const

export const choices = { single: 'The categories add up to the total', multiple: 'One may be in several' }
