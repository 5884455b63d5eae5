import type { Column, DateOrder } from '../layout.ts'
import { identifierOf, type Identifier } from '../recognise/heading-role.ts'
import { dateIn, readMoment } from '../recognise/moment.ts'
import { folded } from '../recognise/words.ts'

/** A column that says who a pupil is, and under which name the same column of another sheet is known. */
export type IdentifierColumn = { index: number; heading: string; key: string; kind: Identifier | null }

/** What is compared of a pupil, '' where it is not given; `numbers` by the key of their column. */
export type Identity = {
  /** In the form of a UPN; what else stands in its column is one of the numbers. */
  upn: string
  numbers: ReadonlyMap<string, string>
  name: string
  birth: string
}

/** Under which name the UPN that joins is known; one that is not called temporary goes before. */
const upnKey: Identifier = 'upn'
const isTemporaryColumn = (heading: string) => /temporary/i.test(heading)

/** The first column of a kind is known by the kind, a second by its own heading. */
export function identifierColumns(columns: readonly Column[]): IdentifierColumn[] {
  const kinds = new Set<Identifier>()
  const ofPupils = columns.filter(({ role }) => role === 'pupil')
  const hasLasting = ofPupils.some(
    ({ heading }) => identifierOf(heading) === 'upn' && !isTemporaryColumn(heading),
  )
  return ofPupils.map(({ index, heading }) => {
    const kind = identifierOf(heading)
    const isSecond = kind === 'upn' && hasLasting && isTemporaryColumn(heading)
    const isFirst = kind !== null && kind !== 'other' && !isSecond && !kinds.has(kind)
    if (isFirst) kinds.add(kind)
    return { index, heading, kind, key: isFirst ? kind : `“${folded(heading)}”` }
  })
}

/** Workbooks drop leading zeros, texts keep them. */
const plainNumber = (text: string) =>
  text
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d+$)/, '')

/** A letter and twelve digits; a temporary one ends with a letter. */
const isUpn = (text: string) => /^[A-Z]\d{11}[\dA-Z]$/.test(text) && !/^[A-Z]0+$/.test(text)
export const isTemporaryUpn = (upn: string): boolean => /[A-Z]$/.test(upn)

/** What people write where there is no number. */
const isNoNumber = (text: string) =>
  !/[A-Z1-9]/.test(text) ||
  /^(?:N\W?A|NONE|NIL|NULL|TB[ACD]|TEMP|TEMPORARY|UNKNOWN|NOT\W?KNOWN|NOT\W?AVAILABLE|PENDING|MISSING|BLANK|NOUPN|X+|NO|NEW)\W*$/.test(
    text,
  )

/** Words in any order, so that "Okafor, Ruth" and "Ruth Okafor" are one name. */
const plainName = (text: string) => folded(text).split(' ').toSorted().join(' ')

function birthOf(text: string, order: DateOrder): string {
  const moment = readMoment(text, order)
  return (moment && dateIn(moment)) ?? text
}

function numbersOf(columns: readonly IdentifierColumn[], cells: readonly string[]): Map<string, string> {
  const numbers = new Map<string, string>()
  for (const [at, { kind, key }] of columns.entries()) {
    const number = plainNumber(cells[at] ?? '')
    // What a column that only she calls an identifier holds may be shared, unless it is all there is.
    const isNumber = kind === 'number' || kind === 'other' || (kind === null && columns.length === 1)
    const isMadeUp = key === upnKey && !isUpn(number) && /\d/.test(number)
    if ((isNumber || isMadeUp) && number !== '' && !isNoNumber(number)) numbers.set(key, number)
  }
  return numbers
}

function upnOf(columns: readonly IdentifierColumn[], cells: readonly string[]): string {
  const given = columns.flatMap(({ kind, key }, at) => {
    const upn = plainNumber(cells[at] ?? '')
    return kind === 'upn' && isUpn(upn) ? [{ upn, key }] : []
  })
  return (given.find(({ key }) => key === upnKey) ?? given[0])?.upn ?? ''
}

/** What identifies a pupil, of the cells of a row in the order of its identifier columns. */
export function identityOf(
  columns: readonly IdentifierColumn[],
  cells: readonly string[],
  order: DateOrder,
): Identity {
  const first = (kind: Identifier) => cells[columns.findIndex((column) => column.kind === kind)] ?? ''
  const parts = `${first('surname')} ${first('forename')}`.trim()
  return {
    upn: upnOf(columns, cells),
    numbers: numbersOf(columns, cells),
    name: plainName(
      first('surname') !== '' && first('forename') !== '' ? parts : first('full-name') || parts,
    ),
    birth: birthOf(first('birth'), order),
  }
}

/** A name and nothing else: two pupils may have it. */
export const isNameAlone = ({ upn, numbers, name, birth }: Identity): boolean =>
  upn === '' && numbers.size === 0 && birth === '' && name !== ''

/** Nothing that could tell her from another. */
export const isNobody = ({ upn, numbers, name, birth }: Identity): boolean =>
  upn === '' && numbers.size === 0 && birth === '' && name === ''
