import type { DateOrder } from '../layout.ts'
import { dateIn, readMoment, readSerial } from '../recognise/moment.ts'
import { wordsOf } from '../recognise/words.ts'
import { dayOf } from '../register.ts'
import type { Reason } from './left-out.ts'

/** The day that a cell says, and its session where it says one; or why it says none. */
export type When = { day: number; session: 0 | 1 | null } | { why: Reason }

function whenOf(cell: string, order: DateOrder): When {
  const words = wordsOf(cell)
  if (words === '') return { why: 'noDate' }
  const serial = readSerial(words)
  if (serial) return { day: dayOf(serial), session: null }
  const moment = readMoment(words, order)
  if (!moment) return { why: 'date' }
  const date = dateIn(moment)
  if (date === null) return { why: 'noYear' }
  return { day: dayOf(date), session: moment.session === null ? null : moment.session === 'am' ? 0 : 1 }
}

/** Reads each different cell once: a register of 250,000 marks has some 200 dates. */
export function whenReader(order: DateOrder): (cell: string) => When {
  const known = new Map<string, When>()
  return function readWhen(cell) {
    const found = known.get(cell) ?? whenOf(cell, order)
    known.set(cell, found)
    return found
  }
}
