/** Any register, written in any shape that school systems export, reads back to exactly the same marks. */
import { decodeFile } from '@inclusion/client/register/decode/decode-file'
import { recognise } from '@inclusion/client/register/recognise/recognise'
import { readRegister } from '@inclusion/client/register/read/read-register'
import { dateOf, type Register } from '@inclusion/client/register/register'
import { attendanceCodes } from '@inclusion/shared/attendance/codes'
import { addDays } from '@inclusion/shared/time'
import { weekdayOf } from '@inclusion/client/register/recognise/moment'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workbookOf } from './write-workbook.ts'
import {
  dateForms,
  encodings,
  identifierSets,
  pairs,
  separated,
  shapers,
  yearlessForms,
  type Grid,
  type Identifiers,
  type Invented,
  type Person,
  type ShaperName,
} from './write-register.ts'

const surnames = ["O'Brien-Smith", 'Zoë', 'Núñez', 'Okafor', 'van der Berg', 'Lê', 'Total', 'Marks']
const forenames = ['Ann', 'Chloë', 'Mary-Jane', 'José', 'Kofi', 'May', 'April', 'Sunny']

const people: Person[] = surnames.map((surname, at) => ({
  upn: `X82043210${String(at).padStart(4, '0')}`,
  admission: String(4200 + at).padStart(6, '0'),
  surname,
  forename: forenames[at] ?? '',
  born: `${String(at + 1).padStart(2, '0')}/0${at + 1}/2011`,
}))

const mark = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('/', '\\', 'I', 'N') },
  { weight: 3, arbitrary: fc.constantFrom(...attendanceCodes) },
  { weight: 1, arbitrary: fc.constantFrom('-', '*', '?') },
)
const session = fc.oneof({ weight: 5, arbitrary: mark }, { weight: 1, arbitrary: fc.constant('') })

const invented = fc
  .record({
    pupils: fc.integer({ min: 1, max: people.length }),
    start: fc.integer({ min: 0, max: 200 }),
    length: fc.integer({ min: 3, max: 8 }),
    gaps: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }),
    marks: fc.array(fc.array(fc.tuple(session, session), { minLength: 8, maxLength: 8 }), {
      minLength: people.length,
      maxLength: people.length,
    }),
  })
  .map(({ pupils, start, length, gaps, marks }): Invented => {
    const days: string[] = []
    let day = addDays('2025-09-01', start)
    for (const gap of gaps.slice(0, length)) {
      while (weekdayOf(day) > 4) day = addDays(day, 1)
      days.push(day)
      day = addDays(day, gap)
    }
    return {
      people: people.slice(0, pupils),
      days,
      marks: marks.slice(0, pupils).map((row) => row.slice(0, length)),
    }
  })

function writtenMarks({ people, days, marks }: Invented, key: Identifiers['key']): string[] {
  return people
    .flatMap((person, at) =>
      days.flatMap((day, on) => (marks[at]?.[on] ?? []).map((mark, half) => ({ person, day, half, mark }))),
    )
    .filter(({ mark }) => mark !== '')
    .map(({ person, day, half, mark }) => [key(person), day, half, mark].join(' ~ '))
    .toSorted()
}

function readMarks({ marks, pupils, vocabulary }: Register): string[] {
  return Array.from({ length: marks.length }, (_, at) =>
    [
      pupils[marks.pupil[at] ?? -1]?.identifiers.join('|'),
      dateOf(marks.day[at] ?? 0),
      marks.session[at],
      vocabulary[marks.mark[at] ?? -1],
    ].join(' ~ '),
  ).toSorted()
}

async function read(bytes: Uint8Array, name: string): Promise<Register> {
  const sheets = await decodeFile({ name, bytes })
  return readRegister(
    sheets.map((sheet) => {
      const recognised = recognise(sheet)
      if (!recognised.isRegister) throw new Error(recognised.why)
      return { sheet, layout: recognised.layout }
    }),
  )
}

const named = <Thing>(things: Record<string, Thing>) => fc.constantFrom(...Object.keys(things))

const written = fc.record({
  invented,
  identifiers: named(identifierSets),
  date: named(dateForms),
  pair: named(pairs),
  titles: fc.constantFrom(0, 1, 3),
  isLower: fc.boolean(),
})

type Given = typeof written extends fc.Arbitrary<infer Value> ? Value : never

const titles: Grid = [['Attendance register'], ['Printed at 09:12. Academic year 2025/26'], []]
const title = (rows: number): Grid => titles.slice(0, rows)

function gridOf(shape: ShaperName, given: Given): Grid {
  const identifiers = identifierSets[given.identifiers] as Identifiers
  const date = (dateForms[given.date] ?? yearlessForms[given.date]) as (date: string) => string
  const pair = pairs[given.pair] as (am: string, pm: string) => string
  const shaped = given.isLower
    ? {
        ...given.invented,
        marks: given.invented.marks.map((row) =>
          row.map(([am, pm]) => [am.toLowerCase(), pm.toLowerCase()] as const),
        ),
      }
    : given.invented
  return [...title(given.titles), ...shapers[shape](shaped, { identifiers, date, pair })]
}

describe.each(Object.keys(shapers) as ShaperName[])('a register written as %s', (shape) => {
  test('as text, in any encoding and with any delimiter', async () => {
    const delimiter = fc.constantFrom(',', ';', '\t', '|')
    await fc.assert(
      fc.asyncProperty(written, named(encodings), delimiter, async (given, encoding, delimiter) => {
        const text = separated(gridOf(shape, given), delimiter, '\r\n')
        const register = await read(
          (encodings[encoding] as (text: string) => Uint8Array)(text),
          'register.csv',
        )
        const { key } = identifierSets[given.identifiers] as Identifiers
        expect(readMarks(register)).toEqual(writtenMarks(given.invented, key))
      }),
      { numRuns: 80 },
    )
  })

  test('as a workbook, its dates as dates or as text', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), async (given, flags) => {
        const [asDates, is1904, areShared] = flags
        const register = await read(
          workbookOf(gridOf(shape, given), asDates, { is1904, areShared }),
          'register.xlsx',
        )
        const { key } = identifierSets[given.identifiers] as Identifiers
        expect(readMarks(register)).toEqual(writtenMarks(given.invented, key))
      }),
      { numRuns: 25 },
    )
  })
})

test.each(['sessionColumns', 'dayColumns', 'mergedColumns'] as const)(
  'a register written as %s, its headings without a year',
  async (shape) => {
    await fc.assert(
      fc.asyncProperty(written, named(yearlessForms), async (given, date) => {
        const grid = gridOf(shape, { ...given, date, titles: 3 })
        const register = await read(new TextEncoder().encode(separated(grid, ',')), 'register.csv')
        const { key } = identifierSets[given.identifiers] as Identifiers
        expect(readMarks(register)).toEqual(writtenMarks(given.invented, key))
      }),
      { numRuns: 60 },
    )
  },
)
