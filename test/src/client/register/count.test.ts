/** Counting by hand: what each mark makes of the counts. */
import { countRegister } from '@inclusion/client/register/count/count-register'
import type { CountRequest, Counts } from '@inclusion/client/register/counts'
import type { Register } from '@inclusion/client/register/register'
import { classTotals } from '@inclusion/shared/attendance/classify'
import { attendanceCodes, codeMeanings } from '@inclusion/shared/attendance/codes'
import { describe, expect, test } from 'vitest'
import { marksOf, registerOf, request, type Mark } from './build-register.ts'

const count = (given: readonly Mark[], asked: Partial<CountRequest> = {}): Counts =>
  countRegister(registerOf(given), { ...request, ...asked })

const week = (pupil: number, codes: string): Mark[] => marksOf(pupil, '2025-10-06', codes.split(' '))
const onDay = (day: string, mark: string, pupil = 0): Mark => ({ pupil, day, session: 0, mark })

describe('a week of three pupils', () => {
  const counts = count([
    ...week(0, '/ \\ / \\ / \\ / \\ L \\'),
    ...week(1, '/ \\ I I J1 B U O D D'),
    ...week(2, 'X X Q Y1 # # Z Z D D'),
  ])

  test('is counted by code, those that are not possible too', () => {
    expect(counts.whole?.sessions).toEqual([
      {
        academicYear: '2025-26',
        ...{ pupils: 2, marked: 3 },
        byCode: {
          ...{ '/': 5, '\\': 6, L: 1, I: 2, J1: 1, B: 1, U: 1, O: 1 },
          ...{ D: 4, X: 2, Q: 1, Y1: 1, '#': 2, Z: 2 },
        },
      },
    ])
    expect(classTotals(counts.whole!.sessions[0]!.byCode)).toEqual({
      ...{ possible: 18, attended: 13, present: 12, approvedActivity: 1, authorised: 3, unauthorised: 2 },
      ...{ notPossible: 8, notCollected: 4 },
    })
  })

  test('a pupil with no possible session is no enrolment', () => {
    // The second was absent 5 of 8 sessions; the third was never due.
    expect(counts.whole).toMatchObject({ enrolments: 2, persistent: 1, severe: 1 })
  })
})

test.each(attendanceCodes)('the code %s counts as its class says', (code) => {
  const counts = count([{ pupil: 0, day: '2025-10-06', session: 0, mark: code }])
  const { class: counted } = codeMeanings[code]
  const isAttended = counted === 'present' || counted === 'approved-activity'
  const isAbsent = counted === 'authorised' || counted === 'unauthorised'
  const absent = isAbsent ? 1 : 0
  expect(counts.whole).toMatchObject({
    ...{ enrolments: isAttended || isAbsent ? 1 : 0, persistent: absent, severe: absent },
    sessions: [{ byCode: { [code]: 1 } }],
  })
})

describe('persistent and severe', () => {
  const judged = (absent: number, possible: number) => {
    const codes = Array.from({ length: possible }, (_, session) => (session < absent ? 'O' : '/'))
    return count(marksOf(0, '2025-10-06', codes)).whole
  }

  test.each([
    { absent: 1, possible: 10, persistent: 1, severe: 0 },
    { absent: 2, possible: 21, persistent: 0, severe: 0 },
    { absent: 3, possible: 30, persistent: 1, severe: 0 },
    { absent: 5, possible: 10, persistent: 1, severe: 1 },
    { absent: 49, possible: 99, persistent: 1, severe: 0 },
    { absent: 50, possible: 99, persistent: 1, severe: 1 },
    { absent: 0, possible: 1, persistent: 0, severe: 0 },
    { absent: 1, possible: 1, persistent: 1, severe: 1 },
  ])('$absent of $possible sessions absent', ({ absent, possible, persistent, severe }) => {
    expect(judged(absent, possible)).toMatchObject({ enrolments: 1, persistent, severe })
  })

  test('are of the own sessions of a pupil over the whole period, not of each year', () => {
    const summer: CountRequest['period'] = { startsOn: '2025-07-01', endsBefore: '2025-10-01' }
    // 4 of 8 absent in July, none of 32 in September: 4 of 40.
    const given = [
      ...marksOf(0, '2025-07-07', ['O', 'O', 'O', 'O', '/', '/', '/', '/']),
      ...marksOf(
        0,
        '2025-09-08',
        Array.from({ length: 32 }, () => '/'),
      ),
    ]
    expect(count(given, { period: summer }).whole).toMatchObject({ persistent: 1, severe: 0 })
  })
})

describe('dates', () => {
  const summer: CountRequest['period'] = { startsOn: '2025-07-01', endsBefore: '2025-10-01' }

  test('a period in two academic years is counted in two parts, split at 1 September', () => {
    const given = [onDay('2025-07-01', '/'), onDay('2025-08-31', 'O'), onDay('2025-09-01', 'I')]
    expect(count(given, { period: summer }).whole?.sessions).toEqual([
      { academicYear: '2024-25', byCode: { '/': 1, O: 1 }, pupils: 1, marked: 1 },
      { academicYear: '2025-26', byCode: { I: 1 }, pupils: 1, marked: 1 },
    ])
  })

  test('a year of the period without a mark is given too', () => {
    expect(count([onDay('2025-09-01', '/')], { period: summer }).whole?.sessions).toEqual([
      { academicYear: '2024-25', byCode: {}, pupils: 0, marked: 0 },
      { academicYear: '2025-26', byCode: { '/': 1 }, pupils: 1, marked: 1 },
    ])
  })

  test('marks outside the period are left out, and said', () => {
    const days = ['2025-09-30', '2025-10-01', '2025-12-31', '2026-01-01', '2026-01-02']
    const { whole, tally } = count(days.map((day) => onDay(day, '/')))
    expect(whole?.sessions.map(({ byCode }) => byCode)).toEqual([{ '/': 2 }])
    expect(tally).toMatchObject({ before: 1, after: 2, firstDay: '2025-09-30', lastDay: '2026-01-02' })
  })

  test('weekends and holidays are as the register says', () => {
    expect(count([onDay('2025-10-25', '/'), onDay('2025-12-25', 'O')]).whole?.sessions[0]?.byCode).toEqual({
      '/': 1,
      O: 1,
    })
  })

  test('a register without a mark counts nothing', () => {
    const { whole, tally } = count([])
    expect(whole).toEqual({
      ...{ sessions: [{ academicYear: '2025-26', byCode: {}, pupils: 0, marked: 0 }] },
      ...{ enrolments: 0, persistent: 0, severe: 0, dispersion: null },
    })
    expect(tally).toMatchObject({ firstDay: null, lastDay: null, marks: [] })
  })
})

describe('marks that are no code', () => {
  const given = [onDay('2025-10-06', '/'), onDay('2025-10-07', 'PRESENT'), onDay('2025-10-08', '-')]

  test('stop the count, and are listed first with their number', () => {
    const { whole, tally } = count([...given, onDay('2025-10-09', '-')])
    expect(whole).toBeNull()
    expect(tally.marks).toEqual([
      { written: '-', count: 2, code: null },
      { written: 'PRESENT', count: 1, code: null },
      { written: '/', count: 1, code: '/' },
    ])
  })

  test('count as she says: a code, or no mark', () => {
    const { whole, tally } = count(given, { meanings: { PRESENT: '/', '-': 'no-mark' } })
    expect(whole?.sessions[0]?.byCode).toEqual({ '/': 2 })
    expect(tally.marks.at(-1)).toEqual({ written: '-', count: 1, code: 'no-mark' })
  })

  test('outside of every window stop nothing', () => {
    const { whole, tally } = count([onDay('2025-10-06', '/'), onDay('2025-03-03', '?')])
    expect(whole?.enrolments).toBe(1)
    expect(tally.marks).toEqual([{ written: '/', count: 1, code: '/' }])
  })

  test('in the baseline of a mentored pupil stop the count too', () => {
    const marks = [onDay('2025-10-06', '/'), onDay('2025-07-03', '?')]
    expect(count(marks).whole).not.toBeNull()
    expect(count(marks, { members: [{ pupil: 0, startsOn: null }] }).whole).toBeNull()
  })

  test('are never found among what every object has', () => {
    const { whole, tally } = count([onDay('2025-10-06', 'constructor')])
    expect(whole).toBeNull()
    expect(tally.marks).toEqual([{ written: 'constructor', count: 1, code: null }])
  })

  test('may be codes that the setting uses in its own way', () => {
    const { whole } = count([onDay('2025-10-06', 'J')], { meanings: { J: 'J1' } })
    expect(whole?.sessions[0]?.byCode).toEqual({ J1: 1 })
  })
})

describe('two marks of one pupil and session', () => {
  const twice = (first: string, last: string): Mark[] => [
    onDay('2025-10-06', first),
    onDay('2025-10-07', '/'),
    onDay('2025-10-06', last),
  ]
  const byCode = (counts: Counts) => counts.whole?.sessions[0]?.byCode

  test('alike count once, and are said', () => {
    const counts = count(twice('/', '/'))
    expect(byCode(counts)).toEqual({ '/': 2 })
    expect(counts.tally).toMatchObject({ repeated: 1, conflicts: [], marks: [{ written: '/', count: 2 }] })
  })

  test('different stop the count, and are shown, until she says which read counts', () => {
    const open = count(twice('/', 'O'))
    const conflict = { pupil: 0, session: 0, marks: ['/', 'O'] }
    expect(open).toMatchObject({ whole: null, tally: { repeated: 0, conflicts: [conflict] } })
    const first = count(twice('/', 'O'), { duplicates: 'first' })
    const last = count(twice('/', 'O'), { duplicates: 'last' })
    expect([byCode(first), byCode(last)]).toEqual([{ '/': 2 }, { '/': 1, O: 1 }])
    expect([first, last].map(({ tally }) => tally.conflicts.length)).toEqual([1, 1])
  })

  test('of three the last is the last that was read, be it like the first', () => {
    const given = [...twice('/', 'O'), onDay('2025-10-06', '/')]
    expect(byCode(count(given, { duplicates: 'last' }))).toEqual({ '/': 2 })
    expect(count(given).tally).toMatchObject({
      repeated: 1,
      conflicts: [{ marks: ['/', 'O'] }],
    })
  })

  test('are no conflict where both mean the same code, or one is no mark', () => {
    expect(byCode(count(twice('PRESENT', '/'), { meanings: { PRESENT: '/' } }))).toEqual({ '/': 2 })
    expect(byCode(count(twice('-', 'O'), { meanings: { '-': 'no-mark' } }))).toEqual({ '/': 1, O: 1 })
  })

  test('that lost to the other need no meaning', () => {
    expect(byCode(count(twice('/', '?'), { duplicates: 'first' }))).toEqual({ '/': 2 })
    expect(byCode(count(twice('/', '?'), { duplicates: 'last' }))).toBeUndefined()
  })

  test('outside of every window stop nothing', () => {
    const given = [onDay('2025-02-03', '/'), onDay('2025-02-03', 'O'), onDay('2025-10-06', '/')]
    expect(count(given)).toMatchObject({ whole: { enrolments: 1 }, tally: { before: 2, conflicts: [] } })
  })

  test('of morning and afternoon, of two days or of two pupils are two sessions', () => {
    const given: Mark[] = [
      ...week(0, '/ O'),
      { pupil: 1, day: '2025-10-06', session: 0, mark: 'I' },
      { pupil: 0, day: '2025-10-07', session: 0, mark: 'L' },
    ]
    expect(byCode(count(given))).toEqual({ '/': 1, O: 1, I: 1, L: 1 })
  })
})

describe('the dispersion', () => {
  const alike = (attended: readonly number[], possible: number): Mark[] =>
    attended.flatMap((there, pupil) =>
      marksOf(
        pupil,
        '2025-10-06',
        Array.from({ length: possible }, (_, session) => (session < there ? '/' : 'O')),
      ),
    )

  test('by hand: six pupils, ten sessions each', () => {
    // R = 30 of 60; (5-a)^2 sums to 16+9+1+1+9+16 = 52; 6/5 x 52 / (60 x 0.25) = 4.16.
    expect(count(alike([1, 2, 4, 6, 8, 9], 10)).whole?.dispersion).toBe(4.16)
  })

  test('is 0 where pupils are all alike, and not given of five, or where all or none was attended', () => {
    expect(count(alike([5, 5, 5, 5, 5, 5], 10)).whole?.dispersion).toBe(0)
    expect(count(alike([1, 2, 4, 6, 8], 10)).whole?.dispersion).toBeNull()
    expect(count(alike([9, 9, 9, 9, 9, 9], 9)).whole?.dispersion).toBeNull()
    expect(count(alike([0, 0, 0, 0, 0, 0], 9)).whole?.dispersion).toBeNull()
  })

  test('counts a pupil who was never due for nobody', () => {
    const register: Register = registerOf(alike([1, 2, 4, 6, 8, 9], 10), 9)
    expect(countRegister(register, request).whole).toMatchObject({ enrolments: 6, dispersion: 4.16 })
  })
})
