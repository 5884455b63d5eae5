/** The mentored pupils and their baseline, by hand; and what is sent of it all. */
import { countRegister } from '@inclusion/client/register/count/count-register'
import { toChanges } from '@inclusion/client/register/count/to-changes'
import type { CountRequest, Counts } from '@inclusion/client/register/counts'
import { Counted } from '@inclusion/shared/attendance/counted'
import { describe, expect, test } from 'vitest'
import { marksOf, registerOf, request, type Mark } from './build-register.ts'

const count = (given: readonly Mark[], asked: Partial<CountRequest>): Counts =>
  countRegister(registerOf(given), { ...request, ...asked })
const member = (pupil: number, startsOn: string | null = null) => ({ pupil, startsOn })

/** Before and in the period: pupils 0 and 1 in both, 2 joins in October, 3 leaves in September. */
const given = [
  ...marksOf(0, '2025-05-12', ['/', 'O']),
  ...marksOf(0, '2025-07-07', ['O', 'O']),
  ...marksOf(0, '2025-10-06', ['/', '\\', 'I']),
  ...marksOf(1, '2025-07-07', ['/', '\\']),
  ...marksOf(1, '2025-10-06', ['/', 'O']),
  ...marksOf(2, '2025-10-20', ['L', 'D']),
  ...marksOf(3, '2025-09-08', ['/', '\\']),
]

describe('the cohort', () => {
  test('is none while none was given, and counts nobody while it is empty', () => {
    expect(count(given, {})).toMatchObject({ mentored: null, baseline: null, whole: { enrolments: 3 } })
    expect(count(given, { members: [] }).mentored).toMatchObject({ enrolments: 0 })
  })

  test('has all sessions of its members in the period, joiners and leavers included', () => {
    const { mentored, whole, baseline } = count(given, { members: [member(0), member(2), member(3)] })
    expect(whole?.sessions[0]?.byCode).toEqual({ '/': 2, '\\': 1, I: 1, O: 1, L: 1, D: 1 })
    expect(mentored?.sessions[0]?.byCode).toEqual({ '/': 1, '\\': 1, I: 1, L: 1, D: 1 })
    expect(mentored).toMatchObject({ enrolments: 2, persistent: 1, severe: 0 })
    expect(baseline).toMatchObject({ enrolments: 2, without: 1 })
  })

  test('leaves out who starts after the period, and says so', () => {
    const members = [member(0, '2025-12-31'), member(1, '2026-01-01'), member(2)]
    const counts = count(given, { members })
    expect(counts).toMatchObject({ startLater: 1, mentored: { enrolments: 2 } })
    expect(counts.baseline).toMatchObject({ enrolments: 1, without: 1 })
  })

  test('counts a member once who was given twice', () => {
    const once = count(given, { members: [member(0)] })
    expect(count(given, { members: [member(0), member(0)] })).toEqual(once)
  })
})

describe('the baseline', () => {
  const window = { startsOn: '2025-07-01', endsBefore: '2025-10-01' }

  test('is of one window for all, in the academic years it has sessions in', () => {
    const { baseline } = count(given, { members: [member(0), member(1, '2025-09-10'), member(3)] })
    expect(baseline).toEqual({
      sessions: [
        { academicYear: '2024-25', byCode: { '/': 1, '\\': 1, O: 2 }, pupils: 2, marked: 2 },
        { academicYear: '2025-26', byCode: { '/': 1, '\\': 1 }, pupils: 1, marked: 1 },
      ],
      ...{ enrolments: 3, persistent: 1, severe: 1, dispersion: null },
      ...{ window: { ...window, kind: 'one-window' }, without: 0 },
    })
  })

  test('is of the term before each start where that is asked; without a start, of the one window', () => {
    const baseline = { kind: 'term-before-start' as const, window }
    // Summer term 2025 is from 21 April: the first pupil's May counts then, and her July too.
    const members = [member(0, '2025-10-06'), member(3)]
    expect(count(given, { members, baseline }).baseline).toEqual({
      sessions: [
        { academicYear: '2024-25', byCode: { '/': 1, O: 3 }, pupils: 1, marked: 1 },
        { academicYear: '2025-26', byCode: { '/': 1, '\\': 1 }, pupils: 1, marked: 1 },
      ],
      ...{ enrolments: 2, persistent: 1, severe: 1, dispersion: null, without: 0 },
      window: { startsOn: '2025-04-21', endsBefore: '2025-10-01', kind: 'term-before-start' },
    })
  })

  test('says one window where nobody’s start is known', () => {
    const baseline = { kind: 'term-before-start' as const, window }
    expect(count(given, { members: [member(0)], baseline }).baseline?.window).toEqual({
      ...window,
      kind: 'one-window',
    })
  })

  test('may lie in the period: a session counts in both', () => {
    const baseline = {
      kind: 'one-window' as const,
      window: { startsOn: '2025-10-06', endsBefore: '2025-10-07' },
    }
    const counts = count(given, { members: [member(0)], baseline })
    expect(counts.baseline?.sessions).toMatchObject([
      { academicYear: '2025-26', byCode: { '/': 1, '\\': 1 } },
    ])
    expect(counts.mentored?.sessions[0]?.byCode).toEqual({ '/': 1, '\\': 1, I: 1 })
  })

  test('may go on after the period, whose counts end where it ends', () => {
    const baseline = {
      kind: 'one-window' as const,
      window: { startsOn: '2025-12-31', endsBefore: '2026-01-05' },
    }
    const marks = marksOf(0, '2025-12-31', ['/', '\\', 'O', 'O'])
    const { whole, baseline: after } = count(marks, { members: [member(0)], baseline })
    expect(whole?.sessions[0]?.byCode).toEqual({ '/': 1, '\\': 1 })
    expect(after?.sessions[0]?.byCode).toEqual({ '/': 1, '\\': 1, O: 2 })
  })

  test('may begin in a year that is still being typed: the period is counted all the same', () => {
    const baseline = {
      kind: 'one-window' as const,
      window: { startsOn: '0202-07-01', endsBefore: '2025-10-01' },
    }
    const counts = count(given, { members: [member(0)], baseline })
    expect(counts.whole).toEqual(count(given, {}).whole)
    expect(counts.baseline?.sessions).toMatchObject([{ academicYear: '2024-25', byCode: { '/': 1, O: 3 } }])
  })

  test('leaves out what is before every window, and what others did in it', () => {
    expect(count(given, { members: [member(0)] }).tally).toMatchObject({ before: 6, after: 0 })
    expect(count(given, {}).tally).toMatchObject({ before: 8 })
  })
})

describe('what is sent', () => {
  const six = Array.from({ length: 6 }, (_, pupil) =>
    marksOf(pupil, '2025-10-06', ['/', pupil < 3 ? 'O' : '\\']),
  ).flat()

  test('is one change for each figure, as the contract has it', () => {
    const changes = toChanges('134635', count(six, {}))
    expect(changes).toEqual({
      'attendance@134635:whole:2025-26': {
        counted: {
          ...{ possible: 12, attended: 9, authorised: 0, unauthorised: 3 },
          byCode: { '/': 6, '\\': 3, O: 3 },
        },
      },
      // R = 9/12; each a - R p is half a session: 6/5 x 1.5 / (12 x 3/16) = 0.8.
      'attendance@134635:whole': {
        counted: { enrolments: 6, persistent: 3, severe: 3, dispersion: 0.8, window: null },
      },
    })
    for (const { counted } of Object.values(changes)) expect(Counted.parse(counted)).toEqual(counted)
  })

  test('has no code and no dispersion of one to five pupils', () => {
    const members = [0, 1, 2, 3, 4].map((pupil) => member(pupil))
    const changes = toChanges('134635', count(six, { members }))
    expect(changes['attendance@134635:mentored:2025-26']?.counted).toEqual({
      ...{ possible: 10, attended: 7, authorised: 0, unauthorised: 3, byCode: null },
    })
    expect(changes['attendance@134635:mentored']?.counted).toMatchObject({ enrolments: 5, dispersion: null })
    // Whatever was counted: the last door is here.
    const counts = count(six, { members })
    const told = toChanges('134635', { ...counts, mentored: { ...counts.mentored!, dispersion: 3 } })
    expect(told['attendance@134635:mentored']?.counted).toMatchObject({ dispersion: null })
  })

  test('has the window of a baseline', () => {
    const changes = toChanges('134635', count(given, { members: [member(0), member(1)] }))
    expect(Object.keys(changes)).toEqual([
      'attendance@134635:whole:2025-26',
      'attendance@134635:whole',
      'attendance@134635:mentored:2025-26',
      'attendance@134635:mentored',
      'attendance@134635:baseline:2024-25',
      'attendance@134635:baseline',
    ])
    expect(changes['attendance@134635:baseline']?.counted).toEqual({
      ...{ enrolments: 2, persistent: 1, severe: 1, dispersion: null },
      window: { startsOn: '2025-07-01', endsBefore: '2025-10-01', kind: 'one-window' },
    })
  })

  test('is no baseline where the register does not reach back to it', () => {
    const changes = toChanges('134635', count(six, { members: [member(0)] }))
    expect(Object.keys(changes).filter((locator) => locator.includes('baseline'))).toEqual([])
  })

  test('is zeros for a year on record that has no session any more', () => {
    const nothing = { possible: 0, attended: 0, authorised: 0, unauthorised: 0, byCode: {} }
    const changes = toChanges('134635', count(six, {}), { whole: ['2024-25', '2025-26'] })
    expect(changes['attendance@134635:whole:2024-25']?.counted).toEqual(nothing)
    expect(changes['attendance@134635:whole:2025-26']?.counted).toMatchObject({ possible: 12 })
  })

  test('is nothing while anything is unresolved', () => {
    expect(toChanges('134635', count(marksOf(0, '2025-10-06', ['?']), { members: [member(0)] }))).toEqual({})
  })
})
