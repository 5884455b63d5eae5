/** Clause 5 through the engine: one cause one finding, series that end, peers, awards. */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Standard } from '@inclusion/shared/standards/check'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { attended, past } from '@inclusion/shared/standards/examples/followed'
import { followedDefinitions } from '@inclusion/shared/standards/examples/framework-plausible'
import { accepted, ash, exampleInput, pair, value } from '@inclusion/shared/standards/examples/worked-example'
import { seenInputs } from '@inclusion/shared/standards/finding'
import type { PeerSummary } from '@inclusion/shared/standards/peers'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { describe, expect, test } from 'vitest'

const { sessions, visits, attendance, takeUp } = followedDefinitions
const flat = [60, 60, 60, 60, 60, 60]

type Given = Partial<Omit<CheckInput, 'asked'>>

const inputOf = (asked: IndicatorDefinition[], given: Given): CheckInput => ({
  ...exampleInput({ tier: 'enhanced', ...given }),
  asked,
})
const saidOf = (asked: IndicatorDefinition[], given: Given, standard = referenceEdition1) =>
  runChecks(standard, inputOf(asked, given))
    .filter(({ clause, failedClosed }) => clause === '5' || failedClosed)
    .map(({ check, locator }) => `${check} ${locator ?? ''}`.trim())

/** The edition with one check off in every tier. */
const without = (code: string): Standard => ({
  ...referenceEdition1,
  checks: referenceEdition1.checks.map((check) =>
    check.code === code
      ? { ...check, severity: { light: 'off', standard: 'off', enhanced: 'off' } as const }
      : check,
  ),
})

describe('one cause, one finding', () => {
  const tooMany = { figures: { 'XYZ-OP21': value(6_000) }, history: past('XYZ-OP21', flat) }

  test('a slip of scale is not also far from its history; where nobody asks for scale, history speaks', () => {
    expect(saidOf([sessions], tooMany)).toEqual(['5.1 XYZ-OP21'])
    expect(saidOf([sessions], tooMany, without('5.1'))).toEqual(['5.4 XYZ-OP21'])
  })

  test('what its definition does not allow is not also unlikely', () => {
    const bounded = { ...sessions, bounds: { ...sessions.bounds, maximum: 500 } }
    const findings = runChecks(referenceEdition1, inputOf([bounded], tooMany))
    expect(findings.map(({ check }) => check)).toEqual(['3.2'])
  })

  test('a part above its whole is not also unlikely', () => {
    const given = {
      figures: { 'XYZ-OP25': pair(900, 100) },
      history: past('XYZ-OP25', [
        [75, 100],
        [76, 101],
        [80, 104],
        [71, 98],
      ]),
    }
    const findings = runChecks(referenceEdition1, inputOf([takeUp], given))
    expect(findings.map(({ check }) => check)).toEqual(['4.1'])
  })

  test('a total with two digits swapped, which its categories show, is said once', () => {
    const figures = (total: number) => ({
      'XYZ-OP24': value(total),
      'XYZ-OP24:sex:female': value(6_000),
      'XYZ-OP24:sex:male': value(6_300),
    })
    const categories = ['female', 'male'].map((code) => ({ code, label: code, aliases: [] }))
    const bySex = { dimension: 'sex', label: 'Sex', askedFrom: 'light' as const, categories }
    const broken: IndicatorDefinition = {
      ...followedDefinitions.active,
      disaggregations: [{ ...bySex, choice: 'single' }],
    }
    const given = { figures: figures(13_200), history: [accepted('FY2025-26-Q2', figures(12_300))] }
    const found = (asked: IndicatorDefinition) =>
      runChecks(referenceEdition1, inputOf([asked], given)).map(({ check }) => check)
    expect(found(broken)).toEqual(['4.2'])
    expect(found({ ...broken, measure: 'money', kind: 'finance' })).toEqual(['12.4'])
  })

  test('one count of a setting behind two figures is spoken of once', () => {
    const of = (numerator: 'persistent' | 'severe', indicator: string): IndicatorDefinition => ({
      ...attendance,
      indicator,
      overTime: 'last',
      derivation: { kind: 'attendance', cohort: 'whole', numerator, denominator: 'enrolments' },
    })
    const counts = (enrolments: number) => ({
      ...attended(10, 20).attendance[0]!,
      cohort: 'whole' as const,
      sessions: [],
      ...{ enrolments, persistent: 40, severe: 20 },
    })
    const figures = (enrolments: number) => ({
      'XYZ-OP31@100001': pair(40, enrolments),
      'XYZ-OP32@100001': pair(20, enrolments),
    })
    const given = {
      settings: [ash()],
      attendance: [counts(600)],
      figures: figures(600),
      history: [accepted('FY2025-26-Q2', figures(60))],
    }
    const asked = [of('persistent', 'XYZ-OP31'), of('severe', 'XYZ-OP32')]
    expect(saidOf(asked, given)).toEqual(['5.1 XYZ-OP31@100001'])
  })
})

describe('what is not judged', () => {
  test('a series that a major change ended; a minor one carries it on', () => {
    const history = past('XYZ-OP21', flat).map((period) => ({ ...period, definitions: { 'XYZ-OP21': 1 } }))
    const given = { figures: { 'XYZ-OP21': value(95) }, history }
    expect(saidOf([{ ...sessions, edition: 2, changeClass: 'major' }], given)).toEqual([])
    expect(saidOf([{ ...sessions, edition: 2, changeClass: 'minor' }], given)).toEqual(['5.4 XYZ-OP21'])
  })

  test('a series that a major change ended, also once a minor one has followed', () => {
    const given = (edition: number) => ({
      figures: { 'XYZ-OP21': value(95) },
      history: past('XYZ-OP21', flat).map((period) => ({ ...period, definitions: { 'XYZ-OP21': edition } })),
      seriesFrom: { 'XYZ-OP21': 2 },
    })
    const third = { ...sessions, edition: 3, changeClass: 'minor' as const }
    expect(saidOf([third], given(1))).toEqual([])
    expect(saidOf([third], given(2))).toEqual(['5.4 XYZ-OP21'])
    const tenfold = { ...given(1), figures: { 'XYZ-OP21': value(600) } }
    expect(saidOf([third], tenfold)).toEqual([])
    expect(saidOf([third], { ...tenfold, seriesFrom: {} })).toEqual(['5.1 XYZ-OP21'])
  })

  test('people counted once, what is carried on, means and numbers', () => {
    const given = { figures: { 'XYZ-OP21': value(95) }, history: past('XYZ-OP21', flat) }
    expect(saidOf([{ ...sessions, overTime: 'distinct' }], given)).toEqual([])
    expect(saidOf([{ ...sessions, derivation: { kind: 'carried', from: 'XYZ-OP24' } }], given)).toEqual([])
    expect(saidOf([{ ...sessions, measure: 'number' }], given)).toEqual([])
  })

  test('periods in which the figure was not given do not count as periods', () => {
    const history = past('XYZ-OP21', [60, 60, 60]).concat(accepted('FY2024-25-Q3', {}))
    expect(saidOf([sessions], { figures: { 'XYZ-OP21': value(95) }, history })).toEqual([])
  })
})

describe('peers', () => {
  const summary: PeerSummary = {
    ...{ indicator: 'XYZ-OP21', family: 'count', peers: 12 },
    ...{ centre: 10, between: 0.02, within: 0.02 },
  }
  const first = { figures: { 'XYZ-OP21': value(62) }, peers: [summary] }

  test('fewer than the check asks for are none', () => {
    expect(saidOf([sessions], first)).toEqual(['5.5 XYZ-OP21'])
    expect(saidOf([sessions], { ...first, peers: [{ ...summary, peers: 4 }] })).toEqual([])
  })

  test('counts are compared for authorities, rates for settings too', () => {
    const ofSettings = { ...sessions, collectedFrom: 'setting' as const }
    const settings = [ash()]
    const figures = { 'XYZ-OP21@100001': value(62) }
    expect(saidOf([ofSettings], { settings, figures, peers: [summary] })).toEqual([])
    const rate: PeerSummary = { ...summary, indicator: 'XYZ-OP33', family: 'rate', centre: 0.1 }
    const suspensions: IndicatorDefinition = {
      ...ofSettings,
      ...{ indicator: 'XYZ-OP33', measure: 'rate', overTime: 'rate' },
    }
    const many = { settings, figures: { 'XYZ-OP33@100001': pair(40, 30) }, peers: [rate] }
    expect(saidOf([suspensions], many)).toEqual(['5.5 XYZ-OP33@100001'])
  })

  test('they steady the own history, and an explanation outlives a change of theirs', () => {
    const given = { figures: { 'XYZ-OP21': value(95) }, history: past('XYZ-OP21', [60, 60, 60, 60]) }
    const steady = { ...summary, centre: 60, within: 0.005 }
    expect(saidOf([sessions], given)).toEqual([])
    expect(saidOf([sessions], { ...given, peers: [steady] })).toEqual(['5.4 XYZ-OP21'])
    const [finding] = runChecks(referenceEdition1, inputOf([sessions], first))
    expect(JSON.parse(seenInputs(finding!.inputs))).toEqual([['XYZ-OP21', 'value', 62]])
    const explanations = [
      { check: '5.5', locator: 'XYZ-OP21', reason: 'other', text: 'So', inputs: seenInputs(finding!.inputs) },
    ]
    const later = { ...first, explanations, peers: [{ ...summary, centre: 11 }] }
    const answered = runChecks(referenceEdition1, inputOf([sessions], later))
    expect(answered.map(({ explanation }) => explanation?.text)).toEqual(['So'])
  })

  test('peers that failed to load fail the two checks that read them, and no others', () => {
    const given = { ...first, failed: ['peers' as const] }
    expect(saidOf([sessions], given)).toEqual(['5.4', '5.5'])
  })
})

describe('attendance of pupil referral units', () => {
  const comparator = {
    ...{ label: 'pupil referral units in London', when: 'autumn and spring terms 2022/23' },
    ...{ source: 'Department for Education', places: 55, centre: 0.6338, spread: 0.1186 },
  }
  const at = (percent: number) => saidOf([attendance], { ...attended(percent * 12, 1_200), comparator })

  test('45% is no finding, nor anything from 40% to 77%; 8% and 95% are', () => {
    for (let percent = 40; percent <= 77; percent++) expect(at(percent), `${percent}%`).toEqual([])
    expect(at(8)).toEqual(['5.5 XYZ-OP26@100001'])
    expect(at(95)).toEqual(['5.5 XYZ-OP26@100001'])
  })

  test('it is compared whatever its history, unless its history already speaks', () => {
    const steady: [number, number][] = Array.from({ length: 6 }, (_, at) => [1_140 + at, 1_200])
    const history = past('XYZ-OP26@100001', steady)
    expect(saidOf([attendance], { ...attended(1_140, 1_200), comparator, history })).toEqual([
      '5.5 XYZ-OP26@100001',
    ])
    expect(saidOf([attendance], { ...attended(96, 1_200), comparator, history })).toEqual([
      '5.4 XYZ-OP26@100001',
    ])
  })
})

test('money of the grant is read in the terms of this award', () => {
  const spent: IndicatorDefinition = {
    ...visits,
    ...{ indicator: 'XYZ-FI9', label: 'Grant spent', kind: 'finance', measure: 'money' },
  }
  // All of last year: this year's first two quarters are not accepted yet.
  const history = past('XYZ-FI9', [800_000, 810_000, 795_000, 805_000, 0, 0]).slice(2)
  const given = (pence: number, award: number) => ({
    figures: { 'XYZ-FI9': value(pence) },
    history,
    grant: {
      ...{ startsOn: '2022-04-01', processesPersonalData: false, dpiaOn: null },
      awards: [
        { financialYear: '2024-25', pence: 3_200_000 },
        { financialYear: '2025-26', pence: award },
      ],
    },
  })
  const said = (pence: number, award: number) =>
    runChecks(referenceEdition1, inputOf([spent], given(pence, award))).filter(({ check }) => check === '5.4')
  expect(said(1_600_000, 3_200_000)[0]?.message).toMatch(
    /^Grant spent: £16,000\.00\. You reported £8,000\.00, .* before; £[\d,]+ to £[\d,]+ would be usual\.$/,
  )
  expect(said(1_600_000, 6_400_000)).toEqual([])
  expect(said(800_000, 6_400_000)[0]?.message).toMatch(/ would be usual under this year's award\.$/)
})
