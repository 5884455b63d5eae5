/** What a sheet is understood to be, and what a person can correct of it. */
import type { Correction, Layout, Recognised } from '@inclusion/client/register/layout'
import { readMoment } from '@inclusion/client/register/recognise/moment'
import { recognise } from '@inclusion/client/register/recognise/recognise'
import { describe, expect, test } from 'vitest'

const recognised = (text: string, correction: Correction = {}, name: string | null = null): Recognised =>
  recognise({ file: 'register.csv', name, rows: text.split('\n').map((line) => line.split(',')) }, correction)

function layoutOf(text: string, correction: Correction = {}, name: string | null = null): Layout {
  const found = recognised(text, correction, name)
  if (!found.isRegister) throw new Error(found.why)
  return found.layout
}

const whyNot = (text: string, correction: Correction = {}) => {
  const found = recognised(text, correction)
  return found.isRegister ? 'it is a register' : found.why
}

const rolesOf = (layout: Layout) => layout.columns.map(({ role }) => role)
const daysOf = (layout: Layout) =>
  layout.columns.filter(({ role }) => role === 'marks').map(({ day, session }) => `${day} ${session}`)

describe('the columns', () => {
  test('of rows of sessions, under title rows', () => {
    const layout = layoutOf(
      'Marks report\nPrinted 12/11/2025\n\nUPN,Legal Surname,Forename,Year,Reg Group,Gender,DOB,Date,Session,Mark,Mark meaning,Minutes late\n' +
        'A,Li,Bo,9,9A,M,01/02/2011,13/10/2025,AM,L,Late,5',
    )
    expect(layout).toMatchObject({ shape: 'session-a-row', headingRow: 3, firstRow: 4, isOrderCertain: true })
    const ignored = ['ignored', 'ignored', 'ignored']
    expect(rolesOf(layout)).toEqual([
      'pupil',
      'pupil',
      'pupil',
      ...ignored,
      'pupil',
      'date',
      'session',
      'mark',
      'ignored',
      'ignored',
    ])
  })

  test.each([
    ['Unique Pupil Number', 'pupil'],
    ['Adm. No.', 'pupil'],
    ['Student ID', 'pupil'],
    ['ULN', 'pupil'],
    ['Preferred Forename', 'pupil'],
    ['Date of Birth', 'pupil'],
    ['NC Year', 'ignored'],
    ['House', 'ignored'],
    ['Tutor group', 'ignored'],
    ['Date of admission', 'ignored'],
    ['% attendance', 'ignored'],
    ['Anything else', 'ignored'],
  ])('"%s" is %s', (heading, role) => {
    expect(rolesOf(layoutOf(`Name,${heading},Date,AM,PM\nLi,x,13/10/2025,/,\\`))[1]).toBe(role)
  })

  test('a date of birth is never taken for the date of a mark, nor lessons for sessions', () => {
    const layout = layoutOf(
      'Name,DOB,Date,Period,Mark\nLi,01/02/2011,13/10/2025,1,/\nLi,01/02/2011,13/10/2025,2,/\nLi,01/02/2011,13/10/2025,3,/',
    )
    expect(rolesOf(layout)).toEqual(['pupil', 'pupil', 'date', 'ignored', 'mark'])
  })

  test('times are sessions where nothing else says them; a week may be given to its last day', () => {
    const times = 'Name,Date,Time,Mark\nLi,13/10/2025,09:00,/\nLi,13/10/2025,13:10,I'
    expect(rolesOf(layoutOf(times))).toEqual(['pupil', 'date', 'session', 'mark'])
    const both = 'Name,Time,Date,Session,Mark\nLi,14:00,13/10/2025,AM,/\nLi,14:00,13/10/2025,PM,I'
    expect(rolesOf(layoutOf(both))).toEqual(['pupil', 'ignored', 'date', 'session', 'mark'])
    const week = 'Name,Week,Attendance\nLi,06/10/2025 - 10/10/2025,/\\/\\/\\/\\/\\'
    expect(layoutOf(week)).toMatchObject({ shape: 'week-a-row', isOrderCertain: true })
  })

  test('marks under a heading that says nothing are known by what they are', () => {
    expect(rolesOf(layoutOf('Name,Date,AM/PM,Value\nLi,13/10/2025,AM,/\nLi,13/10/2025,PM,I'))).toEqual([
      'pupil',
      'date',
      'session',
      'mark',
    ])
  })
})

describe('headings of days', () => {
  test('in three rows, merged as a text leaves them, with summaries beside them', () => {
    const layout = layoutOf(
      ',,06/10/2025,,13/10/2025,,\n,,Mon,,Mon,,\nUPN,Name,AM,PM,AM,PM,Present %\nA,Li,/,\\,/,\\,100\nB,Bo,/,\\,/,\\,100',
    )
    expect(layout).toMatchObject({ shape: 'pupil-a-row', headingRow: 2, firstRow: 3, isOrderCertain: true })
    expect(daysOf(layout)).toEqual(['2025-10-06 am', '2025-10-06 pm', '2025-10-13 am', '2025-10-13 pm'])
    expect(layout.columns[6]?.role).toBe('ignored')
  })

  test('two columns under each date are the morning and the afternoon; a blank column at the end is none', () => {
    const pairs = layoutOf('Name,13/10/2025,,14/10/2025,\nLi,/,\\,/,\\')
    expect(daysOf(pairs)).toEqual(['2025-10-13 am', '2025-10-13 pm', '2025-10-14 am', '2025-10-14 pm'])
    const days = layoutOf('Name,13/10/2025,14/10/2025,\nLi,/\\,/\\,')
    expect(daysOf(days)).toEqual(['2025-10-13 both', '2025-10-14 both'])
  })

  test('a month over its days, and a week over its weekdays', () => {
    expect(daysOf(layoutOf('Name,October 2025,,\n,6,7,8\nLi,/\\,/\\,/\\'))).toEqual([
      '2025-10-06 both',
      '2025-10-07 both',
      '2025-10-08 both',
    ])
    const week = layoutOf('Week beginning: Monday 13/10/2025\nName,Mon AM,Mon PM,Fri AM,Fri PM\nLi,/,\\,/,\\')
    expect(daysOf(week)).toEqual(['2025-10-13 am', '2025-10-13 pm', '2025-10-17 am', '2025-10-17 pm'])
  })

  test('days as a workbook counts them, in rows and in headings', () => {
    expect(layoutOf('Name,Date,AM,PM\nLi,45943,/,\\').shape).toBe('day-a-row')
    expect(daysOf(layoutOf('Name,45943,45944\nLi,/\\,/\\'))).toEqual(['2025-10-13 both', '2025-10-14 both'])
  })

  test('comments and minutes beside the marks of a day are no marks', () => {
    const layout = layoutOf('Name,13/10/2025 AM,13/10/2025 PM,13/10/2025 Comments\nLi,/,\\,well')
    expect(daysOf(layout)).toHaveLength(2)
  })

  test('a weekday that is not the date’s own is said', () => {
    expect(whyNot('Name,Tue 13/10/2025,Wed 14/10/2025\nLi,/\\,/\\')).toMatch(
      /weekdays in the headings are not those/,
    )
  })
})

describe('a date in a heading', () => {
  const am = [
    '06/10/2025 AM',
    'AM_06/10/2025',
    '06/10/2025AM',
    'Mon AM 06/10/2025',
    'Mon 6 Oct 25 (am)',
    '2025-10-06 Morning',
  ]
  const pm = [
    '06-OCT-2025 PM',
    'Mon 06/10/2025 - PM',
    '6th October 2025 13:30',
    'Oct 6, 2025 1:30 PM',
    '06.10.2025 Session 2',
  ]
  const whole = [
    '20251006',
    '2025-10-06T00:00:00.000Z',
    '06/10/2025 00:00:00',
    'Monday 6 October 2025',
    'w/c Mon 6 Oct 2025',
    '6/10/25',
  ]

  test.each([
    ...am.map((text) => [text, 'am']),
    ...pm.map((text) => [text, 'pm']),
    ...whole.map((text) => [text, null]),
  ])('"%s" is of %s', (text, session) => {
    const moment = { year: 2025, month: 10, day: 6, session }
    expect(readMoment(text ?? '', 'day-first')).toMatchObject(moment)
  })

  test.each([
    '93.5',
    '06.10',
    '31/09/2025',
    '13/13/2025',
    '06/10/1825',
    '12/2025',
    '2025',
    'Week 6',
    'Total 06/10/2025',
  ])('"%s" is none', (text) => expect(readMoment(text, 'day-first')).toBeNull())
})

describe('the year, where headings name none', () => {
  const headings = (title: string) => `${title}\nName,29 Sep,1 Dec,5 Jan\nLi,/\\,/\\,/\\`

  test.each([
    ['Autumn 2025', 2025],
    ['Academic year 2025/26', 2025],
    ['2025-2026', 2025],
    ['01/09/2025 to 13/02/2026', 2025],
    ['Academic year 2025/26; printed 12/01/2027', 2025],
  ])('is that of the title "%s", and turns in January', (title, year) => {
    expect(daysOf(layoutOf(headings(title)))).toEqual([
      `${year}-09-29 both`,
      `${year}-12-01 both`,
      `${year + 1}-01-05 both`,
    ])
  })

  test.each(['Printed 12/01/2026', 'Spring 2026', '01/09/2023 to 02/09/2023', '2021 2023 2025', 'Register'])(
    'is asked where the title says "%s"',
    (title) => expect(whyNot(headings(title))).toMatch(/name no year\. Say which year the first/),
  )

  test.each(['Academic year 2025', 'School year 2025', 'Spring term, academic year 2025'])(
    'is asked for January to July where "%s" may be its first year or its last',
    (title) => {
      const spring = `${title}\nName,12 Jan,13 Jan\nLi,/\\,/\\`
      expect(whyNot(spring)).toMatch(/name no year\. Say which year the first/)
      expect(daysOf(layoutOf(spring, { firstYear: 2026 }))[0]).toBe('2026-01-12 both')
    },
  )

  test('is that of "Academic year 2025" from August to December', () => {
    expect(daysOf(layoutOf(headings('Academic year 2025')))[0]).toBe('2025-09-29 both')
  })

  test('is as she says, unless the weekdays say otherwise', () => {
    const text = 'Name,Mon 06/10,Tue 07/10\nLi,/\\,/\\'
    expect(daysOf(layoutOf(text, { firstYear: 2025 }))).toEqual(['2025-10-06 both', '2025-10-07 both'])
    expect(whyNot(text, { firstYear: 2024 })).toMatch(/not those of 2024/)
  })
})

describe('day or month first', () => {
  const rows = (...dates: string[]) => `Name,Date,AM,PM\n${dates.map((date) => `Li,${date},/,\\`).join('\n')}`
  const orderOf = (text: string, correction: Correction = {}) => {
    const { dateOrder, isOrderCertain } = layoutOf(text, correction)
    return `${dateOrder}, ${isOrderCertain ? 'certain' : 'asked'}`
  }

  test.each([
    ['one date that is only British', rows('06/10/2025', '13/10/2025'), 'day-first, certain'],
    ['one date that is only American', rows('10/06/2025', '10/13/2025'), 'month-first, certain'],
    ['dates that may be either', rows('06/10/2025', '07/10/2025'), 'day-first, asked'],
    ['a weekday', rows('Mon 06/10/2025'), 'day-first, certain'],
    ['a weekday that makes them American', rows('Mon 10/06/2025'), 'month-first, certain'],
    [
      'weekends, were they American',
      rows('06/10/2025', '08/10/2025', '09/10/2025', '10/11/2025'),
      'day-first, certain',
    ],
    ['no number to mistake', rows('6 Oct 2025', '2025-10-07'), 'day-first, certain'],
    ['both kinds', rows('13/10/2025', '10/14/2025'), 'day-first, asked'],
  ])('%s', (_, text, order) => expect(orderOf(text)).toBe(order))

  test('is as she says', () => {
    expect(orderOf(rows('06/10/2025'), { dateOrder: 'month-first' })).toBe('month-first, certain')
    const headings = 'Name,06/10/2025,07/10/2025\nLi,/\\,/\\'
    expect(daysOf(layoutOf(headings, { dateOrder: 'month-first' }))).toEqual([
      '2025-06-10 both',
      '2025-07-10 both',
    ])
  })

  test('a day of the years without one is settled by its weekday', () => {
    const layout = layoutOf('Autumn 2025\nName,Mon 06/10,Tue 07/10\nLi,/\\,/\\')
    expect(layout).toMatchObject({ dateOrder: 'day-first', isOrderCertain: true })
  })
})

describe('what is no register is said, and can be corrected', () => {
  test.each([
    ['/,Present\nL,Late', /^No row of this sheet heads its columns/],
    ['UPN,Surname,Forename\nA,Li,Bo', /^No column of this sheet holds marks with their dates/],
    ['Colour,Date,AM,PM\nred,13/10/2025,/,\\', /^No column says who each pupil is/],
    [
      'Name,Mon AM,Mon PM,Tue AM,Tue PM\nLi,/,\\,/,\\',
      /nothing says which\. Choose the column that says when/,
    ],
  ])('%s', (text, why) => expect(whyNot(text)).toMatch(why))

  test('by the role of a column', () => {
    const text = 'Colour,Date,AM,PM\nred,13/10/2025,/,\\'
    expect(rolesOf(layoutOf(text, { roles: { 0: 'pupil' } }))).toEqual(['pupil', 'date', 'am', 'pm'])
    const days = 'Name,13/10/2025,14/10/2025\nLi,/\\,x'
    expect(daysOf(layoutOf(days, { roles: { 2: 'ignored' } }))).toEqual(['2025-10-13 both'])
    expect(whyNot(days, { roles: { 0: 'ignored' } })).toMatch(/who each pupil is/)
    expect(whyNot('Name,13/10/2025,Other\nLi,/\\,x', { roles: { 2: 'marks' } })).toMatch(
      /“Other” has no date/,
    )
  })

  test('by the row of headings', () => {
    const text = 'Name,Date,AM,PM\nLast,term,we,had\nPupil,When,AM,PM\nLi,13/10/2025,/,\\'
    expect(layoutOf(text, { headingRow: 2, roles: { 1: 'date' } })).toMatchObject({
      headingRow: 2,
      firstRow: 3,
      shape: 'day-a-row',
    })
  })

  test('by the shape', () => {
    const text = 'Name,Date,Mark\nLi,13/10/2025,/\\\nLi,14/10/2025,/'
    expect(layoutOf(text).shape).toBe('session-a-row')
    expect(layoutOf(text, { shape: 'day-a-row' }).shape).toBe('day-a-row')
    expect(whyNot(text, { shape: 'pupil-a-row' })).toMatch(/No column has a date in its heading/)
  })
})
