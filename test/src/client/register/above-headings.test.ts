/** What stands above and beside the headings of days: weeks, months, summaries. */
import { decodeFile } from '@inclusion/client/register/decode/decode-file'
import { recognise } from '@inclusion/client/register/recognise/recognise'
import { describe, expect, test } from 'vitest'
import { marksOf, read } from './read-text.ts'

const recognised = (text: string, correction = {}) =>
  recognise({ file: 'r.csv', name: null, rows: text.split('\n').map((line) => line.split(';')) }, correction)

const whyNot = (text: string) => {
  const found = recognised(text)
  return found.isRegister ? 'it is a register' : found.why
}

describe('the week of a sheet, alone in its first cell', () => {
  test.each([
    'Week beginning 06/10/2025',
    'w/c 06/10/2025',
    'Week commencing: 6 October 2025',
    'WB Mon 6 Oct 2025',
    'Week beginning;06/10/2025',
    'Week beginning:;;06/10/2025',
    'Register: week beginning 06/10/2025',
  ])('"%s"', (title) => {
    const days = 'UPN;Name;Mon AM;Mon PM;Tue AM;Tue PM;Fri AM;Fri PM\nA999200005001;Bo Li;/;\\;/;\\;L;U'
    expect(marksOf(read(`${title}\n${days}`))).toEqual([
      '0 2025-10-06 am /',
      '0 2025-10-06 pm \\',
      '0 2025-10-07 am /',
      '0 2025-10-07 pm \\',
      '0 2025-10-10 am L',
      '0 2025-10-10 pm U',
    ])
  })

  test('stands over days that it spans, as a date over its sessions does', () => {
    expect(marksOf(read('w/c 06/10/2025\nName;Mon;Tue\nBo Li;/\\;II'))[2]).toBe('0 2025-10-07 am I')
    expect(marksOf(read('13/10/2025\nName;AM;PM\nBo Li;/;\\'))[0]).toBe('0 2025-10-13 am /')
  })
})

describe('days in the rows above', () => {
  test.each(['Summary', 'Totals for the week', 'Notes'])(
    'beside the word "%s" over other columns',
    (word) => {
      const text = `;;Mon 06/10/2025;;Tue 07/10/2025;;${word};\nUPN;Name;AM;PM;AM;PM;Present;Absent`
      expect(marksOf(read(`${text}\nA999200005001;Bo Li;/;\\;I;I;2;2`))).toEqual([
        '0 2025-10-06 am /',
        '0 2025-10-06 pm \\',
        '0 2025-10-07 am I',
        '0 2025-10-07 pm I',
      ])
    },
  )

  test('are no headings where they are a title’s', () => {
    const text = 'Attendance from;01/09/2025;to;19/12/2025\nName;13 Oct;14 Oct\nBo Li;/\\;II'
    expect(marksOf(read(text))[0]).toBe('0 2025-10-13 am /')
  })

  test('month, weekday and day of the month in three rows', () => {
    const text =
      'Register for 2025/26\n;;September;;October;;\n;;Mon;Tue;Wed;Thu;Fri\nSurname;Forename;29;30;1;2;3\nLi;Bo;/\\;/\\;/N;II;/\\'
    expect(marksOf(read(text))).toEqual([
      '0 2025-09-29 am /',
      '0 2025-09-29 pm \\',
      '0 2025-09-30 am /',
      '0 2025-09-30 pm \\',
      '0 2025-10-01 am /',
      '0 2025-10-01 pm N',
      '0 2025-10-02 am I',
      '0 2025-10-02 pm I',
      '0 2025-10-03 am /',
      '0 2025-10-03 pm \\',
    ])
  })
})

describe('a column of numbers under a date holds no marks', () => {
  test('so that a summary is no register', () => {
    const summary =
      'Name;UPN;06/10/2025;13/10/2025;20/10/2025\nBo Li;A999200005001;95.5;100;80%\nCy Oh;;90;88;1'
    expect(whyNot(summary)).toMatch(/^No column of this sheet holds marks with their dates/)
  })

  test('nor the number of the row under the day of printing', () => {
    const text = '14/01/2026\nNo.;Name;13/10/2025 AM;13/10/2025 PM\n1;Bo Li;/;\\\n2;Cy Oh;/;\\\n3;Di Ek;I;I'
    expect(marksOf(read(text))).toHaveLength(6)
  })

  test('unless she says that it does, or it is a tally of 0 and 1', () => {
    const text = 'Name;06/10/2025;07/10/2025;08/10/2025\nBo Li;/\\;II;7\nCy Oh;/\\;II;7'
    const roleOf = (correction: object) => recognised(text, correction).layout?.columns[3]?.role
    expect(roleOf({})).toBe('ignored')
    expect(roleOf({ roles: { 3: 'marks' } })).toBe('marks')
    expect(recognised('Name;06/10/2025;07/10/2025\nBo Li;1;0\nCy Oh;1;1').isRegister).toBe(true)
  })
})

test('a number that a text keeps as ="003456" for Excel is the number', async () => {
  const text =
    'Adm No,Name,Date,AM,PM\n="003456",Bo Li,13/10/2025,/,\\\n"=""003457""",Cy Oh,13/10/2025,I,="I"\n'
  const [sheet] = await decodeFile({ name: 'r.csv', bytes: new TextEncoder().encode(text) })
  expect(sheet?.rows.slice(1, 3).map((row) => [row[0], row.at(-1)])).toEqual([
    ['003456', '\\'],
    ['003457', 'I'],
  ])
})
