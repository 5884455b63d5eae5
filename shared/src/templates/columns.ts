/** The columns of a template's sheets by their headings, and those of its CSV: how cells are found without names. */
import { evidenceWords } from '../evidence-words.ts'
import { evidenceFields } from '../framework/indicators.ts'
import type { TemplateLine, TemplatePart } from './template.ts'

/** The headings under which figures are typed, and that of the key that finds a line. */
export const headings = {
  figure: 'Figure',
  denominator: 'Out of',
  people: 'People',
  text: 'In your words',
  missing: 'If none, why',
  note: 'Note',
  source: evidenceWords.source.label,
  instrument: evidenceWords.instrument.label,
  informant: evidenceWords.informant.label,
  window: evidenceWords.window.label,
  followUpWeeks: evidenceWords.followUpWeeks.label,
  asked: evidenceWords.asked.label,
  answered: evidenceWords.answered.label,
  claimStrength: evidenceWords.claimStrength.label,
  key: 'Key',
} as const

/** The headings of what a template shows and nobody types. */
export const shownHeadings = {
  measure: 'Measure',
  about: 'What to give',
  rate: 'Rate',
  lastQuarter: 'Last quarter',
  lastTerm: 'Last term',
  baseline: 'Baseline',
  profile: 'Profile',
} as const

export type EntryColumn = Exclude<keyof typeof headings, 'key'>

const entryColumns: readonly EntryColumn[] = [
  'figure',
  'denominator',
  'people',
  'text',
  'missing',
  'note',
  ...evidenceFields,
]

/** The column of a part: the value and the first half of a pair share one. */
export const columnOf = (part: TemplatePart): EntryColumn =>
  part === 'value' || part === 'numerator' ? 'figure' : part

/** The part of a line that stands in a column; null where the line has none there. */
export const partIn = (column: EntryColumn, { cells }: Pick<TemplateLine, 'cells'>): TemplatePart | null =>
  cells.find(({ part }) => columnOf(part) === column)?.part ?? null

const plain = (text: string | undefined): string => (text ?? '').trim().toLowerCase()

const own: ReadonlySet<string> = new Set([...Object.values(shownHeadings), headings.key].map(plain))

/** Whether the template itself says what stands under a heading. */
export const isOwnHeading = (text: string): boolean => own.has(plain(text))

export type FoundColumns = { header: number; key: number; columns: [EntryColumn, number][] }

/** Where the headings of a sheet stand; null on a sheet without a key, or without anything to type. */
export function findHeadings(rows: readonly (readonly string[])[]): FoundColumns | null {
  const header = rows.findIndex((row) => row.some((text) => plain(text) === plain(headings.key)))
  const texts = (rows[header] ?? []).map(plain)
  const columns = entryColumns.flatMap((column): [EntryColumn, number][] => {
    const at = texts.indexOf(plain(headings[column]))
    return at < 0 ? [] : [[column, at]]
  })
  return columns.length === 0 ? null : { header, key: texts.indexOf(plain(headings.key)), columns }
}

/** CSV: one line a figure. Only `indicator` and what is given have to be there; `measure` is for people. */
export const csvColumns = [
  'return',
  'indicator',
  'edition',
  'measure',
  'category',
  'value',
  'numerator',
  'denominator',
  'people',
  'text',
  'reason',
  'note',
  'source',
  'instrument',
  'informant',
  'months compared',
  'follow-up weeks',
  'asked',
  'answered',
  'claim strength',
  'revision',
] as const
export type CsvColumn = (typeof csvColumns)[number]

/** Parts whose column of a CSV has another name than their own. */
const csvNames: Record<Exclude<TemplatePart, CsvColumn>, CsvColumn> = {
  missing: 'reason',
  window: 'months compared',
  followUpWeeks: 'follow-up weeks',
  claimStrength: 'claim strength',
}

const isNamedElse = (part: TemplatePart): part is keyof typeof csvNames => part in csvNames

/** Under which heading of a CSV a part is given. */
export const csvColumnOf = (part: TemplatePart): CsvColumn => (isNamedElse(part) ? csvNames[part] : part)
