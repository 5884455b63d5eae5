/**
 * Figures: one cell of a return, as stored and as typed. What cannot be read as a figure is kept as
 * typed (a draft text) and never becomes 0 (domain facts 4: blank, zero, not applicable and not
 * available are different states).
 */
import * as z from 'zod'
import { Counted } from './attendance/counted.ts'
import { evidenceFields, isPair, type EvidenceField, type Measure } from './framework/indicators.ts'
import { Locator } from './locators.ts'
import { storableText } from './text.ts'

/** `z` not applicable, `x` not available (GSS symbols). */
export const missingReasons = ['z', 'x'] as const
export type MissingReason = (typeof missingReasons)[number]

export const numberParts = ['value', 'numerator', 'denominator', 'people'] as const
export type NumberPart = (typeof numberParts)[number]

/** The parts of a setting's attendance. Sessions belong to an academic year, pupils to the period. */
export const sessionParts = ['possible', 'attended', 'authorised', 'unauthorised'] as const
export const pupilParts = ['enrolments', 'persistent', 'severe'] as const
export type AttendancePart = (typeof sessionParts)[number] | (typeof pupilParts)[number]

export const entryParts = [...numberParts, ...sessionParts, ...pupilParts] as const
export type EntryPart = (typeof entryParts)[number]

/** A figure as stored: numbers in their stored units (money in pence), or a reason for none. */
export type Figure = {
  value: number | null
  numerator: number | null
  denominator: number | null
  people: number | null
  text: string | null
  missing: MissingReason | null
  note: string | null
  /** Evidence kept beside an outcome: source, instrument, informant and so on. */
  evidence: Partial<Record<EvidenceField, string>> | null
}

export type Figures = Record<Locator, Figure>

export const emptyFigure: Figure = {
  value: null,
  numerator: null,
  denominator: null,
  people: null,
  text: null,
  missing: null,
  note: null,
  evidence: null,
}

/** Whether a figure says anything: a number, a text, or a reason for missing. */
export function isAnswered(figure: Figure | undefined): boolean {
  if (!figure) return false
  const { value, numerator, denominator, text, missing } = figure
  return value !== null || numerator !== null || denominator !== null || text !== null || missing !== null
}

/** One change to one figure, as typed. A part that is left out stays as it is; an empty one is cleared. */
export const FigureChange = z
  .object({
    locator: Locator,
    /** The revision the person saw; 0 when the figure was blank. */
    revision: z.int().min(0),
    entries: z.partialRecord(z.enum(entryParts), storableText(200)).optional(),
    text: storableText(10_000).optional(),
    missing: z.enum(missingReasons).nullable().optional(),
    note: storableText(2_000).nullable().optional(),
    evidence: z.partialRecord(z.enum(evidenceFields), storableText(500)).optional(),
    /** Of a setting's attendance: what the browser counted from a register, in place of typed entries. */
    counted: z.optional(Counted),
  })
  .strict()
  .meta({ id: 'FigureChange' })
export type FigureChange = z.infer<typeof FigureChange>

export type Entry =
  | { kind: 'number'; number: number }
  | { kind: 'blank' }
  | { kind: 'unreadable'; why: string }

const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g
const spaces = /[\s\u00A0\u202F\u2007]+/g
const grouped = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/

/**
 * Reads what a person typed: digits, thousands commas in their places, a point, a minus; a pound sign
 * before money. Money is typed in pounds and stored in pence. Whether the number is allowed is for the
 * checks (3.1, 3.2): an entry is unreadable only when no number can be read and stored.
 */
export function readEntry(entered: string, measure: Measure | 'attendance'): Entry {
  const text = entered.replace(invisible, '').replace(spaces, ' ').trim().replace(/[−–]/g, '-')
  if (text === '') return { kind: 'blank' }
  const bare = measure === 'money' ? text.replace(/^(-?) ?£ ?/, '$1') : text
  if (bare.endsWith('%'))
    return unreadable(
      measure !== 'attendance' && isPair(measure)
        ? 'Type the two counts; the percentage is worked out for you'
        : 'Type the number itself, not a percentage',
    )
  if (/^-?\d+,\d{1,2}$/.test(bare)) return unreadable('Use a point for decimals, for example 4000.50')
  const match = grouped.exec(bare)
  if (!match) return unreadable('Use only digits, for example 9')
  const number = Number(bare.replaceAll(',', ''))
  if (!Number.isFinite(number) || Math.abs(number) > 1e12)
    return unreadable('Use a number under a million million')
  // Sessions and pupils are stored as whole numbers; a part of one would be rounded or refused there.
  if (measure === 'attendance' && !Number.isInteger(number))
    return unreadable('Use a whole number, for example 9')
  if (measure !== 'money') return { kind: 'number', number: number === 0 ? 0 : number }
  if ((match[1]?.length ?? 0) > 2) return unreadable('Use pounds and pence, for example 1,234.50')
  return { kind: 'number', number: Math.round(number * 100) + 0 }
}

const unreadable = (why: string): Entry => ({ kind: 'unreadable', why })

/** A rate, or a mean, from its pair; null when a half is missing or the denominator is zero. */
export function ratioOf({
  numerator,
  denominator,
}: Pick<Figure, 'numerator' | 'denominator'>): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null
  return numerator / denominator
}

const decimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** A stored number in words a person reads: thousands commas, pounds for money. */
export function showNumber(number: number, measure: Measure | 'attendance'): string {
  return measure === 'money' ? pounds.format(number / 100) : decimal.format(number)
}

/** A pair as its rate: `81.4%`, `12.5 per 100`, or a mean `3.2`; null without a denominator. */
export function showRatio(
  figure: Pick<Figure, 'numerator' | 'denominator'>,
  measure: Measure,
): string | null {
  const ratio = ratioOf(figure)
  if (ratio === null) return null
  if (measure === 'mean') return oneDecimal.format(ratio)
  const percent = oneDecimal.format(ratio * 100)
  return measure === 'rate' ? `${percent} per 100` : `${percent}%`
}

// Never an exponent: `readEntry` refuses one, as people do not type them.
const digits = new Intl.NumberFormat('en-GB', { useGrouping: false, maximumFractionDigits: 20 })

/** What stands in the field for a stored number: the text that reads back to it. */
export function entryText(number: number | null, measure: Measure | 'attendance'): string {
  if (number === null) return ''
  return measure === 'money' ? (number / 100).toFixed(2).replace(/\.00$/, '') : digits.format(number)
}
