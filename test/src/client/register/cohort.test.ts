/** The pasted list of mentored pupils, in the shapes that people paste. */
import { describePupil, matchCohort } from '@inclusion/client/register/cohort/match-cohort'
import { readStartDate } from '@inclusion/client/register/cohort/start-date'
import type { Register } from '@inclusion/client/register/register'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerOf } from './build-register.ts'

const registerWith = (identifierColumns: string[], pupils: string[][]): Register => ({
  ...registerOf([], pupils.length),
  ...{ identifierColumns, pupils: pupils.map((identifiers) => ({ identifiers })) },
})

/** Invented pupils; the numbers have the form of UPNs and belong to nobody. */
const register = registerWith(
  ['Name', 'UPN', 'Adm no', 'DOB', 'Reg'],
  [
    ['Yusuf, Amina', 'X999200005001', '001204', '12/03/2011', '10B'],
    ['O’Neill-Smith, Seán', 'X999200005002', '001205', '02/11/2010', '10B'],
    ['Mensah, Kofi', 'X999200005003', '001206', '30/05/2012', '9A'],
    ['Mensah, Kofi', 'X999200005004', '001207', '14/07/2012', '8C'],
    ['Adeyemi Cole, Grace Ann', 'X999200005005', '1205', '01/01/2011', '11A'],
  ],
)
const parted = registerWith(
  ['Surname', 'Forename', 'Admission number'],
  [
    ['Yusuf', 'Amina', 'A12'],
    ['Yusuf', 'Bilal', 'A13'],
    ['Mensah', 'Amina', 'a13'],
  ],
)

const found = (pasted: string, of = register) => matchCohort(of, pasted)
const pupil = (index: number, startsOn: string | null = null) => ({ pupil: index, startsOn })

describe('one line finds one pupil', () => {
  test.each([
    ['X999200005001', 0],
    ['  X999200005001  ', 0],
    ['001205', 1],
    ['1205', 4],
    ['Yusuf, Amina', 0],
    ['Amina Yusuf', 0],
    ['AMINA   YUSUF', 0],
    ['"Yusuf, Amina"', 0],
    ["Sean O'Neill Smith", 1],
    ['oneill smith, sean', 1],
    ['Seán O’Neill-Smith', 1],
    ['Grace Ann Adeyemi Cole', 4],
    ['Adeyemi-Cole, Grace-Ann', 4],
    ['Yusuf\tAmina', 0],
    ['Yusuf;Amina', 0],
    ['Amina,Yusuf,10B', 0],
    ['Mensah, Kofi\tX999200005004', 3],
    ['10B\tX999200005002\tO’Neill-Smith, Seán\tA mentor', 1],
  ])('%j', (line, index) => {
    expect(found(line)).toMatchObject({ members: [pupil(index)], faults: [] })
  })

  test('by surname and forename in two columns, in either order', () => {
    for (const line of ['Yusuf, Bilal', 'Bilal Yusuf', 'Yusuf\tBilal', 'Bilal\tYusuf', 'bilal,yusuf'])
      expect(found(line, parted)).toMatchObject({ members: [pupil(1)], faults: [], columns: [0, 1] })
  })

  test('with its columns said', () => {
    expect(found('X999200005001\n001205').columns).toEqual([1, 2])
    expect(found('Amina Yusuf\nnobody').columns).toEqual([0])
  })
})

describe('a start date beside it', () => {
  test.each([
    'X999200005001\t03/11/2025',
    'X999200005001, 3/11/2025',
    'X999200005001;3.11.25',
    'X999200005001 2025-11-03',
    'Yusuf, Amina, 3 November 2025',
    'Yusuf, Amina 3 Nov 2025',
    'Amina Yusuf\t3-Nov-25',
    'Amina Yusuf\t2025-11-03T00:00:00',
    'Amina Yusuf\t03/11/2025 00:00',
    '03/11/2025\tAmina Yusuf',
    '"Yusuf, Amina",03/11/2025',
    // A date of birth that the register has is no start.
    'Amina Yusuf\t12/03/2011\t03/11/2025',
    'Amina Yusuf\t03/11/2025\t2011-03-12',
    'Name\tDate of birth\tMentoring since\nAmina Yusuf\t11/03/2011\t03/11/2025',
  ])('%j', (line) => {
    expect(found(line)).toMatchObject({ members: [pupil(0, '2025-11-03')], faults: [] })
  })

  test.each([
    'X999200005001\t31/02/2026',
    'X999200005001\t11/13/2025',
    'X999200005001\t3 Foo 2025',
    'X999200005001\t03/11/2025\t04/11/2025',
    'UPN\tStart date\nX999200005001\tweek 9',
  ])('%j has none that can be read: it is asked about', (line) => {
    const { members, faults } = found(line)
    expect(members).toEqual([])
    expect(faults).toMatchObject([{ why: 'date', candidates: [0] }])
  })

  test('is not there where only the date of birth is', () => {
    expect(found('Amina Yusuf\t12/03/2011').members).toEqual([pupil(0)])
    expect(found('UPN\tStarted\tMentor\nX999200005001\t\tA Person').members).toEqual([pupil(0)])
  })
})

describe('what cannot be matched is said by line', () => {
  test('nobody, several, twice', () => {
    const pasted = 'X999200005001\n\nSomebody Else\nMensah, Kofi\r\nAmina Yusuf\nX999200005002\tX999200005003'
    expect(found(pasted)).toEqual({
      members: [pupil(0)],
      faults: [
        { line: 3, text: 'Somebody Else', why: 'nobody', candidates: [] },
        { line: 4, text: 'Mensah, Kofi', why: 'several', candidates: [2, 3] },
        { line: 5, text: 'Amina Yusuf', why: 'twice', candidates: [0] },
        { line: 6, text: 'X999200005002\tX999200005003', why: 'several', candidates: [1, 2] },
      ],
      lines: [
        { text: 'X999200005001', pupil: 0 },
        { text: 'Amina Yusuf', pupil: 0 },
      ],
      columns: [0, 1],
    })
  })

  test('half a name is not enough, but shows who it may be', () => {
    expect(found('Bilal', parted).faults).toMatchObject([{ why: 'nobody', candidates: [1] }])
    expect(found('Amina', parted).faults).toMatchObject([{ why: 'nobody', candidates: [0, 2] }])
  })

  test('a number is taken as it is written, but for zeros before it that a spreadsheet takes away', () => {
    expect(found('A13\na13', parted)).toMatchObject({ members: [pupil(1), pupil(2)], faults: [] })
    expect(found('1204\n01205\n01206')).toMatchObject({
      members: [pupil(0), pupil(2)],
      faults: [{ line: 2, why: 'several', candidates: [1, 4] }],
    })
    for (const line of ['X99920000500', '12040', '0012 04'])
      expect(found(line)).toMatchObject({ members: [], faults: [{ why: 'nobody' }] })
  })

  test('letters of a number may be small, where they name one pupil', () => {
    expect(found('x999200005001').members).toEqual([pupil(0)])
    expect(found('a12', parted).members).toEqual([pupil(0)])
  })

  test('a group with one pupil in it stands for nobody', () => {
    expect(found('9A').faults).toMatchObject([{ why: 'nobody', candidates: [] }])
    expect(found('X999200005999\t9A').faults).toMatchObject([{ why: 'nobody', candidates: [] }])
  })
})

describe('a line of headings', () => {
  test.each(['UPN', 'Pupil\tStart date', 'Name, Mentor', 'adm no', 'Surname\tForename\tMentoring start'])(
    '%j is skipped',
    (heading) => {
      expect(found(`${heading}\nX999200005001`)).toMatchObject({ members: [pupil(0)], faults: [] })
    },
  )

  test('is only the first, and no line that has a date or names somebody', () => {
    expect(found('X999200005001\nUPN').faults).toMatchObject([{ line: 2, why: 'nobody' }])
    expect(found('Student 03/11/2025').faults).toMatchObject([{ line: 1, why: 'nobody' }])
    expect(found('Amina Yusuf').members).toEqual([pupil(0)])
  })
})

test('a registration number is a number, not a group', () => {
  const numbered = registerWith(['Registration no', 'Registration group'], [['R7', '9A']])
  expect(found('R7', numbered).members).toEqual([pupil(0)])
  expect(found('9A', numbered).members).toEqual([])
})

test('an empty paste finds nobody and faults nothing', () => {
  expect(found(' \n\t\n')).toEqual({ members: [], faults: [], lines: [], columns: [] })
})

test('whatever is pasted, every line is a member, a fault, or the one heading', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'X999200005001',
      'Amina Yusuf',
      'Yusuf, Amina',
      'Kofi Mensah',
      '03/11/2025',
      '31/02/2025',
    ),
    fc.constantFrom('\t', ',', ';', ' ', '"', '\n', 'UPN', '001205'),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const pasted = pieces.join('')
      const { members, faults } = found(pasted)
      const lines = pasted.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length
      const headings = lines - members.length - faults.length
      expect([0, 1]).toContain(headings)
      expect(new Set(members.map((member) => member.pupil)).size).toBe(members.length)
    }),
  )
})

test('every pupil of a register is found by each of its own numbers, and described', () => {
  for (const [index, { identifiers }] of register.pupils.entries()) {
    expect(found(identifiers[1]!).members).toEqual([pupil(index)])
    expect(found(identifiers.join('\t')).members).toEqual([pupil(index)])
  }
  expect(describePupil(register, 0)).toBe('Yusuf, Amina, X999200005001, 001204, 12/03/2011, 10B')
  expect(describePupil(register, 99)).toBe('')
})

test.each([
  ['29/02/2024', '2024-02-29'],
  ['29/02/2025', null],
  ['1 Sept 2025', '2025-09-01'],
  ['Mon 3rd November 2025', '2025-11-03'],
  ['2025-13-01', null],
  ['03/11/0025', null],
  ['001204', undefined],
  ['A12', undefined],
  ['', undefined],
])('%j is read as the date %j', (text, date) => {
  expect(readStartDate(text)).toBe(date)
})
