/** Who a word of a pasted line can be: every identifier of the register, and names in either order. */
import type { Register } from '../register.ts'
import { readStartDate } from './start-date.ts'

/** Pupils that a text names, with the identifying columns it was found in. */
export type Named = { pupils: readonly number[]; columns: readonly number[] }

export type PupilIndex = {
  /** Whole identifiers, as written. */
  identifiers: ReadonlyMap<string, Named>
  /** Names, by `foldName`. */
  names: ReadonlyMap<string, Named>
  /** Half a name, a surname or a forename alone: never enough, but worth showing. */
  halves: ReadonlyMap<string, Named>
}

const surname = /\b(sur|last|family)\s?-?name\b/i
/** What many share says who nobody is: a group with one pupil in it must not stand for a mistyped number. */
const shared = /\b(reg|registration|form|class|year|group|house|tutor|sex|gender)\b/i
const forename = /\b(fore|first|given|preferred|middle|christian)\s?-?name/i

/** A name without what people write differently: case, accents, hyphens, apostrophes and spaces. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase()
}

/** Names are letters; a text with a figure in it is a number or a date, and taken as it is written. */
const isName = (text: string): boolean => /\p{L}/u.test(text) && !/\d/.test(text)

export const exact = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

const known = new WeakMap<Register, PupilIndex>()

/** The index of a register; kept while the register is, as it is asked for each pupil she picks. */
export function pupilIndex(register: Register): PupilIndex {
  const index = known.get(register) ?? indexPupils(register)
  known.set(register, index)
  return index
}

function indexPupils({ identifierColumns, pupils }: Register): PupilIndex {
  const [identifiers, names, halves] = [newNamed(), newNamed(), newNamed()]
  const surnames = columnsLike(identifierColumns, surname)
  const forenames = columnsLike(identifierColumns, forename)
  const passedOver = columnsLike(identifierColumns, shared)
  for (const [pupil, { identifiers: given }] of pupils.entries()) {
    for (const [column, text] of given.entries()) {
      if (passedOver.includes(column) || readStartDate(text) !== undefined) continue
      const isHalf = surnames.includes(column) || forenames.includes(column)
      if (isHalf) add(halves, foldName(text), pupil, [column])
      else if (isName(text)) for (const order of ordersOf(text)) add(names, order, pupil, [column])
      else add(identifiers, exact(text), pupil, [column])
    }
    for (const last of surnames)
      for (const first of forenames)
        for (const order of ordersOf(`${given[last]}, ${given[first]}`))
          if (given[last] && given[first]) add(names, order, pupil, [last, first])
  }
  return { identifiers, names, halves }
}

const columnsLike = (headings: readonly string[], pattern: RegExp): number[] =>
  headings.flatMap((heading, column) => (pattern.test(heading) ? [column] : []))

/** A name begun at each of its words: "Surname, Forename" and "Forename Surname" are among them. */
function ordersOf(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  return words.map((_, first) => foldName([...words.slice(first), ...words.slice(0, first)].join('')))
}

type Building = Map<string, { pupils: number[]; columns: number[] }>
const newNamed = (): Building => new Map()

function add(index: Building, key: string, pupil: number, columns: readonly number[]): void {
  if (key === '') return
  const named = index.get(key) ?? { pupils: [], columns: [] }
  if (named.pupils.at(-1) !== pupil) named.pupils.push(pupil)
  for (const column of columns) if (!named.columns.includes(column)) named.columns.push(column)
  index.set(key, named)
}
