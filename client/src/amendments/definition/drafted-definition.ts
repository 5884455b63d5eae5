/** A definition as its form holds it, each field as it is typed, and what is read of it. Pure. */
import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import { isPair, type EvidenceField, type Measure } from '@inclusion/shared/framework/indicators'
import { newDefinition } from '@inclusion/shared/framework/new-definition'
import { draftBreakdown, readBreakdown, type DraftedBreakdown } from './drafted-breakdown.ts'

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
  derivation: DraftDefinition['derivation']
}

/** What stands fixed while a definition is edited: whose it is, and from when. */
export type DefinitionHead = Pick<DraftDefinition, 'indicator' | 'effectiveFrom' | 'changeClass'>

/** The id of the field in which a part of a definition is typed: all categories of a breakdown are in one. */
export const definitionField = (field: string): string => `definition-${typedIn(field).replaceAll('.', '-')}`

function typedIn(field: string): string {
  if (field === 'referenceSheet') return 'referenceSheet.purpose'
  return field
    .replace(/^(disaggregations\.\d+)\.categories.*$/, '$1.lines')
    .replace(/^(disaggregations\.\d+)\.dimension$/, '$1.label')
}

export const measureOf = ({ typed }: DraftedDefinition): Measure => typed.measure as Measure

/** A new definition of a measure, with what usually follows from it. */
export const startingDraft = (measure: Measure, section = ''): DraftedDefinition =>
  draftOf({ ...newDefinition('', measure, ''), section })

/** What usually follows from how a figure is measured. */
const following = [
  'measure',
  'kind',
  'polarity',
  'overTime',
  'overPlace',
  'people',
  'minimumPeople',
  'bounds.minimum',
  'bounds.decimals',
] as const satisfies readonly TypedField[]

/** The draft measured another way: what follows from the measure follows again. */
export function measuredAs(draft: DraftedDefinition, measure: Measure): DraftedDefinition {
  const usual = startingDraft(measure).typed
  const changed = Object.fromEntries(following.map((field) => [field, usual[field]]))
  return { ...draft, typed: { ...draft.typed, ...changed } }
}

export function draftOf(definition: DraftDefinition): DraftedDefinition {
  const typed = Object.fromEntries(typedFields.map((field) => [field, textOf(definition, field)]))
  return {
    typed: typed as DraftedDefinition['typed'],
    ordinals: (definition.askedInOrdinals ?? []).map(String),
    evidence: definition.evidenceAsked,
    breakdowns: definition.disaggregations.map(draftBreakdown),
    derivation: definition.derivation,
  }
}

function textOf(definition: DraftDefinition, field: TypedField): string {
  const [name = '', part = ''] = field.split('.')
  const whole = (definition as Record<string, unknown>)[name]
  // Each of these fields is one text, number or answer.
  const value = (part === '' ? whole : (whole as Record<string, unknown>)[part]) as
    | string
    | number
    | boolean
    | null
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
export function readDefinition(draft: DraftedDefinition, head: DefinitionHead): DraftDefinition {
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
    distinctWindow: countsOnce(draft) ? typed.distinctWindow || null : null,
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
  return read as DraftDefinition
}

/** Whether somebody may be counted once since a day: in a figure of that kind, or as those behind a rate. */
export const countsOnce = ({ typed }: DraftedDefinition): boolean =>
  typed.overTime === 'distinct' || typed.overTime === 'rate'

function boundOf(draft: DraftedDefinition, field: 'bounds.minimum' | 'bounds.maximum'): number | null {
  const typed = draft.typed[field].trim().replaceAll(',', '')
  if (typed === '' || measureOf(draft) === 'text') return null
  return isPounds(field, draft.typed.measure) ? Math.round(Number(typed) * 100) : Number(typed)
}
