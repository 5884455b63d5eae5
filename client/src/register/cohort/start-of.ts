/** When the mentoring of a pasted line's pupil began. A cell that only may be meant is asked about. */
import type { LocalDate } from '@inclusion/shared/time'
import type { Member } from '../counts.ts'
import type { Register } from '../register.ts'
import { plainNumber } from './pupil-index.ts'
import type { Cell, Line } from './read-line.ts'
import { isSerial, meansADate, readSerial, readStartDate } from './start-date.ts'

const startHeading = /\b(starts?|started|began|begins|since|from|joined)\b|^date$/i

export type Start = { startsOn: Member['startsOn'] } | { fault: 'date' | 'early' }

type Asked = { pupil: number; headings: readonly Cell[]; earliest: LocalDate | null }

/** The start of a line; one before `earliest` is none, as it may be a date of birth. */
export function startOf(register: Register, { cells }: Line, asked: Asked): Start {
  const under = asked.headings.find(({ text }) => startHeading.test(text))
  const own = new Set(register.pupils[asked.pupil]!.identifiers.map((text) => text.trim()))
  const starts = under
    ? cells.filter(({ place }) => place === under.place).slice(-1)
    : cells.filter((cell) => mayStart(cell, asked.earliest) && !isOwn(cell, own))
  const dates = starts.map(({ text, date }) => (isSerial(text) ? readSerial(text) : date))
  const later = dates.filter((date) => !isEarly(date, asked.earliest))
  if (later.length > 1 || later.some((date) => date === undefined || date === null)) return { fault: 'date' }
  if (later.length === 0) return dates.length > 0 ? { fault: 'early' } : { startsOn: null }
  return { startsOn: later[0]! }
}

/** Under no heading a number is a day only where it is one of about now: it may be any other number. */
const mayStart = ({ text, date }: Cell, earliest: LocalDate | null): boolean =>
  date !== undefined || meansADate(text) || (isSerial(text) && isNear(readSerial(text), earliest))

const yearsAround = 5

function isNear(date: LocalDate, earliest: LocalDate | null): boolean {
  if (earliest === null) return false
  return date >= earliest && Number(date.slice(0, 4)) - Number(earliest.slice(0, 4)) <= yearsAround
}

/** A date of birth beside a name is no start, nor is an admission number that looks like a day's. */
function isOwn({ text, date }: Cell, own: ReadonlySet<string>): boolean {
  const plain = plainNumber(text)
  if (plain !== '' && [...own].some((each) => plainNumber(each) === plain)) return true
  return date !== undefined && [...own].some((each) => readStartDate(each) === date)
}

function isEarly(date: LocalDate | null | undefined, earliest: LocalDate | null): boolean {
  return typeof date === 'string' && earliest !== null && date < earliest
}
