/** Start dates that may be something else, and numbers that may be: asked about, never taken. */
import { matchCohort } from '@inclusion/client/register/cohort/match-cohort'
import type { Register } from '@inclusion/client/register/register'
import { describe, expect, test } from 'vitest'
import { registerOf } from './build-register.ts'

const registerWith = (identifierColumns: string[], pupils: string[][]): Register => ({
  ...registerOf([], pupils.length),
  ...{ identifierColumns, pupils: pupils.map((identifiers) => ({ identifiers })) },
})

const upn = (end: number) => `X99920000500${end}`

/** Without dates of birth, so that a pasted one is not known for what it is. */
const register = registerWith(
  ['Name', 'UPN', 'Adm no'],
  [
    ['Smith, Jack', upn(1), '000123'],
    ['Hill, Amy', upn(2), '000456'],
    ['Osei, Kwame', upn(3), '0010'],
    ['Hill, Tom', upn(4), '45936'],
  ],
)
const parted = registerWith(
  ['Surname', 'Forename', 'Admission number'],
  [
    ['Hill', 'Amy', '0456'],
    ['Hill', 'Tom', '0010'],
  ],
)

const earliest = '2022-10-01'
const found = (pasted: string, of = register) => matchCohort(of, pasted, earliest)
const pupil = (index: number, startsOn: string | null = null) => ({ pupil: index, startsOn })

describe('a date more than three years before the period', () => {
  test.each([
    `${upn(1)}\tJack Smith\t04/05/2010`,
    `${upn(1)}\tJack Smith\t04/05/10`,
    `Jack Smith, 4 May 2010`,
    `UPN\tStart\n${upn(1)}\t04/05/2010`,
  ])('%j is no start: it may be a date of birth', (line) => {
    expect(found(line)).toMatchObject({ members: [], faults: [{ why: 'early', candidates: [0] }] })
  })

  test('is passed over where the start stands beside it', () => {
    expect(found(`${upn(1)}\t04/05/2010\t06/10/2025`).members).toEqual([pupil(0, '2025-10-06')])
    expect(found(`${upn(1)}\t06/10/2025\t2010-05-04`).members).toEqual([pupil(0, '2025-10-06')])
  })

  test('begins on the first day of the three years', () => {
    expect(found(`${upn(1)}\t01/10/2022`).members).toEqual([pupil(0, '2022-10-01')])
    expect(found(`${upn(1)}\t30/09/2022`).faults).toMatchObject([{ why: 'early' }])
  })
})

describe('what is meant for a date and is none', () => {
  test.each(
    [
      ...[
        'Sept 2025',
        'September',
        'Oct-25',
        "Oct '25",
        '6/10',
        '6-10',
        '10/2025',
        '2025-10',
        '6 Oct',
        'Oct 6th',
      ],
      ...['autumn 2025', 'Autumn term 1', 'week 9', '6/10/225', '00/10/2025'],
    ].map((text) => `${upn(1)}\t${text}`),
  )('%j is asked about', (line) => {
    expect(found(line)).toMatchObject({ members: [], faults: [{ why: 'date', candidates: [0] }] })
  })

  test.each(['TBC', 'not yet', 'A Mentor'])('under its heading %j is asked about', (text) => {
    const { faults } = found(`UPN\tStart date\n${upn(1)}\t${text}`)
    expect(faults).toMatchObject([{ why: 'date' }])
  })

  test.each(['10B', 'Year 10', 'A Mentor', 'May', '3', 'KS3', '52310', '9999', 'Week End Club'])(
    'other columns are passed over: %j',
    (text) => {
      expect(found(`${upn(1)}\t${text}\t06/10/2025`)).toMatchObject({ members: [pupil(0, '2025-10-06')] })
      expect(found(`${upn(1)}\t${text}`)).toMatchObject({ members: [pupil(0)], faults: [] })
    },
  )
})

describe('the number that a spreadsheet leaves of a date', () => {
  test('is its day', () => {
    expect(found(`UPN\tStart date\n${upn(1)}\t45937`).members).toEqual([pupil(0, '2025-10-07')])
    expect(found(`${upn(1)}\t45937`).members).toEqual([pupil(0, '2025-10-07')])
  })

  test('is no day where it is a pupil’s own number', () => {
    expect(found('Tom Hill\t45936').members).toEqual([pupil(3)])
    expect(found(`${upn(1)}\t45936`).faults).toMatchObject([{ why: 'several', candidates: [0, 3] }])
  })

  test('of a date of birth is no start', () => {
    expect(found(`UPN\tStart date\n${upn(1)}\t40302`).faults).toMatchObject([{ why: 'early' }])
    expect(found(`${upn(1)}\t40302`).members).toEqual([pupil(0)])
  })
})

describe('a short number beside a name', () => {
  test('that is nobody’s is not enough: it may be a year group', () => {
    const { members, faults } = found('Amie Hill\t10\t6/10/2025')
    expect(members).toEqual([])
    expect(faults).toMatchObject([{ why: 'nobody', candidates: [2] }])
    expect(found('Hill\tAmie\t10', parted)).toMatchObject({ members: [], faults: [{ why: 'nobody' }] })
  })

  test('nor is one that stands in the register with zeros before it', () => {
    expect(found('Jacques Smythe\t456')).toMatchObject({ members: [], faults: [{ why: 'nobody' }] })
  })

  test('that is somebody else’s is asked about', () => {
    expect(found('Amy Hill\t10').faults).toMatchObject([{ why: 'several', candidates: [2, 1] }])
  })

  test('of the same pupil is enough, and so is the number alone', () => {
    expect(found('Kwame Osei\t10\n456').members).toEqual([pupil(2), pupil(1)])
    expect(found('Hill\t456', parted).members).toEqual([pupil(0)])
  })

  test('says nothing under the heading of a year group', () => {
    const list = 'Name\tYear\tStart\nAmy Hill\t10\t6/10/2025\nAmie Hill\t10\t6/10/2025'
    expect(found(list)).toMatchObject({
      members: [pupil(1, '2025-10-06')],
      faults: [{ line: 3, why: 'nobody', candidates: [] }],
    })
  })

  test('a whole number is enough beside any name', () => {
    expect(found(`${upn(3)}\tQuame Osey`).members).toEqual([pupil(2)])
  })
})
