import type { Column, Layout } from '../layout.ts'
import { readHalf, weekdayOf, weekStart } from '../recognise/moment.ts'
import { dateOf, dayOf } from '../register.ts'
import type { Reason } from './left-out.ts'
import { dayMarks, tidyMark, weekMarks } from './marks-in-cell.ts'
import { whenReader } from './when.ts'

/** Takes a tidy mark of the pupil whose row is read. */
export type Put = (day: number, session: 0 | 1, mark: string) => void

/** Reads the marks of one row, and says why it, or a part of it, cannot be read. */
export type RowReader = (row: readonly string[], put: Put) => Reason | null

const indexOf = (layout: Layout, role: Column['role']) =>
  layout.columns.find((column) => column.role === role)?.index ?? -1

/** Each different cell is read once. */
function remembered<Read>(read: (cell: string) => Read): (cell: string) => Read {
  const known = new Map<string, Read>()
  return (cell) => {
    const found = known.get(cell)
    if (found !== undefined) return found
    const fresh = read(cell)
    known.set(cell, fresh)
    return fresh
  }
}

/** Puts both marks of a cell for a whole day; a mark alone is said. */
function dayPutter(): (cell: string, day: number, put: Put) => Reason | null {
  const read = remembered(dayMarks)
  return (cell, day, put) => {
    const { am, pm } = read(cell)
    put(day, 0, am)
    put(day, 1, pm)
    const isAlone = am !== '' && pm === '' && !/[\s,;|]/.test(cell) && am !== '/'
    return isAlone ? 'oneForADay' : null
  }
}

function sessionReader(layout: Layout): RowReader {
  const [date, session, mark] = (['date', 'session', 'mark'] as const).map((role) => indexOf(layout, role))
  const readWhen = whenReader(layout.dateOrder)
  const readNamed = remembered((cell: string) => ({ am: 0, pm: 1, none: null })[readHalf(cell) ?? 'none'])
  const read = remembered(tidyMark)
  const putDay = dayPutter()
  return (row, put) => {
    const when = readWhen(row[date ?? -1] ?? '')
    if ('why' in when) return when.why
    const cell = row[mark ?? -1] ?? ''
    const half = readNamed(row[session ?? -1] ?? '') ?? when.session
    if (half !== null) put(when.day, half === 0 ? 0 : 1, read(cell))
    else if (tidyMark(cell).length < 2) return 'session'
    else return putDay(cell, when.day, put)
    return null
  }
}

function dayReader(layout: Layout): RowReader {
  const [date, am, pm, mark] = (['date', 'am', 'pm', 'mark'] as const).map((role) => indexOf(layout, role))
  const readWhen = whenReader(layout.dateOrder)
  const read = remembered(tidyMark)
  const putDay = dayPutter()
  const halves = [am ?? -1, pm ?? -1] as const
  return (row, put) => {
    const when = readWhen(row[date ?? -1] ?? '')
    if ('why' in when) return when.why
    for (const [half, index] of halves.entries()) {
      if (index >= 0) put(when.day, half === 0 ? 0 : 1, read(row[index] ?? ''))
    }
    const isWhole = mark !== undefined && mark >= 0 && halves[0] < 0 && halves[1] < 0
    return isWhole ? putDay(row[mark] ?? '', when.day, put) : null
  }
}

type Place = { index: number; day: number; session: Column['session'] }

/** Puts the marks of columns, each of its own day. */
function placesPutter(): (row: readonly string[], places: readonly Place[], put: Put) => Reason | null {
  const read = remembered(tidyMark)
  const putDay = dayPutter()
  return (row, places, put) => {
    let alone: Reason | null = null
    for (const { index, day, session } of places) {
      const cell = row[index] ?? ''
      if (session === 'both') alone = putDay(cell, day, put) ?? alone
      else put(day, session === 'pm' ? 1 : 0, read(cell))
    }
    return alone
  }
}

function pupilReader(layout: Layout): RowReader {
  const places = layout.columns.flatMap(({ index, role, day, session }) =>
    role === 'marks' && day !== null ? [{ index, day: dayOf(day), session }] : [],
  )
  const putPlaces = placesPutter()
  return (row, put) => putPlaces(row, places, put)
}

function weekReader(layout: Layout): RowReader {
  const week = indexOf(layout, 'week')
  const columns = layout.columns.filter(({ role }) => role === 'marks')
  const ofDays = columns.filter(({ weekday }) => weekday !== null)
  const readWhen = whenReader(layout.dateOrder)
  const read = remembered(weekMarks)
  const putPlaces = placesPutter()
  return (row, put) => {
    const when = readWhen(weekStart(row[week] ?? ''))
    if ('why' in when) return when.why
    const weekday = weekdayOf(dateOf(when.day))
    if (ofDays.length > 0) {
      if (weekday > 4) return 'monday'
      const monday = when.day - weekday
      return putPlaces(
        row,
        ofDays.map(({ index, weekday: of, session }) => ({ index, day: monday + (of ?? 0), session })),
        put,
      )
    }
    if (weekday !== 0) return 'monday'
    const marks = read(row[columns[0]?.index ?? -1] ?? '')
    if (!marks) return 'week'
    for (const [at, mark] of marks.entries()) put(when.day + Math.floor(at / 2), at % 2 === 0 ? 0 : 1, mark)
    return null
  }
}

/** The reader of a layout's rows. */
export function rowReader(layout: Layout): RowReader {
  switch (layout.shape) {
    case 'session-a-row':
      return sessionReader(layout)
    case 'day-a-row':
      return dayReader(layout)
    case 'pupil-a-row':
      return pupilReader(layout)
    case 'week-a-row':
      return weekReader(layout)
  }
}
