/** What must hold of every register, whatever is in it. */
import { countRegister } from '@inclusion/client/register/count/count-register'
import type { CohortCounts, CountRequest, Counts } from '@inclusion/client/register/counts'
import type { Register } from '@inclusion/client/register/register'
import { classTotals } from '@inclusion/shared/attendance/classify'
import { attendanceCodes, codeMeanings } from '@inclusion/shared/attendance/codes'
import { addDays } from '@inclusion/shared/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerOf, request, type Mark } from './build-register.ts'

const pupils = 9
// July to December 2025: the baseline's window and the period, with days before and after both.
const day = fc.integer({ min: -20, max: 200 }).map((after) => addDays('2025-07-01', after))
const mark: fc.Arbitrary<Mark> = fc.record({
  pupil: fc.nat(pupils - 1),
  day,
  session: fc.constantFrom(0, 1),
  mark: fc.constantFrom(...attendanceCodes),
})
const slotOf = ({ pupil, day, session }: Mark): string => `${pupil} ${day} ${session}`
/** One mark for each pupil and session. */
const marks = fc.uniqueArray(mark, { selector: slotOf, maxLength: 120 })
/** Any marks: repeats and conflicts among them. */
const anyMarks = fc.array(
  fc.record({
    pupil: fc.nat(1),
    day: fc.constantFrom('2025-07-07', '2025-10-06', '2026-01-05'),
    session: fc.constantFrom(0 as const, 1 as const),
    mark: fc.constantFrom('/', 'O', 'D', 'PRESENT', '-', '?'),
  }),
  { maxLength: 20 },
)
const start = fc.option(
  fc.integer({ min: -400, max: 250 }).map((after) => addDays('2025-07-01', after)),
  { nil: null },
)
const members = fc.uniqueArray(fc.record({ pupil: fc.nat(pupils - 1), startsOn: start }), {
  selector: ({ pupil }) => pupil,
})
const asked: fc.Arbitrary<CountRequest> = fc.record({
  ...{ period: fc.constantFrom(request.period, { startsOn: '2025-07-01', endsBefore: '2025-10-01' }) },
  meanings: fc.constantFrom({}, { PRESENT: '/' as const, '-': 'no-mark' as const }),
  duplicates: fc.constantFrom('first', 'last', null),
  members: fc.option(members, { nil: null }),
  baseline: fc.record({
    kind: fc.constantFrom('one-window', 'term-before-start'),
    window: fc.constant(request.baseline.window),
  }),
})

const count = (given: readonly Mark[], how: CountRequest = request): Counts =>
  countRegister(registerOf(given, pupils), how)

const cohortsOf = ({ whole, mentored, baseline }: Counts): CohortCounts[] =>
  [whole, mentored, baseline].filter((counts) => counts !== null)

const totalsOf = (counts: CohortCounts | null) =>
  (counts?.sessions ?? []).map(({ academicYear, byCode }) => ({ academicYear, ...classTotals(byCode) }))

describe('every register', () => {
  test('is counted the same in any order of its marks, and as several files', () => {
    const shuffled = marks.chain((given) =>
      fc.record({
        given: fc.constant(given),
        order: fc.shuffledSubarray(given, { minLength: given.length }),
        parts: fc.nat(given.length),
      }),
    )
    fc.assert(
      fc.property(shuffled, asked, ({ given, order, parts }, how) => {
        const register = registerOf(order, pupils)
        const sheet = register.marks.sheet.map((_, at) => (at < parts ? 0 : 1))
        const split: Register = { ...register, marks: { ...register.marks, sheet } }
        expect(countRegister(split, how)).toEqual(count(given, how))
      }),
    )
  })

  test('is the sum of two cohorts that have nobody in common and leave nobody out', () => {
    fc.assert(
      fc.property(marks, fc.uniqueArray(fc.nat(pupils - 1)), (given, chosen) => {
        const cohort = (isIn: (pupil: number) => boolean) =>
          count(given, {
            ...request,
            members: Array.from({ length: pupils }, (_, pupil) => ({ pupil, startsOn: null })).filter(
              ({ pupil }) => isIn(pupil),
            ),
          })
        const [one, other] = [
          cohort((pupil) => chosen.includes(pupil)),
          cohort((pupil) => !chosen.includes(pupil)),
        ].map(({ mentored }) => mentored!) as [CohortCounts, CohortCounts]
        const { whole } = count(given)
        for (const [year, { byCode }] of whole!.sessions.entries())
          for (const code of attendanceCodes)
            expect((one.sessions[year]?.byCode[code] ?? 0) + (other.sessions[year]?.byCode[code] ?? 0)).toBe(
              byCode[code] ?? 0,
            )
        for (const part of ['enrolments', 'persistent', 'severe'] as const)
          expect(one[part] + other[part]).toBe(whole![part])
      }),
    )
  })

  test('has no other totals for marks that are not possible', () => {
    const impossible = attendanceCodes.filter((code) =>
      ['not-possible', 'not-collected'].includes(codeMeanings[code].class),
    )
    const more = fc.array(fc.record({ at: mark, code: fc.constantFrom(...impossible) }))
    fc.assert(
      fc.property(marks, more, asked, (given, added, how) => {
        const taken = new Set(given.map(slotOf))
        const extra = added
          .map(({ at, code }) => ({ ...at, mark: code as string }))
          .filter((one) => !taken.has(slotOf(one)) && taken.add(slotOf(one)))
        const [before, after] = [count(given, how), count([...given, ...extra], how)]
        const shown = (counts: CohortCounts | null) =>
          counts && {
            ...{ enrolments: counts.enrolments, persistent: counts.persistent, severe: counts.severe },
            dispersion: counts.dispersion,
            totals: totalsOf(counts)
              .map(({ notPossible: _, notCollected: __, ...totals }) => totals)
              .filter(({ possible }) => possible > 0),
          }
        for (const cohort of ['whole', 'mentored', 'baseline'] as const)
          expect(shown(after[cohort])).toEqual(shown(before[cohort]))
      }),
    )
  })

  test('has attended and absent come to possible, severe to persistent, persistent to enrolments', () => {
    fc.assert(
      fc.property(marks, asked, (given, how) => {
        for (const counts of cohortsOf(count(given, how))) {
          let possible = 0
          for (const totals of totalsOf(counts)) {
            expect(totals.attended + totals.authorised + totals.unauthorised).toBe(totals.possible)
            expect(totals.present + totals.approvedActivity).toBe(totals.attended)
            possible += totals.possible
          }
          expect(counts.severe).toBeLessThanOrEqual(counts.persistent)
          expect(counts.persistent).toBeLessThanOrEqual(counts.enrolments)
          expect(counts.enrolments).toBeLessThanOrEqual(possible)
          expect(counts.dispersion === null || counts.enrolments >= 6).toBe(true)
        }
      }),
    )
  })

  test('counts the same with every mark given twice', () => {
    fc.assert(
      fc.property(marks, asked, (given, how) => {
        const [once, twice] = [count(given, how), count([...given, ...given], how)]
        const { tally, ...counts } = twice
        expect(counts).toEqual({ ...once, tally: undefined })
        const asRead = once.tally.marks.reduce((sum, { count: found }) => sum + found, 0)
        expect(tally).toEqual({
          ...once.tally,
          ...{ before: once.tally.before * 2, after: once.tally.after * 2, repeated: asRead },
        })
      }),
    )
  })

  test('accounts for every mark: counted, outside, repeated or in conflict', () => {
    fc.assert(
      fc.property(anyMarks, asked, (given, how) => {
        const { tally, whole } = count(given, how)
        const found = tally.marks.reduce((sum, one) => sum + one.count, 0)
        const told = found + tally.before + tally.after + tally.repeated
        // Of a settled conflict the marks that lost are in no sum but that of the conflict.
        const overruled = tally.conflicts.length > 0 && how.duplicates !== null ? given.length - told : 0
        expect(overruled).toBeGreaterThanOrEqual(0)
        expect(tally.conflicts.length > 0 || told === given.length).toBe(true)
        const isOpen = tally.marks.some(({ code }) => code === null)
        const isDisputed = how.duplicates === null && tally.conflicts.length > 0
        expect(whole === null).toBe(isOpen || isDisputed)
      }),
    )
  })

  test('counts as one that is counted by hand, mark by mark', () => {
    fc.assert(
      fc.property(marks, members, (given, cohort) => {
        const { mentored } = count(given, { ...request, members: cohort })
        const chosen = new Set(
          cohort
            .filter(({ startsOn }) => startsOn === null || startsOn < '2026-01-01')
            .map(({ pupil }) => pupil),
        )
        const there = given.filter(
          ({ pupil, day }) => chosen.has(pupil) && day >= '2025-10-01' && day < '2026-01-01',
        )
        const absence = (pupil: number) => {
          const classes = there
            .filter((one) => one.pupil === pupil)
            .map(({ mark }) => codeMeanings[mark as (typeof attendanceCodes)[number]].class)
          const absent = classes.filter((one) => one === 'authorised' || one === 'unauthorised').length
          const attended = classes.filter((one) => one === 'present' || one === 'approved-activity').length
          return { absent, possible: absent + attended }
        }
        const enrolled = [...chosen].map(absence).filter(({ possible }) => possible > 0)
        expect(mentored).toMatchObject({
          enrolments: enrolled.length,
          persistent: enrolled.filter(({ absent, possible }) => absent / possible >= 0.1).length,
          severe: enrolled.filter(({ absent, possible }) => absent / possible >= 0.5).length,
        })
      }),
    )
  })
})
