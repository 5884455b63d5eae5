/** Reading rows into one register: who is who over files, what each cell holds, and what is left out. */
import { dayMarks, weekMarks } from '@inclusion/client/register/read/marks-in-cell'
import { readRegister } from '@inclusion/client/register/read/read-register'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leftOut, marksOf, pupilsOf, read, sheetOf } from './read-text.ts'

describe('a cell of a whole day', () => {
  test.each([
    ['/\\', '/', '\\'],
    ['/ \\', '/', '\\'],
    ['/,\\', '/', '\\'],
    ['/|\\', '/', '\\'],
    ['/;\\', '/', '\\'],
    ['\\', '', '\\'],
    ['/', '/', ''],
    ['i', 'I', ''],
    [' I', '', 'I'],
    ['I ', 'I', ''],
    [',I', '', 'I'],
    ['//', '/', '/'],
    ['C1', 'C1', ''],
    ['C1Y3', 'C1', 'Y3'],
    ['/c1', '/', 'C1'],
    ['C1 \u00a0J1', 'C1', 'J1'],
    ['Present', 'PRESENT', ''],
    ['', '', ''],
  ])('"%s"', (cell, am, pm) => expect(dayMarks(cell)).toEqual({ am, pm }))
})

describe('a week’s string', () => {
  const ten = ['/', '\\', '/', '\\', '/', '\\', '/', '\\', 'I', 'I']

  test.each([
    ['/\\/\\/\\/\\II', ten],
    ['/\\ /\\ /\\ /\\ II', ten],
    ['/ \\ / \\ / \\ / \\ I I', ten],
    ['/,\\,/,\\,/,\\,/,\\,I,I', ten],
    ['/\\,/\\,/\\,/\\,II', ten],
    ['/\\/\\/\\/\\ii  ', ten],
    ['/\\    /\\C1Y3', ['/', '\\', '', '', '', '', '/', '\\', 'C1', 'Y3']],
    ['/\\/\\/\\/\\II####', [...ten, '#', '#', '#', '#']],
    ['/\\ /\\    /\\ II', ['/', '\\', '/', '\\', '', '', '/', '\\', 'I', 'I']],
    ['   /\\ /\\ /\\ II', ['', '', '/', '\\', '/', '\\', '/', '\\', 'I', 'I']],
    ['/\\ /\\ /\\ /\\   ', ['/', '\\', '/', '\\', '/', '\\', '/', '\\', '', '']],
    ['/\\ / \u00a0 \\ /\\ II', ['/', '\\', '/', '', '', '\\', '/', '\\', 'I', 'I']],
    ['/\\ /\\ /\\ /\\ II      ', [...ten, '', '', '', '']],
    ['/\\ /\\    /\\ II ## ##', ['/', '\\', '/', '\\', '', '', '/', '\\', 'I', 'I', '#', '#', '#', '#']],
    ['/\\/\\/\\/\\II    ', [...ten, '', '', '', '']],
    ['/\\/\\  /\\/\\/\\/\\', null],
    ['C1C1C1C1 / / /', ['C1', 'C1', 'C1', 'C1', '', '/', '', '/', '', '/']],
    ['C1 C1 C1 C1 II', null],
    ['   /\\ /\\ /\\ /\\ II   ', ['', '', ...ten, '', '']],
    ['C1 /\\    /\\ II', null],
    ['/\\/\\/\\/\\I', null],
    ['/\\/\\/\\/\\III', null],
    ['/,\\,/', null],
    ['', null],
  ])('"%s"', (cell, marks) => expect(weekMarks(cell)).toEqual(marks))
})

describe('who is who over files', () => {
  const days = (heading: string, pupil: string, day: string) =>
    `${heading};Date;AM;PM\n${pupil};${day}/10/2025;/;\\`

  test('by UPN first, whatever the name; what one file lacks the other fills', () => {
    const register = read(
      days('UPN;Name', 'X999200005001;Li, Bo', '13'),
      days('Unique pupil number;DOB;Surname', 'x999200005001;01/02/2011;Lee', '14'),
    )
    expect(register.identifierColumns).toEqual(['UPN', 'Name', 'DOB', 'Surname'])
    expect(pupilsOf(register)).toEqual(['X999200005001|Li, Bo|01/02/2011|Lee'])
  })

  test('by another number, with or without its zeros, unless the names differ', () => {
    expect(
      pupilsOf(read(days('Adm No;Name', '004200;Bo Li', '13'), days('Admission number', '4200', '14'))),
    ).toEqual(['004200|Bo Li'])
    expect(
      pupilsOf(read(days('Adm No;Name', '4200;Bo Li', '13'), days('Adm No;Name', '4200;Cy Oh', '14'))),
    ).toHaveLength(2)
  })

  test('by name and date of birth, in any order and form', () => {
    const register = read(
      days('Name;DOB', 'Bo Li;01/02/2011', '13'),
      days('Surname;Forename;Date of birth', 'LI;Bo;1 Feb 2011', '14'),
    )
    expect(register.pupils).toHaveLength(1)
    expect(
      read(days('Name;DOB', 'Bo Li;01/02/2011', '13'), days('Name;DOB', 'Bo Li;02/02/2011', '14')).pupils,
    ).toHaveLength(2)
  })

  test('by a name that one pupil has, in whichever file it comes first', () => {
    const named = days('Pupil', 'Li, Bo', '14')
    const numbered = days('UPN;Name', 'X1;Bo Li', '13')
    expect(pupilsOf(read(named, numbered))).toEqual(
      ['Li, Bo|X1|Bo Li'].map(() => expect.stringContaining('X1')),
    )
    expect(read(numbered, named).pupils).toHaveLength(1)
  })

  test('a name that two pupils have joins neither, and is said', () => {
    const two = 'UPN;Name;Date;AM;PM\nX1;Bo Li;13/10/2025;/;\\\nX2;Bo Li;13/10/2025;/;\\'
    const register = read(days('Name', 'Bo Li', '14'), two)
    expect(pupilsOf(register)).toEqual(['Bo Li|X1', 'Bo Li|X2'])
    expect(leftOut(register)).toEqual(['several 1 0 1'])
    expect(register.marks.length).toBe(4)
  })
})

test('a week written in pairs, each in its place, reads back whatever is blank', () => {
  const marks = fc.array(fc.constantFrom('/', '\\', 'I', 'N', '-', ''), { minLength: 10, maxLength: 14 })
  const weeks = marks.map((given) => given.slice(0, given.length < 14 ? 10 : 14))
  fc.assert(
    fc.property(weeks, (week) => {
      const cells = week.map((mark) => (mark === '' ? ' ' : mark))
      const pairs = cells.flatMap((mark, at) => (at % 2 === 0 ? [mark + cells[at + 1]] : []))
      expect(weekMarks(pairs.join(' '))).toEqual(week)
    }),
  )
})

describe('what is left out is said', () => {
  test('totals, headings that stand again, notes and rows without a pupil', () => {
    const register = read(
      'UPN;Name;13/10/2025;14/10/2025\nX1;Bo Li;/\\;/\\\n;;;\nUPN;Name;13/10/2025;14/10/2025\nX2;Total, Ann;I I;/\\\nTotal;;2;2\n;Present %;100;50\n;;/\\;\nPage 1 of 2\nPrinted by A. Person',
    )
    expect(pupilsOf(register)).toEqual(['X1|Bo Li', 'X2|Total, Ann'])
    expect(register.marks.length).toBe(8)
    expect(leftOut(register)).toEqual(['headings 1 0 3', 'totals 2 0 5', 'nobody 1 0 7', 'note 2 0 8'])
  })

  test('a pupil whose name is made of words of totals is no total', () => {
    const register = read(
      'Name;13/10/2025;14/10/2025\nDay, Mark;/\\;/\\\nMark Day;II;II\nClass total;2;2\nBoys;50%;50%\nPossible sessions;4;4\nAttendance %;50;50\nLates;0;1',
    )
    expect(leftOut(register)).toEqual(['several 2 0 1', 'totals 5 0 3'])
    const numbered = read('Name;Date;AM;PM\nDay, Mark;13/10/2025;/;\\\nLate, Pupil;13/10/2025;I;I')
    expect(pupilsOf(numbered)).toEqual(['Day, Mark', 'Late, Pupil'])
  })

  test('dates that cannot be read, and sessions that are not said', () => {
    const register = read(
      'Name;Date;Session;Mark\nBo;13/10/2025;AM;/\nBo;31/09/2025;AM;/\nBo;;AM;/\nBo;14/10;AM;/\nBo;14/10/2025;;/\nBo;14/10/2025;2;\\\nBo;15/10/2025;PM;',
    )
    expect(marksOf(register)).toEqual(['0 2025-10-13 am /', '0 2025-10-14 pm \\'])
    expect(register.blanks).toBe(1)
    expect(leftOut(register)).toEqual(['date 1 0 2', 'noDate 1 0 3', 'noYear 1 0 4', 'session 1 0 5'])
  })

  test('weeks that do not begin on a Monday, or have too few marks', () => {
    const register = read(
      'Name;Week beginning;Marks\nBo;13/10/2025;/\\/\\/\\/\\II\nBo;21/10/2025;/\\/\\/\\/\\II\nBo;27/10/2025;/\\/\\',
    )
    expect(register.marks.length).toBe(10)
    expect(leftOut(register)).toEqual(['monday 1 0 2', 'week 1 0 3'])
  })

  test('a later page of other days, until a page of these comes again', () => {
    const register = read(
      'Name;13/10/2025;14/10/2025\nBo;/\\;/\\\nName;20/10/2025;21/10/2025\nBo;II;II\nCy;II;II\nName;13/10/2025;14/10/2025\nCy;NN;NN',
    )
    expect([...new Set(marksOf(register).map((mark) => mark.slice(-1)))]).toEqual(['/', '\\', 'N'])
    expect(leftOut(register)).toEqual(['headings 2 0 2', 'otherDays 2 0 3'])
  })

  test('one mark for a whole day is read as the morning’s, and said', () => {
    const register = read('Name;13/10/2025;14/10/2025;15/10/2025\nBo;I;/\\;/\nCy;/\\;/\\;/\\')
    expect(marksOf(register).slice(0, 4)).toEqual([
      '0 2025-10-13 am I',
      '0 2025-10-14 am /',
      '0 2025-10-14 pm \\',
      '0 2025-10-15 am /',
    ])
    expect(leftOut(register)).toEqual(['oneForADay 1 0 1'])
  })
})

describe('the register', () => {
  test('keeps marks as written, in capitals, those it does not know too; twice where they stand twice', () => {
    const register = read('Name;Date;AM;PM\nBo;13/10/2025; l ;zz\nBo;13/10/2025;I;-')
    expect(marksOf(register)).toEqual([
      '0 2025-10-13 am L',
      '0 2025-10-13 pm ZZ',
      '0 2025-10-13 am I',
      '0 2025-10-13 pm -',
    ])
    expect([...register.marks.row.subarray(0, 4)]).toEqual([1, 1, 2, 2])
  })

  test('reads sessions from times and from numbers, and weeks from their first day', () => {
    const times = read('Name;Date;Time;Mark\nBo;13/10/2025;09:10;/\nBo;13/10/2025;13:00;I')
    expect(marksOf(times)).toEqual(['0 2025-10-13 am /', '0 2025-10-13 pm I'])
    const numbers = read('Name;Date;Session;Mark\nBo;45943;1;/\nBo;45943;2;I')
    expect(marksOf(numbers)).toEqual(['0 2025-10-13 am /', '0 2025-10-13 pm I'])
    const weekdays = read(
      'Name;Date;Session;Mark\nBo;13/10/2025;Mon AM;/\nBo;13/10/2025;Monday pm;I\nBo;14/10/2025;Tue:AM;N',
    )
    expect(marksOf(weekdays)).toEqual(['0 2025-10-13 am /', '0 2025-10-13 pm I', '0 2025-10-14 am N'])
    const week = read('Name;Week;Marks\nBo;13/10/2025 to 17/10/2025;/\\/\\/\\/\\II')
    expect(marksOf(week).at(-1)).toBe('0 2025-10-17 pm I')
  })

  test('holds 250,000 marks of 100 sheets in the size of its columns, and says how far it is', () => {
    const rows = Array.from({ length: 1250 }, (_, at) => `P${at};13/10/2025;/;\\`)
    const shares: number[] = []
    const sheets = Array.from({ length: 100 }, (_, at) => sheetOf(`UPN;Date;AM;PM\n${rows.join('\n')}`, at))
    const register = readRegister(sheets, (share) => shares.push(share))
    expect(register.marks.length).toBe(250_000)
    expect(register.pupils).toHaveLength(1250)
    expect(register.marks.pupil.length).toBeLessThanOrEqual(2 ** 18)
    expect([...new Set(register.marks.sheet.subarray(0, 250_000))]).toHaveLength(100)
    expect(shares.length).toBeGreaterThan(5)
    expect(shares.at(-1)).toBe(1)
  })

  test('says when what is read as marks is no marks', () => {
    const rows = Array.from({ length: 6000 }, (_, at) => `Bo;13/10/2025;AM;word ${at}`)
    const register = read(`Name;Date;Session;Mark\n${rows.join('\n')}`)
    expect(leftOut(register)).toEqual(['vocabulary 1000 0 5001'])
  })
})
