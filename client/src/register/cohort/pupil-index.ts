/** Who a word of a pasted line can be: every identifier of the register, and names in either order. */
import { identifierOf } from '../recognise/heading-role.ts'
import type { Register } from '../register.ts'
import { readStartDate } from './start-date.ts'

/** Pupils that a text names, with the identifying columns it was found in. */
export type Named = { pupils: readonly number[]; columns: readonly number[] }

export type PupilIndex = {
  /** Whole identifiers, as written. */
  identifiers: ReadonlyMap<string, Named>
  /** The same in capitals, for who types them without. */
  capitals: ReadonlyMap<string, Named>
  /** Numbers without the zeros before them, which a spreadsheet takes away. */
  numbers: ReadonlyMap<string, Named>
  /** Names, by `foldName`. */
  names: ReadonlyMap<string, Named>
  /** Half a name, a surname or a forename alone: never enough, but worth showing. */
  halves: ReadonlyMap<string, Named>
}

/** What many share says who nobody is: a group with one pupil in it must not stand for a mistyped number. */
const shared =
  /^(?!.*\b(?:no|num|number|id)\b).*\b(?:reg|registration|form|class|year|group|house|tutor|sex|gender)\b/i

/** Whether a heading is of what many share. */
export const isGroup = (heading: string): boolean => shared.test(heading)

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

/** Digits alone, without zeros before them; '' of what is no number. */
export const plainNumber = (text: string): string =>
  /^\d+$/.test(text.trim()) ? text.trim().replace(/^0+(?=\d)/, '') : ''

function indexPupils({ identifierColumns, pupils }: Register): PupilIndex {
  const [identifiers, capitals, numbers] = [newNamed(), newNamed(), newNamed()]
  const [names, halves] = [newNamed(), newNamed()]
  const kinds = identifierColumns.map(identifierOf)
  const columnsOf = (kind: string): number[] => kinds.flatMap((one, column) => (one === kind ? [column] : []))
  const passedOver = identifierColumns.map((heading, column) => kinds[column] === 'birth' || isGroup(heading))
  for (const [pupil, { identifiers: given }] of pupils.entries()) {
    for (const [column, text] of given.entries()) {
      if (passedOver[column] || readStartDate(text) !== undefined) continue
      const isHalf = kinds[column] === 'surname' || kinds[column] === 'forename'
      if (isHalf) add(halves, foldName(text), pupil, [column])
      else if (isName(text)) for (const order of ordersOf(text)) add(names, order, pupil, [column])
      else {
        add(identifiers, exact(text), pupil, [column])
        add(capitals, exact(text).toUpperCase(), pupil, [column])
        add(numbers, plainNumber(text), pupil, [column])
      }
    }
    for (const last of columnsOf('surname'))
      for (const first of columnsOf('forename'))
        for (const order of ordersOf(`${given[last]}, ${given[first]}`))
          if (given[last] && given[first]) add(names, order, pupil, [last, first])
  }
  return { identifiers, capitals, numbers, names, halves }
}

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
