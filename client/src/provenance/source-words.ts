/** How a figure came to be what it is, in a sentence. Pure. */
import type {
  FigureChanged,
  FigureProvenance,
  FigureSource,
  FileSource,
  SourceKind,
} from '@inclusion/server/provenance/figure-provenance'
import { shortMoment } from '@inclusion/shared/time'

const given: Partial<Record<SourceKind, string>> = {
  typed: 'Typed',
  pasted: 'Pasted from a spreadsheet',
  file: 'Read from a file that was sent in',
  api: 'Sent through the API',
  register: 'Counted from the register in the browser',
  copied: 'Copied from the accepted return before',
}

const made: Partial<Record<SourceKind, string>> = {
  settings: 'The figures of the settings together',
  'worked-out': 'Worked out by the service',
  carried: 'Carried by the service from the accepted return before',
}

/** "Typed by Ruth Okafor, 20 January 2026, 10:05am."; of one that is made of others only that it is. */
export function sourceWords(source: FigureSource | null): string {
  if (source === null) return 'Nobody has given it yet.'
  const { kind, by, at, onBehalf } = source
  const who = by === null || at === null ? '' : ` by ${by}${onBehalf ? ' in the place of the setting' : ''}`
  const when = at === null ? '' : `, ${shortMoment(at)}`
  if (kind !== 'settings' || who === '') return `${given[kind] ?? made[kind]}${who}${when}.`
  return `${made.settings}, with what was given${who} for those in none of them${when}.`
}

/** What a figure says where entries stand that cannot be read: "“12a”: cannot be read as a figure". */
export function saidWords(shown: string | null, drafts: FigureProvenance['drafts']): string {
  const unread = drafts.map(({ entered }) => `“${entered}”: cannot be read as a figure`)
  return [...(shown === null ? [] : [shown]), ...unread].join('; ') || 'Blank'
}

const partWords: Readonly<Record<string, string>> = {
  value: 'the figure',
  numerator: 'the first number',
  denominator: 'the second number',
  people: 'the people',
  text: 'the words',
  missing: 'the reason for none',
  note: 'the note',
}

/** "Camden.xlsx: the first number at Sessions and hours!C2, the second number at Sessions and hours!D2". */
export const fileWords = ({ name, places }: FileSource): string =>
  `${name}: ${places.map(({ part, at }) => `${partWords[part] ?? part} at ${at}`).join(', ')}`

/** What the figures are called that it is made of. */
export const madeOfWords: Readonly<Record<SourceKind, string>> = {
  typed: 'Made of',
  pasted: 'Made of',
  file: 'Made of',
  api: 'Made of',
  register: 'Made of',
  copied: 'Copied from',
  settings: 'What each setting gave',
  'worked-out': 'Worked out from',
  carried: 'Carried from',
}

/** What a change left. An entry that cannot be read is kept only while it stands: of an older one that it was one. */
export function becameWords(
  { measure, changes: all, drafts }: Pick<FigureProvenance, 'measure' | 'changes' | 'drafts'>,
  change: FigureChanged,
): string {
  if (measure === 'text') return 'Other words'
  const { shown, after } = change
  if (change === all[0]) return saidWords(shown, drafts)
  if (!after.unreadable) return shown ?? 'Blank'
  return shown === null ? 'An entry that cannot be read' : `${shown}, and an entry that cannot be read`
}

/** How a change came in, in a word or two. */
export function changeWords(
  provenance: string | null,
  { counted, onBehalf }: { counted: boolean; onBehalf: boolean },
): string {
  const words = counted ? 'Counted' : ((provenance && changes[provenance]) ?? 'Saved')
  return onBehalf ? `${words}, in the place of the setting` : words
}

const changes: Readonly<Record<string, string>> = {
  carried: 'Carried',
  typed: 'Typed',
  pasted: 'Pasted',
  file: 'From a file',
  api: 'Through the API',
  prefill: 'Copied',
}
