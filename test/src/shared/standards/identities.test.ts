import { deriveFigures } from '@inclusion/shared/derive'
import type { Identity } from '@inclusion/shared/framework/identities'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { exampleIdentities } from '@inclusion/shared/standards/examples/framework'
import {
  accepted,
  ash,
  exampleInput,
  grantOf,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { describe, expect, test } from 'vitest'
import { fullReturn } from './full-return.ts'

type Input = Parameters<typeof exampleInput>[0]
const found = (input: Input) => runChecks(referenceEdition1, exampleInput(input)).map(({ check }) => check)

const term = (
  indicator: string,
  given: Partial<Identity['left'][number]> = {},
): Identity['left'][number] => ({
  times: 1,
  indicator,
  part: 'value',
  at: 'this',
  over: 'authority',
  ...given,
})

describe('one cause, one finding', () => {
  test('a numerator over its own denominator is 4.1, though a bound says it too', () => {
    const bound: Identity = {
      ...exampleIdentities.neverFalls,
      id: 'XYZ-attended-of-offered',
      within: 'always',
      left: [term('XYZ-OP2', { part: 'numerator' })],
      right: [term('XYZ-OP2', { part: 'denominator' })],
    }
    expect(found({ asked: ['OP2'], identities: [bound], figures: { 'XYZ-OP2': pair(11, 10) } })).toEqual([
      '4.1',
    ])
  })

  test('severe over persistent is said at the attendance counts, though a nested identity says it too', () => {
    const nested: Identity = {
      ...exampleIdentities.nested,
      left: [term('XYZ-OC9', { part: 'numerator', over: 'settings' })],
      right: [term('XYZ-OC3', { part: 'numerator', over: 'settings' })],
    }
    const attendance = fullReturn.attendance.map((counts) =>
      counts.cohort === 'whole' && counts.urn === '100001' ? { ...counts, severe: 21 } : counts,
    )
    const sources = {
      periodId: fullReturn.periodId,
      history: fullReturn.history,
      baselines: [],
      seriesFrom: {},
    }
    const figures = deriveFigures(fullReturn.asked, { ...sources, figures: fullReturn.figures, attendance })
    const findings = runChecks(referenceEdition1, {
      ...fullReturn,
      identities: [nested],
      attendance,
      figures,
    })
    expect(findings.map(({ check, locator }) => [check, locator])).toEqual([
      ['4.4', 'attendance@100001:whole'],
    ])
  })
})

describe('what is on record', () => {
  const broken = (input: Input) => found(input).filter((check) => check === '4.9')
  const toDate: Identity = {
    ...exampleIdentities.yearToDate,
    left: [term('XYZ-OP6')],
    right: [term('XYZ-OP1', { at: 'grant-to-date' })],
  }
  const asked = ['OP1', 'OP4', 'OP6']
  const figures = { 'XYZ-OP1': value(3), 'XYZ-OP4': value(0), 'XYZ-OP6': value(9) }
  const past = (periodId: string, started: number) =>
    accepted(periodId, { ...figures, 'XYZ-OP1': value(started) })

  test('a grant to date is summed over its accepted periods and this one, across years', () => {
    const short = [past('FY2025-26-Q2', 2), past('FY2025-26-Q1', 1), past('FY2024-25-Q4', 2)]
    const enough = [...short, past('FY2024-25-Q3', 1)]
    const since = (startsOn: string) => ({
      ...{ asked, figures },
      identities: [toDate],
      grant: grantOf({ startsOn }),
    })
    expect(broken({ ...since('2025-02-01'), history: short })).toEqual(['4.9'])
    expect(broken({ ...since('2024-11-01'), history: enough })).toEqual([])
  })

  test('it is unknown while what came first is not on record: not accepted, or too long ago', () => {
    const given = { asked, figures, identities: [toDate], grant: grantOf({ startsOn: '2025-01-01' }) }
    const eight = [
      '25-26-Q2',
      '25-26-Q1',
      '24-25-Q4',
      '24-25-Q3',
      '24-25-Q2',
      '24-25-Q1',
      '23-24-Q4',
      '23-24-Q3',
    ]
    expect(broken({ ...given, history: [past('FY2025-26-Q2', 2), past('FY2025-26-Q1', 1)] })).toEqual([])
    const cut = { ...given, grant: grantOf({ startsOn: '2022-04-01' }) }
    expect(broken({ ...cut, history: eight.map((id) => past(`FY20${id}`, 0)) })).toEqual([])
  })

  test('a year to date is unknown while its first period is; "at least" holds with what there is', () => {
    const atLeast: Identity = {
      ...exampleIdentities.yearToDate,
      left: [term('XYZ-OP4', { at: 'year-first' }), term('XYZ-OP1', { at: 'year-first' })],
      right: [term('XYZ-OP6')],
    }
    const year = (counted: number, start: number, started: number) => ({
      'XYZ-OP6': value(counted),
      'XYZ-OP4': value(start),
      'XYZ-OP1': value(started),
    })
    const history = [accepted('FY2025-26-Q2', year(40, 10, 10))]
    const both = { asked, identities: [exampleIdentities.yearToDate, atLeast], history }
    expect(broken({ ...both, figures: year(50, 12, 10) })).toEqual([])
    expect(broken({ ...both, figures: year(19, 12, 10) })).toEqual(['4.9'])
    const begins = { ...both, grant: grantOf({ startsOn: '2025-09-01' }) }
    expect(broken({ ...begins, figures: year(50, 12, 10) })).toEqual(['4.9'])
  })

  test('it is unknown while a period between is not accepted, and without history', () => {
    expect(found({ asked, figures, identities: [toDate], history: [past('FY2025-26-Q1', 1)] })).toEqual([])
    expect(found({ asked, figures, identities: [toDate] })).toEqual([])
  })

  test("in the first period of every definition this return is the grant's first, and its year's", () => {
    const identities = [toDate, exampleIdentities.yearToDate]
    const first = exampleInput({ asked, figures, identities, periodId: 'FY2025-26-Q2' })
    const opening = { ...first, asked: first.asked.map((one) => ({ ...one, effectiveFrom: 'FY2025-26-Q2' })) }
    expect(runChecks(referenceEdition1, opening).map(({ check }) => check)).toEqual(['4.9', '4.9'])
    expect(runChecks(referenceEdition1, first)).toEqual([])
  })

  test.each([
    ['first-of-year', 'FY2025-26-Q1', ['4.8']],
    ['first-of-year', 'FY2025-26-Q2', []],
    ['later-in-year', 'FY2025-26-Q1', []],
    ['later-in-year', 'FY2025-26-Q2', ['4.8']],
    ['always', 'FY2025-26-Q2', ['4.8']],
  ] as const)('an identity within %s in %s', (within, periodId, expected) => {
    const broken = { 'XYZ-OP1': value(5), 'XYZ-OP4': value(10), 'XYZ-OP5': value(2), 'XYZ-OP7': value(12) }
    const identities = [{ ...exampleIdentities.caseload, within }]
    const history = [accepted(periodId === 'FY2025-26-Q1' ? 'FY2024-25-Q4' : 'FY2025-26-Q1', {})]
    expect(
      found({ asked: ['OP1', 'OP4', 'OP5', 'OP7'], figures: broken, identities, history, periodId }),
    ).toEqual(expected)
  })
})

test('a range without a low or a high cannot be checked', () => {
  const identities = [{ ...exampleIdentities.hoursPerSession, low: null, high: null }]
  const figures = { 'XYZ-OP3': value(10), 'XYZ-OP2': pair(10, 12) }
  const findings = runChecks(referenceEdition1, exampleInput({ asked: ['OP3', 'OP2'], identities, figures }))
  expect(findings).toMatchObject([{ check: '4.10', severity: 'block', failedClosed: true }])
})

test('a report in progress owes its figures; one not begun owes only itself', () => {
  const started = { asked: ['OC7'], settings: [ash({ status: 'in-progress' })] }
  expect(found(started)).toEqual(['1.1', '1.4'])
  expect(found({ ...started, settings: [ash({ status: 'not-started' })] })).toEqual(['1.4'])
})
