/** What the worked examples of clauses 6, 7 and 12 leave open: places, years, chance. */
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import {
  accepted,
  ash,
  ashAttendance,
  birch,
  exampleInput,
  figure,
  grantOf,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { chanceOf } from '@inclusion/shared/standards/kinds/group-differs'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const found = (given: Parameters<typeof exampleInput>[0], check: string) =>
  runChecks(referenceEdition1, exampleInput(given)).filter((finding) => finding.check === check)

describe('two shares', () => {
  const share = fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([denominator, part]) => ({ numerator: Math.round(denominator * part), denominator }))

  test('are a chance between 0 and 1, the same in either order', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const chance = chanceOf(one, other)
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
        expect(chanceOf(other, one)).toBeCloseTo(chance, 12)
      }),
    )
  })

  test('come out as by hand: 15 of 40 and 35 of 40', () => {
    // z = (0.5 - 0.025) / sqrt(0.625 x 0.375 / 20) = 4.388; two-sided 0.0000115.
    expect(chanceOf({ numerator: 15, denominator: 40 }, { numerator: 35, denominator: 40 })).toBeCloseTo(
      0.0000115,
      7,
    )
    expect(chanceOf({ numerator: 5, denominator: 5 }, { numerator: 9, denominator: 9 })).toBe(1)
  })
})

describe('a baseline (6.1)', () => {
  const asked = ['OC13']
  const history = [
    accepted('FY2025-26-Q2', { 'XYZ-OC13': figure({ missing: 'x' }) }),
    accepted('FY2025-26-Q1', { 'XYZ-OC13': pair(3, 20) }),
  ]

  test('is not asked for while the figure was seldom given, nor of a figure that is not', () => {
    expect(found({ asked, figures: { 'XYZ-OC13': pair(3, 30) }, history }, '6.1')).toEqual([])
    const twice = history.map(({ periodId }) => accepted(periodId, { 'XYZ-OC13': pair(3, 20) }))
    expect(found({ asked, figures: { 'XYZ-OC13': pair(3, 30) }, history: twice }, '6.1')).toHaveLength(1)
    expect(
      found({ asked, figures: { 'XYZ-OC13': figure({ missing: 'x' }) }, history: twice }, '6.1'),
    ).toEqual([])
  })
})

describe('a profile (6.3)', () => {
  const profiles = { 'FY2025-26-Q3': { 'XYZ-OC7': 20, 'XYZ-OC5': 0.8 } }
  const both = { settings: [ash(), birch()], grant: grantOf({ startsOn: '2025-10-01' }), profiles }

  test('is held against the settings together, each of which must have given its figure', () => {
    const figures = { 'XYZ-OC7@100001': value(4), 'XYZ-OC7@100002': value(5) }
    expect(found({ asked: ['OC7'], ...both, figures }, '6.3')).toMatchObject([
      { locator: 'XYZ-OC7', message: expect.stringContaining('is 9 so far this year, where 20 was planned') },
    ])
    const { 'XYZ-OC7@100002': _, ...one } = figures
    expect(found({ asked: ['OC7'], ...both, figures: one }, '6.3')).toEqual([])
    const rest = { 'XYZ-OC7@100002': figure({ missing: 'z' }) }
    expect(found({ asked: ['OC7'], ...both, figures: { ...one, ...rest } }, '6.3')).toHaveLength(1)
  })

  test('is answered by a note on any of the settings', () => {
    const note = 'The setting was closed in November for building works.'
    const figures = { 'XYZ-OC7@100001': value(4), 'XYZ-OC7@100002': figure({ value: 5, note }) }
    expect(found({ asked: ['OC7'], ...both, figures }, '6.3')).toEqual([])
  })
})

describe('the award (12.1)', () => {
  const asked = ['FI1']
  const spent = (before: number, now: number) => ({
    asked,
    figures: { 'XYZ-FI1': value(now) },
    history: [
      'FY2025-26-Q2',
      'FY2025-26-Q1',
      'FY2024-25-Q4',
      'FY2024-25-Q3',
      'FY2024-25-Q2',
      'FY2024-25-Q1',
    ].map((id) => accepted(id, { 'XYZ-FI1': value(before) })),
  })

  test('counts an earlier year with its spend and its money', () => {
    // Seven quarters of £14,500 are £101,500, of £100,000 awarded; this year alone would be within £50,000.
    const given = { ...spent(1_450_000, 1_450_000), grant: grantOf() }
    expect(found(given, '12.1')).toMatchObject([
      { message: expect.stringContaining('over 2024-25 and 2025-26') },
    ])
  })

  test('leaves out a year whose award, or whose spend, is not on record', () => {
    const unknown = grantOf({
      awards: [
        { financialYear: '2024-25', pence: null },
        { financialYear: '2025-26', pence: 5_000_000 },
      ],
    })
    expect(found({ ...spent(1_450_000, 1_450_000), grant: unknown }, '12.1')).toEqual([])
    const { history, ...rest } = spent(1_450_000, 1_450_000)
    const gap = history.filter(({ periodId }) => periodId !== 'FY2024-25-Q2')
    expect(found({ ...rest, history: gap, grant: grantOf() }, '12.1')).toEqual([])
    expect(found({ ...spent(1_450_000, 2_200_000), history: gap, grant: unknown }, '12.1')).toHaveLength(1)
  })
})

test('a changed register changes what follows from it, and 2.2 does not ask about that (settings)', () => {
  const attendance = [
    ashAttendance({ possible: 100, attended: 61, authorised: 30, unauthorised: 9 }, { enrolments: 5 }),
  ]
  const given = {
    asked: ['OC2', 'OC7'],
    settings: [ash()],
    attendance,
    acceptedBefore: {
      'XYZ-OC2@100001': figure({ numerator: 60, denominator: 100, people: 5 }),
      'XYZ-OC7@100001': value(4),
    },
    figures: { 'XYZ-OC2@100001': figure({ numerator: 61, denominator: 100, people: 5 }) },
  }
  expect(found(given, '2.2')).toMatchObject([
    {
      locator: 'XYZ-OC7@100001',
      message: 'Young people at the setting at Ash Centre was 4 when it was accepted, and is now blank.',
    },
  ])
  const waiting = { ...given, settings: [ash({ status: 'not-started' })], figures: {} }
  expect(found(waiting, '2.2')).toEqual([])
})
