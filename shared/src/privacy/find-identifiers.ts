/**
 * Identifiers of a person in a text (check 9.1): found in the browser before anything is sent or queued,
 * and on the server before anything is stored. Algorithms and test numbers: domain facts 6.
 */
import { findBirthDates } from './birth-dates.ts'
import { findEmails, findPhones, findPostcodes } from './contacts.ts'
import { normalise, originalSpan, type Span } from './normalise.ts'
import { findInsurance, findTenDigits, findUpns } from './numbers.ts'
import { withoutReferences } from './references.ts'

export const identifierKinds = [
  'upn',
  'email',
  'phone',
  'nhs',
  'uln',
  'ni',
  'postcode',
  'birth-date',
] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** What each kind is called after "This looks like". */
export const kindWords: Record<IdentifierKind, string> = {
  upn: "a pupil's UPN",
  email: 'an email address',
  phone: 'a telephone number',
  nhs: 'an NHS number',
  uln: "a learner's ULN",
  ni: 'a National Insurance number',
  postcode: 'a full postcode',
  'birth-date': 'a date of birth',
}

export type Identifier = Span & { kind: IdentifierKind }

/** Every identifier, in order, none over another; spans are of the text as it was given. */
export function findIdentifiers(text: string): Identifier[] {
  if (isPlain(text) && !mayHold(text)) return []
  const normal = normalise(text)
  if (!mayHold(normal.plain)) return []
  const plain = withoutReferences(normal.plain)
  const found = [
    ...of('upn', findUpns(plain)),
    ...of('email', findEmails(plain)),
    ...of('phone', findPhones(plain)),
    ...findTenDigits(plain),
    ...of('ni', findInsurance(plain)),
    ...of('postcode', findPostcodes(plain)),
    ...of('birth-date', findBirthDates(plain)),
  ]
  return withoutOverlaps(found).map(({ kind, start, end }) => ({
    kind,
    ...originalSpan(normal, start, end),
  }))
}

/** Whether a text is its own normal form, near enough. */
const isPlain = (text: string): boolean => /^[\t\n -~]*$/.test(text)

/** No identifier is without a digit, or a sign or word for "at". It reads normal text, where all of them are plain. */
const mayHold = (plain: string): boolean => /[\d@]|\bat\b|[a-z][([{<_-]\s*at\s*/i.test(plain)

const of = (kind: IdentifierKind, spans: readonly Span[]): Identifier[] =>
  spans.map(({ start, end }) => ({ kind, start, end }))

/** The kinds of identifier in a text, each once. */
export const kindsIn = (text: string): IdentifierKind[] => [
  ...new Set(findIdentifiers(text).map(({ kind }) => kind)),
]

/** The text with each identifier taken out: for what is logged. */
export function withoutIdentifiers(text: string): string {
  return findIdentifiers(text).reduceRight(
    (rest, { kind, start, end }) => `${rest.slice(0, start)}[${kind}]${rest.slice(end)}`,
    text,
  )
}

/** Of two that share characters the one that begins first stays, and of these the longer. */
function withoutOverlaps(found: Identifier[]): Identifier[] {
  const kept: Identifier[] = []
  for (const each of found.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each)
  }
  return kept
}
