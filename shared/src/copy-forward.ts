/**
 * What of a return may be copied from the one before: words, what stands beside a figure, a stock that no work
 * of the period made. Never a result. A rule, read from the definition, that the page and the server both obey.
 */
import {
  emptyFigure,
  entryText,
  isAnswered,
  type Figure,
  type FigureChange,
  type Figures,
} from './figures.ts'
import { isPair, type EvidenceField, type IndicatorDefinition } from './framework/indicators.ts'
import { readLocator, type Locator } from './locators.ts'
import type { CheckInput } from './standards/check-input.ts'

export type Repeatable = { text: boolean; value: boolean; note: boolean; evidence: readonly EvidenceField[] }

/** How something was measured can be the same again; when, of how many and how strong a claim is cannot. */
const lastingEvidence: ReadonlySet<EvidenceField> = new Set(['source', 'instrument', 'informant'])

const nothing: Repeatable = { text: false, value: false, note: false, evidence: [] }

/** What of the authority's own figure may honestly be the same in another period. */
export function repeatableOf(definition: IndicatorDefinition): Repeatable {
  const { kind, measure, overTime, people, collectedFrom, derivation, evidenceAsked } = definition
  if (collectedFrom !== 'authority' || derivation !== null) return nothing
  const isStock = overTime === 'last' && !isPair(measure) && people === 'none'
  return {
    text: kind === 'text',
    value: kind === 'output' && isStock,
    note: true,
    evidence: evidenceAsked.filter((field) => lastingEvidence.has(field)),
  }
}

/** One thing to copy: as it was, and as the change that a save takes. */
export type CopyOffer = {
  locator: Locator
  part: 'text' | 'value' | 'note' | 'evidence'
  was: Figure
  change: Omit<FigureChange, 'locator' | 'revision'>
}

type Now = Pick<CheckInput, 'asked' | 'figures' | 'drafts'>

/** What may be copied from the figures of the last return into what is blank now, in the order asked. */
export function copyOffers({ asked, figures, drafts }: Now, last: Figures): CopyOffer[] {
  const typed = new Set(drafts.map(({ locator }) => locator))
  return asked.flatMap((definition) =>
    Object.entries(last)
      .filter(([locator]) => isOwn(locator, definition))
      .flatMap(([locator, was]) => {
        const now = figures[locator] ?? emptyFigure
        const isBlank = !isAnswered(now) && !typed.has(locator)
        return offersOf(definition, { was, now, isBlank }).map((offer) => ({ locator, was, ...offer }))
      }),
  )
}

function isOwn(locator: Locator, { indicator }: IndicatorDefinition): boolean {
  const place = readLocator(locator)
  return place.kind === 'figure' && place.indicator === indicator && place.urn === null
}

type Stands = { was: Figure; now: Figure; isBlank: boolean }

function offersOf(definition: IndicatorDefinition, { was, now, isBlank }: Stands) {
  const may = repeatableOf(definition)
  const evidence = may.evidence.filter((field) => was.evidence?.[field] && !now.evidence?.[field])
  const offers: Pick<CopyOffer, 'part' | 'change'>[] = []
  if (may.text && isBlank && was.text !== null) offers.push({ part: 'text', change: { text: was.text } })
  if (may.value && isBlank && was.value !== null)
    offers.push({ part: 'value', change: { entries: { value: entryText(was.value, definition.measure) } } })
  if (evidence.length > 0) {
    const copied = Object.fromEntries(evidence.map((field) => [field, was.evidence![field]!]))
    offers.push({ part: 'evidence', change: { evidence: copied } })
  }
  if (may.note && was.note !== null && now.note === null)
    offers.push({ part: 'note', change: { note: was.note } })
  return offers
}

/** The part of a figure that may be copied at all; null where nothing may. */
export function repeatablePart(definition: IndicatorDefinition, was: Figure): Figure | null {
  const [first, ...others] = offersOf(definition, { was, now: emptyFigure, isBlank: true })
  if (!first) return null
  const parts = [first, ...others].map(({ part }) => part)
  const kept = repeatableOf(definition).evidence.filter((field) => was.evidence?.[field])
  return {
    ...emptyFigure,
    ...(parts.includes('text') && { text: was.text }),
    ...(parts.includes('value') && { value: was.value }),
    ...(parts.includes('note') && { note: was.note }),
    ...(parts.includes('evidence') && {
      evidence: Object.fromEntries(kept.map((field) => [field, was.evidence![field]!])),
    }),
  }
}

/** Several offers as changes of a save: one for each figure. `revisionOf` is what the person has seen. */
export function changesOfOffers(
  offers: readonly CopyOffer[],
  revisionOf: (locator: Locator) => number,
): FigureChange[] {
  const byFigure = Map.groupBy(offers, ({ locator }) => locator)
  return [...byFigure].map(([locator, chosen]) =>
    chosen.reduce<FigureChange>((all, { change }) => ({ ...all, ...change }), {
      locator,
      revision: revisionOf(locator),
    }),
  )
}

/** Whether a change is made of nothing but what is offered. */
export function isOffered(
  { locator, revision: _, evidence = {}, ...parts }: FigureChange,
  offers: readonly CopyOffer[],
): boolean {
  const own = offers.filter((offer) => offer.locator === locator)
  const offered: CopyOffer['change'] = Object.assign({}, ...own.map(({ change }) => change))
  const given = { ...parts, ...parts.entries, entries: undefined }
  const held: Record<string, unknown> = { ...offered, ...offered.entries }
  return (
    own.length > 0 &&
    Object.entries(given).every(([part, content]) => content === undefined || content === held[part]) &&
    Object.entries(evidence).every(([field, words]) => words === offered.evidence?.[field as EvidenceField])
  )
}
