/** What the worked examples of clauses 6, 7 and 12 leave open: places, years, chance. */
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { workedExamples } from '@inclusion/shared/standards/examples'
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
import { chanceOfDifference } from '@inclusion/shared/standards/kinds/group-differs'
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
        const chance = chanceOfDifference(one, other)
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
        expect(chanceOfDifference(other, one)).toBeCloseTo(chance, 12)
      }),
    )
  })

  test('come out as by hand: 15 of 40 and 35 of 40', () => {
    // z = (0.5 - 0.025) / sqrt(0.625 x 0.375 / 20) = 4.38786; two-sided, by erfc, 0.0000114470.
    expect(
      chanceOfDifference({ numerator: 15, denominator: 40 }, { numerator: 35, denominator: 40 }),
    ).toBeCloseTo(0.000011447034, 12)
    expect(chanceOfDifference({ numerator: 5, denominator: 5 }, { numerator: 9, denominator: 9 })).toBe(1)
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
      { message: expect.stringContaining('awarded for 2024-25 and 2025-26') },
    ])
  })

  const years = (first: number | null) =>
    grantOf({
      startsOn: '2023-04-01',
      awards: [first, 5_000_000, 5_000_000].map((pence, at) => ({
        financialYear: ['2023-24', '2024-25', '2025-26'][at]!,
        pence,
      })),
    })

  test('counts all that was awarded, though the first spend is too long ago to be seen', () => {
    // £30,000 in a first year that history has lost, then £50,000, then £64,000: £144,000 of £150,000.
    const past = ['FY2025-26-Q2', 'FY2025-26-Q1'].map((id) => accepted(id, { 'XYZ-FI1': value(2_000_000) }))
    const year = [4, 3, 2, 1].map((at) => accepted(`FY2024-25-Q${at}`, { 'XYZ-FI1': value(1_250_000) }))
    const given = { asked, figures: { 'XYZ-FI1': value(2_400_000) }, history: [...past, ...year] }
    expect(found({ ...given, grant: years(5_000_000) }, '12.1')).toEqual([])
  })

  test('after a year whose award is not known counts only what came later, and says so', () => {
    const given = { ...spent(1_450_000, 1_450_000), grant: years(null) }
    const [finding] = found(given, '12.1')
    expect(finding!.message).toContain('What was awarded for 2023-24 is not on record')
    expect(finding!.fix).toContain('if money of 2023-24 was carried over')
    const within = { ...spent(1_400_000, 1_400_000), grant: years(null) }
    const early = [...within.history, accepted('FY2023-24-Q4', { 'XYZ-FI1': value(9_000_000) })]
    expect(found({ ...within, history: early }, '12.1')).toEqual([])
    const thisOne = grantOf({ awards: [{ financialYear: '2025-26', pence: null }] })
    expect(found({ ...given, grant: thisOne }, '12.1')).toEqual([])
    expect(found({ ...given, grant: grantOf({ awards: [] }) }, '12.1')).toEqual([])
  })

  test('counts what is known where one quarter was not available', () => {
    const quarter = (at: number) => accepted(`FY2025-26-Q${at}`, { 'XYZ-FI1': value(3_000_000) })
    const history = [
      quarter(3),
      quarter(2),
      accepted('FY2025-26-Q1', { 'XYZ-FI1': figure({ missing: 'x' }) }),
    ]
    const grant = grantOf({
      startsOn: '2025-04-01',
      awards: [{ financialYear: '2025-26', pence: 5_000_000 }],
    })
    const given = {
      asked,
      periodId: 'FY2025-26-Q4',
      figures: { 'XYZ-FI1': value(3_000_000) },
      history,
      grant,
    }
    expect(found(given, '12.1')).toMatchObject([{ message: expect.stringContaining('at least £90,000.00') }])
  })
})

describe('a figure that was accepted (2.2)', () => {
  const register = (attended: number, enrolments: number, persistent: number) => [
    ashAttendance({ possible: 100, attended, authorised: 100 - attended, unauthorised: 0 }, { enrolments }),
    { ...ashAttendance(null, { enrolments, persistent, severe: 1 }), cohort: 'whole' as const },
  ]
  const figures = (attended: number, enrolments: number, persistent: number) => ({
    'XYZ-OC2@100001': figure({ numerator: attended, denominator: 100, people: enrolments }),
    'XYZ-OC3@100001': pair(persistent, enrolments),
    'XYZ-OC9@100001': pair(1, enrolments),
  })
  const given = (counts: [number, number, number]) => ({
    asked: ['OC2', 'OC3', 'OC9', 'OC7'],
    settings: [ash()],
    attendance: register(...counts),
    acceptedBefore: { ...figures(48, 20, 5), 'XYZ-OC7@100001': value(4) },
    figures: { ...figures(...counts), 'XYZ-OC7@100001': value(4) },
  })
  const places = (input: Parameters<typeof exampleInput>[0]) =>
    found(input, '2.2').map(({ locator }) => locator)

  test("is asked about where a setting's attendance changed it, once for each count", () => {
    expect(places(given([48, 20, 5]))).toEqual([])
    expect(found(given([90, 20, 5]), '2.2')).toMatchObject([
      {
        locator: 'XYZ-OC2@100001',
        message: expect.stringContaining('48 of 100 (20 people) when it was accepted, and is now 90 of 100'),
      },
    ])
    expect(places(given([48, 20, 6]))).toEqual(['XYZ-OC3@100001'])
    // The enrolments of the whole setting stand behind both figures of its pupils.
    expect(places(given([48, 21, 5]))).toEqual(['XYZ-OC2@100001', 'XYZ-OC3@100001'])
  })

  test('is asked about where a setting left it blank, and not while its report is not in', () => {
    const { 'XYZ-OC7@100001': _, ...blank } = given([48, 20, 5]).figures
    expect(found({ ...given([48, 20, 5]), figures: blank }, '2.2')).toMatchObject([
      {
        locator: 'XYZ-OC7@100001',
        message: 'Young people at the setting at Ash Centre was 4 when it was accepted, and is now blank.',
      },
    ])
    const waiting = { settings: [ash({ status: 'not-started' })], figures: {} }
    expect(places({ ...given([90, 20, 5]), ...waiting })).toEqual([])
  })
})

describe('what is to be done', () => {
  const fixOf = (given: Parameters<typeof exampleInput>[0], check: string) => found(given, check)[0]?.fix
  const families = { 'XYZ-OP9': value(12) }
  const sexes = (...codes: string[]) =>
    Object.fromEntries(codes.map((code) => [`XYZ-OP9:sex:${code}`, value(4)] as const))
  const themes = { 'XYZ-OP9:theme:arts': value(6), 'XYZ-OP9:theme:sport': value(6) }

  test('with a breakdown: Unknown is said only of those that have it (7.1)', () => {
    const of = (figures: object) => fixOf({ asked: ['OP9'], figures: { ...families, ...figures } }, '7.1')
    const fill = 'Fill in every category: 0 where there were none'
    expect(of(themes)).toBe(`${fill}, Unknown where it is not known.`)
    expect(of(sexes('female', 'male', 'unknown'))).toBe(`${fill}.`)
    expect(of({})).toBe(`${fill}, Unknown of sex where it is not known.`)
  })

  test('with a word for none where a number is due: the list, where there is one (3.6)', () => {
    const of = (locator: string, entered: string, part: 'value' | 'numerator' | 'people' = 'value') =>
      fixOf({ asked: ['OP9', 'OP2'], drafts: [{ locator, part, entered }] }, '3.6')
    const list =
      'Use only digits, for example 9. If there is no figure, choose why in the list “If none, why” beside it.'
    for (const word of ['n/a', 'Z', ' not available ', '[x]']) expect(of('XYZ-OP9', word)).toBe(list)
    expect(of('XYZ-OP2', 'n/a', 'numerator')).toBe(list)
    const plain = 'Use only digits, for example 9.'
    expect(of('XYZ-OP9', 'none')).toBe(plain)
    expect(of('XYZ-OP2', 'n/a', 'people')).toBe(plain)
    expect(of('XYZ-OP9:sex:female', 'n/a')).toBe(plain)
  })

  test('is true wherever it is read: nothing is explained “here” in a file or its preview', () => {
    const fixes = workedExamples.flatMap(({ input }) =>
      runChecks(referenceEdition1, input).map(({ fix }) => fix),
    )
    expect(fixes).toContain('Write in its note why, and what comes next; or explain it beside the figure.')
    expect(fixes.filter((fix) => /explain (it |that |this )?here/i.test(fix))).toEqual([])
  })
})
