import type { Column, DateOrder } from '../layout.ts'
import { identifierOf, type Identifier } from '../recognise/heading-role.ts'
import { dateIn, readMoment } from '../recognise/moment.ts'
import { folded } from '../recognise/words.ts'

/** A column that says who a pupil is, and under which name the same column of another sheet is known. */
export type IdentifierColumn = { index: number; heading: string; key: string; kind: Identifier | null }

/** What is compared of a pupil, '' where it is not given; `numbers` by the key of their column. */
export type Identity = {
  upn: string
  numbers: ReadonlyMap<string, string>
  name: string
  birth: string
}

/** The first column of a kind is known by the kind, a second by its own heading. */
export function identifierColumns(columns: readonly Column[]): IdentifierColumn[] {
  const kinds = new Set<Identifier>()
  return columns
    .filter(({ role }) => role === 'pupil')
    .map(({ index, heading }) => {
      const kind = identifierOf(heading)
      const isFirst = kind !== null && kind !== 'other' && !kinds.has(kind)
      if (kind) kinds.add(kind)
      return { index, heading, kind, key: isFirst ? kind : `“${folded(heading)}”` }
    })
}

/** Workbooks drop leading zeros, texts keep them. */
const plainNumber = (text: string) =>
  text
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d+$)/, '')

/** Words in any order, so that "Okafor, Ruth" and "Ruth Okafor" are one name. */
const plainName = (text: string) => folded(text).split(' ').toSorted().join(' ')

function birthOf(text: string, order: DateOrder): string {
  const moment = readMoment(text, order)
  return (moment && dateIn(moment)) ?? text
}

/** What identifies a pupil, of the cells of a row in the order of its identifier columns. */
export function identityOf(
  columns: readonly IdentifierColumn[],
  cells: readonly string[],
  order: DateOrder,
): Identity {
  const first = (kind: Identifier) => cells[columns.findIndex((column) => column.kind === kind)] ?? ''
  const numbers = new Map<string, string>()
  for (const [at, { kind, key }] of columns.entries()) {
    // What a column that only she calls an identifier holds may be shared, unless it is all there is.
    const isNumber = kind === 'number' || kind === 'other' || (kind === null && columns.length === 1)
    if (isNumber && (cells[at] ?? '') !== '') numbers.set(key, plainNumber(cells[at] ?? ''))
  }
  const parts = `${first('surname')} ${first('forename')}`.trim()
  return {
    upn: plainNumber(first('upn')),
    numbers,
    name: plainName(
      first('surname') !== '' && first('forename') !== '' ? parts : first('full-name') || parts,
    ),
    birth: birthOf(first('birth'), order),
  }
}
