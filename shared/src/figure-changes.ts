/**
 * What a change as typed makes of a figure: read by the browser as the person types and by the server
 * as it stores, so that both see the same figure and the same unreadable entries.
 */
import {
  entryParts,
  isAnswered,
  pupilParts,
  readEntry,
  sessionParts,
  type AttendancePart,
  type EntryPart,
  type Figure,
  type FigureChange,
  type NumberPart,
} from './figures.ts'
import { isPair, type EvidenceField, type IndicatorDefinition } from './framework/indicators.ts'

/** An entry that could not be read, kept as typed; null where the part can be read again. */
export type Drafts = Partial<Record<EntryPart, string | null>>

export type Changed<T> = { figure: T; drafts: Drafts }

/** The number fields a figure of this definition has, in the order they are shown. */
export function partsOf({ measure, people }: Pick<IndicatorDefinition, 'measure' | 'people'>): NumberPart[] {
  if (measure === 'text') return []
  const own: NumberPart[] = isPair(measure) ? ['numerator', 'denominator'] : ['value']
  return people === 'beside' ? [...own, 'people'] : own
}

/**
 * The figure after a change. Numbers and a reason for missing exclude each other: typing a number
 * clears the reason, giving a reason clears the numbers. An unreadable entry empties its part.
 */
export function applyChange(
  definition: Pick<IndicatorDefinition, 'measure'>,
  figure: Figure,
  change: FigureChange,
): Changed<Figure> {
  const { numbers, drafts } = readEntries(change, definition.measure)
  const after: Figure = { ...figure, ...numbers }
  if (change.text !== undefined) after.text = change.text.trim() === '' ? null : change.text
  if (change.note !== undefined) after.note = change.note === '' ? null : change.note
  if (change.evidence !== undefined) after.evidence = mergeEvidence(figure.evidence, change.evidence)
  if (change.missing !== undefined && change.missing !== null) return withReason(after, change.missing)
  const gaveSomething = Object.values(numbers).some((number) => number !== null) || after.text !== figure.text
  const withdrawsReason =
    change.missing === null || (gaveSomething && isAnswered({ ...after, missing: null }))
  return { figure: withdrawsReason ? { ...after, missing: null } : after, drafts }
}

function withReason(figure: Figure, missing: 'z' | 'x'): Changed<Figure> {
  const blank = { value: null, numerator: null, denominator: null, people: null, text: null }
  return { figure: { ...figure, ...blank, missing }, drafts: noDrafts }
}

const noDrafts: Drafts = { value: null, numerator: null, denominator: null, people: null }

function mergeEvidence(
  before: Figure['evidence'],
  given: Partial<Record<EvidenceField, string | undefined>>,
) {
  const merged = Object.entries({ ...before, ...given }).filter(
    ([, text]) => text !== undefined && text !== '',
  )
  return merged.length === 0 ? null : (Object.fromEntries(merged) as NonNullable<Figure['evidence']>)
}

/** The numbers of a setting's attendance after a change to them: what was counted first, then what was typed. */
export function applyCounts<T extends Partial<Record<EntryPart, number | null>>>(
  counts: T,
  change: Pick<FigureChange, 'entries' | 'counted'>,
): Changed<T> {
  const { numbers, drafts } = readEntries(change, 'attendance')
  const counted: Partial<Record<EntryPart, number>> = {}
  const read: Drafts = {}
  for (const part of [...sessionParts, ...pupilParts]) {
    const count = numberOf(change.counted, part)
    if (count === undefined || !(part in counts)) continue
    counted[part] = count
    // A count reads well: it takes the place of what was typed there and could not be read.
    read[part] = null
  }
  return { figure: { ...counts, ...counted, ...numbers }, drafts: { ...read, ...drafts } }
}

const numberOf = (counted: FigureChange['counted'], part: AttendancePart): number | undefined =>
  (counted as Partial<Record<AttendancePart, number>> | undefined)?.[part]

function readEntries(
  { entries }: Pick<FigureChange, 'entries'>,
  measure: IndicatorDefinition['measure'] | 'attendance',
) {
  const numbers: Partial<Record<EntryPart, number | null>> = {}
  const drafts: Drafts = {}
  for (const part of entryParts) {
    const entered = entries?.[part]
    if (entered === undefined) continue
    const entry = readEntry(entered, part === 'people' ? 'count' : measure)
    numbers[part] = entry.kind === 'number' ? entry.number : null
    drafts[part] = entry.kind === 'unreadable' ? entered : null
  }
  return { numbers, drafts }
}
