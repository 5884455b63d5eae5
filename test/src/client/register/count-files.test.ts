/** Files as she drops them: which make the register, which are missing from it, and what she says of them. */
import { takeOutId } from '@inclusion/client/register/asked-fields'
import { filesNotRead } from '@inclusion/client/register/files-not-read'
import { rolesIn } from '@inclusion/client/register/layout-words'
import { Reader } from '@inclusion/client/register/reader'
import { freeName, printOf } from '@inclusion/client/register/same-bytes'
import { describe, expect, test } from 'vitest'

const heading = 'UPN,Name,Date,Session,Mark'
const upn = (end: number) => `X9992000050${String(end).padStart(2, '0')}`
const rowsOf = (day: string, pupils = 3) =>
  Array.from({ length: pupils }, (_, at) => `${upn(at)},Pupil ${'ABC'[at]},${day},AM,/`)
const month = (name: string, day: string) => new File([[heading, ...rowsOf(day)].join('\n')], name)
const notes = (name = 'notes.csv') => new File(['Rota\nWho brings,biscuits\nno register,here'], name)
const torn = (name: string) => new File([Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9])], name)

const newReader = () => new Reader(() => {})
const marksOf = ({ register }: Awaited<ReturnType<Reader['read']>>) => register?.marks ?? null

describe('a file that is no register', () => {
  test('is missing beside another, until it is taken out', async () => {
    const reader = newReader()
    const reading = await reader.read([month('october.csv', '13/10/2025'), notes()])
    expect(marksOf(reading)).toBe(3)
    expect(filesNotRead(reading)).toMatchObject([{ field: 'sheet-1-summary' }])
    expect(filesNotRead(reading)[0]!.message).toMatch(/^notes\.csv: ./)
    expect(filesNotRead(reader.remove('notes.csv'))).toEqual([])
  })

  test('is missing no more when she says that it is none, and again when she takes that back', async () => {
    const reader = newReader()
    await reader.read([month('october.csv', '13/10/2025'), notes()])
    const told = reader.correct(1, { isNoRegister: true })
    expect(filesNotRead(told)).toEqual([])
    expect(told.sheets[1]).toMatchObject({ why: 'You said that it is no register.' })
    expect(filesNotRead(reader.correct(1, {}))).toHaveLength(1)
  })

  test('may be one that looks like a register: nothing of it is counted then', async () => {
    const reader = newReader()
    await reader.read([month('october.csv', '13/10/2025'), month('practice.csv', '14/10/2025')])
    const told = reader.correct(1, { isNoRegister: true })
    expect([marksOf(told), told.sheets[1]?.layout?.shape]).toEqual([3, 'session-a-row'])
    expect(marksOf(reader.correct(1, {}))).toBe(6)
  })

  test('that cannot be opened is missing too, and can be taken out', async () => {
    const reader = newReader()
    const reading = await reader.read([month('october.csv', '13/10/2025'), torn('november.xlsx')])
    expect(filesNotRead(reading)).toMatchObject([{ field: takeOutId }])
    expect(filesNotRead(reader.remove('november.xlsx'))).toEqual([])
  })
})

describe('two files of one name', () => {
  test('are both read where they differ', async () => {
    const reader = newReader()
    await reader.read([month('register.csv', '13/10/2025')])
    const both = await reader.read([month('register.csv', '10/11/2025')])
    expect(both.sheets.map(({ file }) => file)).toEqual(['register.csv', 'register.csv (2)'])
    expect(both.register).toMatchObject({ marks: 6, firstDay: '2025-10-13', lastDay: '2025-11-10' })
    const left = reader.remove('register.csv')
    expect(left.sheets.map(({ file }) => file)).toEqual(['register.csv (2)'])
  })

  test('are both read where they were dropped together', async () => {
    const files = [month('register.csv', '13/10/2025'), month('register.csv', '10/11/2025')]
    expect(marksOf(await newReader().read(files))).toBe(6)
  })

  test('are one where they are the same', async () => {
    const reader = newReader()
    const files = ['13/10/2025', '10/11/2025'].map((day) => month('register.csv', day))
    await reader.read(files)
    const again = await reader.read([
      month('register.csv', '10/11/2025'),
      month('register.csv', '13/10/2025'),
    ])
    expect([again.sheets.length, marksOf(again)]).toEqual([2, 6])
  })

  test('are one where the first could not be read, and was mended', async () => {
    const reader = newReader()
    await reader.read([torn('register.csv')])
    const mended = await reader.read([month('register.csv', '13/10/2025')])
    expect([mended.unread, mended.sheets.map(({ file }) => file)]).toEqual([[], ['register.csv']])
  })

  const yearless = (end: number) =>
    new File([`UPN,Name,10 Nov AM,10 Nov PM\n${upn(end)},Pupil A,N,N`], 'register.csv')
  const filesOf = ({ sheets }: Awaited<ReturnType<Reader['read']>>) => sheets.map(({ file }) => file)
  const both = ['register.csv', 'register.csv (2)']

  test('are both kept where the first waits for an answer', async () => {
    expect(filesOf(await newReader().read([yearless(0), yearless(1)]))).toEqual(both)
    const reader = newReader()
    await reader.read([yearless(0)])
    const reading = await reader.read([month('register.csv', '13/10/2025')])
    expect(filesOf(reading)).toEqual(both)
    expect(filesNotRead(reading)).toHaveLength(1)
  })

  test('are both said where neither of one drop can be opened', async () => {
    const other = new File([Uint8Array.from([0x50, 0x4b, 3, 4, 8])], 'register.csv')
    const { unread } = await newReader().read([torn('register.csv'), other])
    expect(unread.map(({ file }) => file)).toEqual(both)
  })

  test('are not two of which one begins with the name of the other', async () => {
    const reader = newReader()
    await reader.read([torn('register.csv (1).csv'), torn('register.csv (2)')])
    const { unread } = await reader.read([month('register.csv', '13/10/2025')])
    expect(unread).toHaveLength(2)
  })

  test('and one that cannot be read takes nothing away', async () => {
    const reader = newReader()
    await reader.read([month('register.csv', '13/10/2025')])
    const reading = await reader.read([torn('register.csv')])
    expect(marksOf(reading)).toBe(3)
    expect(reading.unread).toMatchObject([{ file: 'register.csv (2)' }])
  })
})

test('the print of a file is another when one byte is another, or one more', () => {
  const bytes = new Uint8Array(5_000)
  const prints = new Set([printOf(bytes), printOf(bytes.slice(1))])
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = bytes.slice()
    changed[at] = 1
    prints.add(printOf(changed))
  }
  expect(prints.size).toBe(2 + Math.ceil(5_000 / 7))
  expect(printOf(bytes.slice())).toBe(printOf(bytes))
})

test('a name is free when no file has it', () => {
  expect(freeName('a.csv', new Set(['b.csv']))).toBe('a.csv')
  expect(freeName('a.csv', new Set(['a.csv', 'a.csv (2)']))).toBe('a.csv (3)')
})

test('rows are those that hold something: not titles, nor what follows the last line', async () => {
  const titles = ['Register of a school', 'Printed today', '']
  const text = [...titles, heading, ...rowsOf('13/10/2025'), '', ',,,,', ''].join('\r\n')
  const { sheets } = await newReader().read([new File([text], 'register.csv')])
  expect(sheets[0]?.rows).toBe(3)
})

describe('what a column can be', () => {
  const columnsOf = (...roles: ('am' | 'pm' | 'mark')[]) =>
    roles.map((role, index) => ({
      ...{ index, heading: role, role },
      ...{ day: null, session: null, weekday: null },
    }))

  test('of a day’s row without morning and afternoon is the mark of both', () => {
    const roles = rolesIn({ shape: 'day-a-row', columns: columnsOf('mark') })
    expect(roles).toContain('mark')
    expect(rolesIn({ shape: 'day-a-row', columns: columnsOf('am', 'pm') })).not.toContain('mark')
  })
})
