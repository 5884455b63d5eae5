/** Lists of a definition, in words. Pure. */
import type { EvidenceField } from '@inclusion/shared/framework/indicators'
import type { Calendar } from '@inclusion/shared/periods'
import { choices, evidence, tiers } from '../../framework/definition-words.ts'
import type { DraftedBreakdown } from './drafted-breakdown.ts'

const quarters = [
  'Q1: April to June',
  'Q2: July to September',
  'Q3: October to December',
  'Q4: January to March',
]
const terms = ['Autumn term', 'Spring term', 'Summer term']

/** The parts of a year in which a figure may be asked. */
export const ordinalChoices = (calendar: Calendar): { value: string; label: string }[] =>
  (calendar === 'financial-quarters' ? quarters : terms).map((label, index) => ({
    value: String(index + 1),
    label,
  }))

export function ordinalWords(ordinals: readonly string[], calendar: Calendar): string {
  const named = ordinalChoices(calendar).filter(({ value }) => ordinals.includes(value))
  return named.length === 0 ? 'Every return' : named.map(({ label }) => label).join('; ')
}

export const evidenceWords = (fields: readonly EvidenceField[]): string =>
  fields.length === 0 ? 'Nothing' : fields.map((field) => evidence[field]).join('; ')

export const breakdownWords = ({ label, choice, askedFrom, lines }: DraftedBreakdown): string =>
  `${label}: ${lines.replaceAll('\n', '; ')}. ${choices[choice]}. ${tiers[askedFrom]}.`
