import { classTotals, isPossible } from '@inclusion/shared/attendance/classify'
import { attendanceCodes, codeMeanings, type AttendanceCode } from '@inclusion/shared/attendance/codes'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** The classes as the regulations and DfE's guidance print them (domain facts 2.2), beside the code's own. */
const printed: Record<string, string> = {
  present: '/ \\ L',
  'approved-activity': 'K V P W B J',
  authorised: 'C C1 C2 J1 M S T R I E H F',
  unauthorised: 'G N O U',
  'not-possible': 'D X Q Y Y1 Y2 Y3 Y4 Y5 Y6 Y7',
  'not-collected': 'Z #',
}

describe('classes', () => {
  test.each(Object.entries(printed))('%s: %s', (counted, codes) => {
    const ours = attendanceCodes.filter((code) => codeMeanings[code].class === counted)
    expect(ours.toSorted()).toEqual(codes.split(' ').toSorted())
  })

  test('J was attended, and J1 is an authorised absence', () => {
    expect(classTotals({ J: 3, J1: 2 })).toMatchObject({ possible: 5, attended: 3, authorised: 2 })
  })

  test('D, X, Q, Y to Y7, Z and # are outside possible sessions', () => {
    expect(attendanceCodes.filter((code) => !isPossible(code))).toEqual([
      ...['D', 'X', 'Q', 'Y', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'Z', '#'],
    ])
  })
})

describe('totals of classes', () => {
  test('by hand', () => {
    expect(classTotals({ '/': 5, '\\': 4, L: 1, B: 2, I: 3, O: 2, D: 7, '#': 6 })).toEqual({
      ...{ possible: 17, attended: 12, present: 10, approvedActivity: 2, authorised: 3, unauthorised: 2 },
      ...{ notPossible: 7, notCollected: 6 },
    })
  })

  test('of nothing are zeros', () => {
    expect(new Set(Object.values(classTotals({})))).toEqual(new Set([0]))
  })

  test('come to the sessions that there are, possible ones and others', () => {
    const codes = fc.dictionary(fc.constantFrom(...attendanceCodes), fc.nat(1e9))
    fc.assert(
      fc.property(codes, (byCode: Partial<Record<AttendanceCode, number>>) => {
        const totals = classTotals(byCode)
        expect(totals.attended + totals.authorised + totals.unauthorised).toBe(totals.possible)
        expect(totals.present + totals.approvedActivity).toBe(totals.attended)
        const all = Object.values(byCode).reduce((sum, count) => sum + count, 0)
        expect(totals.possible + totals.notPossible + totals.notCollected).toBe(all)
      }),
    )
  })
})
