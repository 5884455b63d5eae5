/** Whose codes are sent: never those that could tell one to five pupils, by themselves or by subtraction. */
import { codesKept } from '@inclusion/client/register/count/codes-kept'
import { countRegister } from '@inclusion/client/register/count/count-register'
import { toChanges } from '@inclusion/client/register/count/to-changes'
import type { CountRequest, Counts } from '@inclusion/client/register/counts'
import { isSmallCohort } from '@inclusion/shared/attendance/small-cohort'
import { attendanceCodes } from '@inclusion/shared/attendance/codes'
import { addDays } from '@inclusion/shared/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksOf, registerOf, request, type Mark } from './build-register.ts'

const count = (given: readonly Mark[], asked: Partial<CountRequest>): Counts =>
  countRegister(registerOf(given), { ...request, ...asked })
const first = (pupils: number) => Array.from({ length: pupils }, (_, pupil) => pupil)
const membersOf = (pupils: number) => first(pupils).map((pupil) => ({ pupil, startsOn: null }))
const each = (pupils: number, day: string, codes: readonly string[]): Mark[] =>
  first(pupils).flatMap((pupil) => marksOf(pupil, day, codes))

const summer: CountRequest['period'] = { startsOn: '2025-07-01', endsBefore: '2025-10-01' }

/** The codes that are sent, by what they are of. */
const codesSent = (counts: Counts) =>
  Object.fromEntries(
    Object.entries(toChanges('134635', counts)).flatMap(([locator, { counted }]) =>
      'byCode' in counted ? [[locator.replace('attendance@134635:', ''), counted.byCode]] : [],
    ),
  )

describe('a period in two academic years', () => {
  const given = [...marksOf(0, '2025-07-14', ['E', 'E', 'I', 'G']), ...each(8, '2025-09-16', ['/', '\\'])]

  test('has no codes of the year in which one to five were there', () => {
    const codes = codesSent(count(given, { period: summer }))
    expect(codes).toEqual({ 'whole:2024-25': null, 'whole:2025-26': { '/': 8, '\\': 8 } })
  })

  test('has its totals all the same', () => {
    const changes = toChanges('134635', count(given, { period: summer }))
    expect(changes['attendance@134635:whole:2024-25']?.counted).toMatchObject({ possible: 4, attended: 0 })
  })

  test('has no codes of one to five who had marks, though their sessions were not possible', () => {
    const marks = [...marksOf(0, '2025-07-14', ['Y1', 'Q']), ...each(8, '2025-09-16', ['/'])]
    expect(codesSent(count(marks, { period: summer }))['whole:2024-25']).toBeNull()
  })

  test('nor of one to five whose sessions were possible, though others had marks', () => {
    const marks = [...each(8, '2025-07-14', ['#']), ...marksOf(0, '2025-07-15', ['I'])]
    const codes = codesSent(count([...marks, ...each(8, '2025-09-16', ['/'])], { period: summer }))
    expect(codes['whole:2024-25']).toBeNull()
  })
})

test('a baseline in two academic years has no codes of the year in which one to five were there', () => {
  const given = [
    ...each(12, '2025-10-06', ['/']),
    ...each(2, '2025-07-07', ['O']),
    ...each(7, '2025-09-08', ['I']),
  ]
  const codes = codesSent(count(given, { members: membersOf(7) }))
  expect(codes['baseline:2024-25']).toBeNull()
  expect(codes['baseline:2025-26']).toEqual({ I: 7 })
})

describe('the pupils who are not mentored', () => {
  const given = each(10, '2025-10-06', ['/', 'O', 'I'])

  test('of whom there are one to five are not told by what the mentored leave of the whole', () => {
    const counts = count(given, { members: membersOf(8) })
    const codes = codesSent(counts)
    expect(codes['whole:2025-26']).toEqual({ '/': 10, O: 10, I: 10 })
    expect(codes['mentored:2025-26']).toBeNull()
    const { counted } = toChanges('134635', counts)['attendance@134635:mentored']!
    expect(counted).toMatchObject({ enrolments: 8, dispersion: null })
    expect(codesKept(counts, 'mentored').why).toBe('few-others')
  })

  test('of whom there is none, or are six, leave the codes of the mentored to be sent', () => {
    expect(codesSent(count(given, { members: membersOf(10) }))['mentored:2025-26']).toMatchObject({ I: 10 })
    const more = each(14, '2025-10-06', ['/'])
    expect(codesSent(count(more, { members: membersOf(8) }))['mentored:2025-26']).toEqual({ '/': 8 })
  })

  test('are not told in the one of two years in which they are one to five', () => {
    const marks = [...each(9, '2025-07-14', ['/', 'O']), ...each(14, '2025-09-16', ['/'])]
    const counts = count(marks, { period: summer, members: membersOf(7) })
    const codes = codesSent(counts)
    expect([codes['mentored:2024-25'], codes['mentored:2025-26']]).toEqual([null, { '/': 7 }])
    expect(codesKept(counts, 'mentored')).toEqual({ why: null, years: ['2024-25'] })
  })
})

test('whatever is counted, no codes sent are of one to five pupils, nor what is between two of them', () => {
  const mark: fc.Arbitrary<Mark> = fc.record({
    pupil: fc.nat(13),
    day: fc.integer({ min: 0, max: 90 }).map((after) => addDays('2025-07-01', after)),
    session: fc.constantFrom(0, 1),
    mark: fc.constantFrom(...attendanceCodes),
  })
  const marks = fc.uniqueArray(mark, {
    selector: ({ pupil, day, session }) => `${pupil} ${day} ${session}`,
    maxLength: 80,
  })
  fc.assert(
    fc.property(marks, fc.nat(14), (given, members) => {
      const codes = codesSent(count(given, { period: summer, members: membersOf(members) }))
      for (const year of ['2024-25', '2025-26']) {
        const seen = new Set(
          given.filter(({ day }) => day < '2025-09-01' === (year === '2024-25')).map(({ pupil }) => pupil),
        )
        const own = [...seen].filter((pupil) => pupil < members).length
        const [whole, mentored] = [codes[`whole:${year}`], codes[`mentored:${year}`]]
        const told = [...(whole ? [seen.size] : []), ...(mentored ? [own] : [])]
        if (whole && mentored) told.push(seen.size - own)
        expect(told.filter(isSmallCohort)).toEqual([])
      }
    }),
  )
})
