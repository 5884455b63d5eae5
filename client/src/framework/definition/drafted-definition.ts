/** A definition as its form holds it, each field as it is typed, and what is read of it. Pure. */
import {
  isPair,
  type EvidenceField,
  type IndicatorDefinition,
  type Measure,
} from '@inclusion/shared/framework/indicators'
import { draftBreakdown, readBreakdown, type DraftedBreakdown } from './drafted-breakdown.ts'
import { startingFrom } from './starting.ts'

/** Fields of one text, named as the server names what is wrong with them. */
export const typedFields = [
  'section',
  'kind',
  'label',
  'hint',
  'measure',
  'parts.value',
  'parts.numerator',
  'parts.denominator',
  'parts.people',
  'polarity',
  'overTime',
  'overPlace',
  'distinctWindow',
  'collectedFrom',
  'alsoFromAuthority',
  'people',
  'minimumPeople',
  'bounds.minimum',
  'bounds.maximum',
  'bounds.decimals',
  'askedFrom',
  'baseline',
  'referenceSheet.purpose',
  'referenceSheet.counts',
  'referenceSheet.source',
  'referenceSheet.limits',
] as const
export type TypedField = (typeof typedFields)[number]

export type DraftedDefinition = {
  typed: Record<TypedField, string>
  /** Quarters or terms in which it is asked; none ticked is every one. */
  ordinals: string[]
  evidence: EvidenceField[]
  breakdowns: DraftedBreakdown[]
  derivation: IndicatorDefinition['derivation']
}

/** What stands fixed while a definition is edited: whose it is, and from when. */
export type DefinitionHead = Pick<
  IndicatorDefinition,
  'indicator' | 'edition' | 'effectiveFrom' | 'changeClass'
>

/** The id of the field in which a part of a definition is typed. */
export const definitionField = (field: string): string => `definition-${field.replaceAll('.', '-')}`

export const measureOf = ({ typed }: DraftedDefinition): Measure => typed.measure as Measure

/** A new definition of a measure, with what usually follows from it. */
export function startingDraft(measure: Measure, section = ''): DraftedDefinition {
  const empty = Object.fromEntries(typedFields.map((field) => [field, '']))
  const usual = {
    measure,
    section,
    collectedFrom: 'authority',
    alsoFromAuthority: 'no',
    askedFrom: 'light',
    baseline: 'none',
    'bounds.minimum': '0',
    ...startingFrom[measure],
  }
  const typed = { ...empty, ...usual } as DraftedDefinition['typed']
  return { typed, ordinals: [], evidence: [], breakdowns: [], derivation: null }
}

/** The draft measured another way: what follows from the measure follows again. */
export const measuredAs = (draft: DraftedDefinition, measure: Measure): DraftedDefinition => ({
  ...draft,
  typed: { ...draft.typed, measure, ...startingFrom[measure] },
})

export function draftOf(definition: IndicatorDefinition): DraftedDefinition {
  const typed = Object.fromEntries(typedFields.map((field) => [field, textOf(definition, field)]))
  return {
    typed: typed as DraftedDefinition['typed'],
    ordinals: (definition.askedInOrdinals ?? []).map(String),
    evidence: definition.evidenceAsked,
    breakdowns: definition.disaggregations.map(draftBreakdown),
    derivation: definition.derivation,
  }
}

function textOf(definition: IndicatorDefinition, field: TypedField): string {
  const [name = '', part = ''] = field.split('.')
  const whole = (definition as Record<string, unknown>)[name]
  const value = part === '' ? whole : (whole as Record<string, unknown>)[part]
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isPounds(field, definition.measure)) return String(Number(value) / 100)
  return String(value)
}

/** Bounds of money are typed in pounds and kept in pence. */
const isPounds = (field: string, measure: string): boolean =>
  measure === 'money' && (field === 'bounds.minimum' || field === 'bounds.maximum')

/** The names of the numbers that are typed, by measure: each of them has to be given. */
export function partsAsked(draft: DraftedDefinition): ('value' | 'numerator' | 'denominator' | 'people')[] {
  const { measure, people } = draft.typed
  if (measure === 'text') return []
  const own = isPair(measureOf(draft)) ? (['numerator', 'denominator'] as const) : (['value'] as const)
  return people === 'beside' ? [...own, 'people'] : [...own]
}

/** What is sent of it. What cannot be read is in the faults of `definitionFaults`. */
export function readDefinition(draft: DraftedDefinition, head: DefinitionHead): IndicatorDefinition {
  const { typed, ordinals, evidence, breakdowns, derivation } = draft
  const text = (field: TypedField) => typed[field].trim()
  const parts = partsAsked(draft).map((part) => [part, text(`parts.${part}`)])
  const read = {
    ...head,
    section: text('section'),
    kind: typed.kind,
    label: text('label'),
    parts: Object.fromEntries(parts),
    hint: text('hint'),
    measure: typed.measure,
    polarity: typed.polarity,
    overTime: typed.overTime,
    overPlace: typed.overPlace,
    distinctWindow: typed.overTime === 'distinct' ? typed.distinctWindow || null : null,
    collectedFrom: typed.collectedFrom,
    alsoFromAuthority: typed.collectedFrom === 'setting' && typed.alsoFromAuthority === 'yes',
    derivation,
    people: typed.people,
    minimumPeople: typed.people === 'none' ? 0 : Number(text('minimumPeople')),
    bounds: {
      minimum: boundOf(draft, 'bounds.minimum'),
      maximum: boundOf(draft, 'bounds.maximum'),
      decimals: Number(text('bounds.decimals')),
    },
    askedFrom: typed.askedFrom,
    askedInOrdinals: ordinals.length === 0 ? null : ordinals.map(Number).toSorted((a, b) => a - b),
    evidenceAsked: evidence,
    baseline: typed.baseline,
    disaggregations: breakdowns.map(readBreakdown),
    referenceSheet: {
      purpose: text('referenceSheet.purpose'),
      counts: text('referenceSheet.counts'),
      source: text('referenceSheet.source'),
      limits: text('referenceSheet.limits'),
    },
  }
  // Every choice comes from its list, and the server parses it again.
  return read as IndicatorDefinition
}

function boundOf(draft: DraftedDefinition, field: 'bounds.minimum' | 'bounds.maximum'): number | null {
  const typed = draft.typed[field].trim().replaceAll(',', '')
  if (typed === '' || measureOf(draft) === 'text') return null
  return isPounds(field, draft.typed.measure) ? Math.round(Number(typed) * 100) : Number(typed)
}
