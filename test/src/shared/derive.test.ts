import { totalSessions, type Attendance } from '@inclusion/shared/attendance/counts'
import { deriveFigures, type DerivationSources } from '@inclusion/shared/derive'
import { exampleDefinitions } from '@inclusion/shared/standards/examples/framework'
import {
  accepted,
  ashAttendance,
  figure,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const sources = (given: Partial<DerivationSources>): DerivationSources => ({
  periodId: 'FY2025-26-Q2',
  figures: {},
  attendance: [],
  history: [],
  baselines: [],
  seriesFrom: {},
  ...given,
})
const derive = (given: Partial<DerivationSources>) => deriveFigures(exampleDefinitions, sources(given))
const year = (academicYear: string, possible: number | null, attended: number | null) => ({
  academicYear,
  possible,
  attended,
  authorised: null,
  unauthorised: null,
})

describe('attendance', () => {
  test('sums the school years of the period, with the enrolments of the cohort as its people', () => {
    const sessions = [year('2024-25', 30, 20), year('2025-26', 70, 45)]
    const figures = derive({ attendance: [{ ...ashAttendance(null, { enrolments: 5 }), sessions }] })
    expect(figures['XYZ-OC2@100001']).toEqual(figure({ numerator: 65, denominator: 100, people: 5 }))
  })

  test('takes pupils from the cohort that the definition names', () => {
    const whole = ashAttendance(null, { cohort: 'whole', enrolments: 40, persistent: 20, severe: 8 })
    const mentored = ashAttendance(null, { enrolments: 5, persistent: 4 })
    const figures = derive({ attendance: [whole, mentored] })
    expect(figures['XYZ-OC3@100001']).toEqual(pair(20, 40))
  })

  test('derives nothing from half of the counts, and leaves what was typed', () => {
    const sessions = [year('2024-25', 30, 20), year('2025-26', 70, null)]
    const typed = figure({ missing: 'x' })
    const attendance = [{ ...ashAttendance(null), sessions }]
    expect(derive({ attendance })).toEqual({})
    expect(derive({ attendance, figures: { 'XYZ-OC2@100001': typed } })).toEqual({ 'XYZ-OC2@100001': typed })
  })

  test("leaves the authority's own figure, and keeps a note and evidence beside a derived one", () => {
    const figures = {
      'XYZ-OC2': pair(9, 10),
      'XYZ-OC2@100001': figure({ note: 'Snow in November.', evidence: { source: 'Register' } }),
    }
    const attendance = [ashAttendance({ possible: 10, attended: 6 })]
    const derived = derive({ figures, attendance })
    expect(derived['XYZ-OC2']).toEqual(pair(9, 10))
    expect(derived['XYZ-OC2@100001']).toMatchObject({ numerator: 6, note: 'Snow in November.' })
  })

  test('any split of sessions between school years gives the same pair', () => {
    const years = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(years, (counts) => {
        const sessions = counts.map(([possible, attended], at) =>
          year(at === 0 ? '2024-25' : '2025-26', possible, attended),
        )
        const attendance: Attendance = { ...ashAttendance(null), sessions }
        expect(derive({ attendance: [attendance] })['XYZ-OC2@100001']).toMatchObject({
          numerator: totalSessions(attendance, 'attended'),
          denominator: totalSessions(attendance, 'possible'),
        })
      }),
    )
  })
})

describe('carried', () => {
  const last = accepted('FY2025-26-Q1', { 'XYZ-OP7': value(31) })

  test('the level at the end of the last period opens this one', () => {
    expect(derive({ history: [last], figures: { 'XYZ-OP4': value(30) } })['XYZ-OP4']).toEqual(value(31))
  })

  test('what was typed stays without the period just before, or without its figure', () => {
    const figures = { 'XYZ-OP4': value(30) }
    expect(derive({ figures })).toEqual(figures)
    expect(derive({ figures, history: [accepted('FY2024-25-Q4', last.figures)] })).toEqual(figures)
    expect(
      derive({ figures, history: [accepted('FY2025-26-Q1', { 'XYZ-OP7': figure({ missing: 'x' }) })] }),
    ).toEqual(figures)
  })

  test('nothing is, over a major change of the figure it comes from', () => {
    const asked = exampleDefinitions.map((definition) =>
      definition.indicator === 'XYZ-OP7'
        ? { ...definition, edition: 2, changeClass: 'minor' as const }
        : definition,
    )
    const history = [{ ...last, definitions: { ...last.definitions, 'XYZ-OP7': 1 } }]
    const carried = (seriesFrom: Record<string, number>) =>
      deriveFigures(asked, sources({ history, seriesFrom }))['XYZ-OP4']
    expect(carried({ 'XYZ-OP7': 2 })).toBeUndefined()
    expect(carried({})?.value).toBe(31)
  })
})

const now = (urn: string, attended: number) => ashAttendance({ possible: 100, attended }, { urn })
const before = (urn: string, attended: number) =>
  ashAttendance({ possible: 200, attended }, { urn, cohort: 'baseline' })
const onRecord = (urn: string, numerator: number) => ({
  indicator: 'XYZ-OC2',
  urn,
  numerator,
  denominator: 100,
})

describe('settings above their baseline', () => {
  test('counts settings that rose, of those that report with a baseline', () => {
    const attendance = [
      now('100001', 60),
      before('100001', 100),
      now('100002', 40),
      before('100002', 100),
      now('100003', 90),
    ]
    expect(derive({ attendance })['XYZ-OC4']).toEqual(pair(1, 2))
  })

  test('the baseline of this return goes before the one on record; equal is not above', () => {
    const attendance = [now('100001', 60), before('100001', 120), now('100002', 60)]
    const baselines = [
      onRecord('100001', 10),
      onRecord('100002', 59),
      { ...onRecord('100003', 1), indicator: 'XYZ-OC3' },
    ]
    expect(derive({ attendance, baselines })['XYZ-OC4']).toEqual(pair(1, 2))
  })

  test('is absent when no setting has both, and a baseline of nothing is none', () => {
    expect(derive({ attendance: [now('100001', 60)] })['XYZ-OC4']).toBeUndefined()
    const none = [{ ...onRecord('100001', 0), denominator: 0 }]
    expect(derive({ attendance: [now('100001', 60)], baselines: none })['XYZ-OC4']).toBeUndefined()
  })
})

test('the typed figures are not changed', () => {
  const figures = Object.freeze({ 'XYZ-OP4': Object.freeze(value(1)) })
  derive({ figures, history: [accepted('FY2025-26-Q1', { 'XYZ-OP7': value(31) })] })
  expect(figures['XYZ-OP4'].value).toBe(1)
})
