/** Writes an invented register in every shape, date form, delimiter and encoding that the reader should read. */
import { addDays } from '@inclusion/shared/time'
import { weekdayOf } from '@inclusion/client/register/recognise/moment'

export type Person = { upn: string; admission: string; surname: string; forename: string; born: string }

/** `marks[pupil][day][session]`, '' where a session has none. */
export type Invented = { people: Person[]; days: string[]; marks: (readonly [string, string])[][] }

/** A cell; `{ date }` may be written as a date of a workbook. */
export type Cell = string | { date: string; text: string }
export type Grid = Cell[][]

export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const longMonths =
  'January February March April May June July August September October November December'.split(' ')
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** How a date is written; those of `yearless` need a title or her answer. */
export const dateForms: Record<string, (date: string) => string> = {
  iso: (date) => date,
  british: (date) => date.split('-').toReversed().join('/'),
  'british, short': (date) => {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number]
    return `${day}/${month}/${year % 100}`
  },
  dotted: (date) => date.split('-').toReversed().join('.'),
  'month name': (date) => {
    const [year, month, day] = date.split('-') as [string, string, string]
    return `${day}-${months[Number(month) - 1]}-${year}`
  },
  'weekday and month': (date) => {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number]
    return `${weekdays[weekdayOf(date)]} ${day} ${longMonths[month - 1]} ${year}`
  },
}

export const yearlessForms: Record<string, (date: string) => string> = {
  'weekday, day and month': (date) => `${weekdays[weekdayOf(date)]} ${date.slice(8)}/${date.slice(5, 7)}`,
  'day and month name': (date) => `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`,
}

export type Identifiers = {
  headings: string[]
  cells: (person: Person) => Cell[]
  key: (person: Person) => string
}

export const identifierSets: Record<string, Identifiers> = {
  'UPN and names': {
    headings: ['UPN', 'Surname', 'Forename', 'Year'],
    cells: ({ upn, surname, forename }) => [upn, surname, forename, '9'],
    key: ({ upn, surname, forename }) => [upn, surname, forename].join('|'),
  },
  'name alone': {
    headings: ['Reg', 'Name'],
    cells: ({ surname, forename }) => ['9A', `${surname}, ${forename}`],
    key: ({ surname, forename }) => `${surname}, ${forename}`,
  },
  'admission number and birth': {
    headings: ['Adm No.', 'Legal Name', 'DOB'],
    cells: ({ admission, surname, forename, born }) => [admission, `${forename} ${surname}`, born],
    key: ({ admission, surname, forename, born }) => [admission, `${forename} ${surname}`, born].join('|'),
  },
}

export type Written = {
  identifiers: Identifiers
  date: (date: string) => string
  pair: (am: string, pm: string) => string
}

const dated = (date: string, form: Written['date']): Cell => ({ date, text: form(date) })

export const pairs: Record<string, Written['pair']> = {
  tight: (am, pm) => (am !== '' && pm !== '' ? am + pm : am === '' && pm === '' ? '' : `${am},${pm}`),
  comma: (am, pm) => (am + pm === '' ? '' : `${am},${pm}`),
  bar: (am, pm) => (am + pm === '' ? '' : `${am}|${pm}`),
  space: (am, pm) => (am !== '' && pm !== '' ? `${am} ${pm}` : am + pm === '' ? '' : `${am};${pm}`),
}

type Shaper = (invented: Invented, written: Written) => Grid

const eachDay = (
  { people, days, marks }: Invented,
  rows: (person: Person, day: string, am: string, pm: string) => Grid,
) =>
  people.flatMap((person, at) =>
    days.flatMap((day, on) => rows(person, day, ...(marks[at]?.[on] ?? ['', '']))),
  )

const sessionRows: Shaper = (invented, { identifiers, date }) => [
  [...identifiers.headings, 'Date', 'Session', 'Mark', 'Minutes late'],
  ...eachDay(invented, (person, day, am, pm) => [
    [...identifiers.cells(person), dated(day, date), 'AM', am, ''],
    [...identifiers.cells(person), dated(day, date), 'PM', pm, ''],
  ]),
]

const momentRows: Shaper = (invented, { identifiers, date }) => [
  [...identifiers.headings, 'Date', 'Code'],
  ...eachDay(invented, (person, day, am, pm) => [
    [...identifiers.cells(person), `${date(day)} 09:10`, am],
    [...identifiers.cells(person), `${date(day)} 13:00`, pm],
  ]),
]

const dayRows: Shaper = (invented, { identifiers, date }) => [
  ['Date', ...identifiers.headings, 'AM', 'PM', 'Comments'],
  ...eachDay(invented, (person, day, am, pm) => [
    [dated(day, date), ...identifiers.cells(person), am, pm, ''],
  ]),
]

const pupilRows = (
  { people, days, marks }: Invented,
  identifiers: Identifiers,
  cellsOf: (am: string, pm: string) => Cell[],
): Grid =>
  people.map((person, at) => [
    ...identifiers.cells(person),
    ...days.flatMap((_, on) => cellsOf(...(marks[at]?.[on] ?? ['', '']))),
    String(days.length * 2),
    '93.5',
  ])

const sessionColumns: Shaper = (invented, { identifiers, date }) => [
  [
    ...identifiers.headings,
    ...invented.days.flatMap((day) => [`${date(day)} AM`, `${date(day)} PM`]),
    'Possible',
    'Present %',
  ],
  ...pupilRows(invented, identifiers, (am, pm) => [am, pm]),
]

const dayColumns: Shaper = (invented, { identifiers, date, pair }) => [
  [...identifiers.headings, ...invented.days.map((day) => dated(day, date)), 'Possible', 'Present %'],
  ...pupilRows(invented, identifiers, (am, pm) => [pair(am, pm)]),
]

/** Dates over AM and PM, as a merged heading leaves them in a text. */
const mergedColumns: Shaper = (invented, { identifiers, date }) => {
  const blank = identifiers.headings.map(() => '')
  return [
    [...blank, ...invented.days.flatMap((day) => [dated(day, date), '']), '', ''],
    [...blank, ...invented.days.flatMap((day) => [weekdays[weekdayOf(day)] ?? '', '']), '', ''],
    [...identifiers.headings, ...invented.days.flatMap(() => ['AM', 'PM']), 'Possible', 'Present %'],
    ...pupilRows(invented, identifiers, (am, pm) => [am, pm]),
  ]
}

const mondayOf = (day: string) => addDays(day, -weekdayOf(day))

function inWeeks(
  { people, days, marks }: Invented,
  row: (person: Person, monday: string, week: string[]) => Cell[],
): Grid {
  const mondays = [...new Set(days.map(mondayOf))]
  const length = days.some((day) => weekdayOf(day) > 4) ? 7 : 5
  const marksOn = (at: number, day: string) => marks[at]?.[days.indexOf(day)] ?? ['', '']
  return mondays.flatMap((monday) =>
    people.map((person, at) =>
      row(person, monday, Array.from({ length }, (_, on) => marksOn(at, addDays(monday, on))).flat()),
    ),
  )
}

const weekStrings: Shaper = (invented, { identifiers, date, pair }) => [
  [...identifiers.headings, 'Week beginning', 'Marks'],
  ...inWeeks(invented, (person, monday, week) => [
    ...identifiers.cells(person),
    dated(monday, date),
    pair === pairs['comma'] ? week.join(',') : week.map((mark) => (mark === '' ? ' ' : mark)).join(''),
  ]),
]

const weekColumns: Shaper = (invented, { identifiers, date }) => [
  [
    ...identifiers.headings,
    'w/c',
    ...weekdays
      .slice(0, invented.days.some((day) => weekdayOf(day) > 4) ? 7 : 5)
      .flatMap((weekday) => [`${weekday} AM`, `${weekday} PM`]),
  ],
  ...inWeeks(invented, (person, monday, week) => [
    ...identifiers.cells(person),
    dated(monday, date),
    ...week,
  ]),
]

export const shapers = {
  sessionRows,
  momentRows,
  dayRows,
  sessionColumns,
  dayColumns,
  mergedColumns,
  weekStrings,
  weekColumns,
} satisfies Record<string, Shaper>
export type ShaperName = keyof typeof shapers

/** As text with separated cells; a cell is quoted where it must be. */
export function separated(grid: Grid, delimiter: string, newline = '\r\n'): string {
  const quoted = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return grid.map((row) => row.map((cell) => quoted(textOf(cell))).join(delimiter)).join(newline)
}

/** The bytes of a text in an encoding. All invented names can be written in windows-1252. */
export const encodings: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with its mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'UTF-16': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'UTF-16, big end first': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
  'windows-1252': (text) => new Uint8Array(Buffer.from(text, 'latin1')),
}
