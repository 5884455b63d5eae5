import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { exampleIdentities } from '@inclusion/shared/standards/examples/framework'
import {
  ash,
  birch,
  exampleInput,
  figure,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { Finding, isOutstanding, seenInputs, settingOfPlace } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { byLocator, countFindings, outstanding } from '@inclusion/shared/standards/summary'
import { describe, expect, test } from 'vitest'
import { fullReturn } from './full-return.ts'

const codes = (findings: Finding[]) => findings.map(({ check, locator }) => [check, locator])

test('a return that satisfies everything has no findings, in any tier', () => {
  for (const tier of ['light', 'standard', 'enhanced'] as const) {
    expect(runChecks(referenceEdition1, { ...fullReturn, tier })).toEqual([])
  }
})

test('findings have the one shape and name the edition', () => {
  const findings = runChecks(referenceEdition1, { ...fullReturn, figures: {} })
  expect(findings.length).toBeGreaterThan(10)
  for (const finding of findings) {
    expect(Finding.parse(finding)).toEqual(finding)
    expect(finding.edition).toBe('reference-1')
  }
})

describe('a check that cannot be evaluated fails closed, alone', () => {
  const wrong: CheckInput = { ...fullReturn, figures: { ...fullReturn.figures, 'XYZ-OP2': pair(41, 40) } }
  const without = (code: string) => runChecks(referenceEdition1, wrong).filter(({ check }) => check !== code)

  function withRule(code: string, broken: object) {
    const checks = referenceEdition1.checks.map((check) =>
      check.code === code ? { ...check, ...broken } : check,
    )
    return runChecks({ ...referenceEdition1, checks }, wrong)
  }

  test.each(referenceEdition1.checks.map(({ code }) => code))(
    '%s with a rule that does not exist',
    (code) => {
      const findings = withRule(code, { rule: { kind: 'no-such-kind' } })
      const closed = findings.filter(({ failedClosed }) => failedClosed)
      expect(closed).toMatchObject([{ check: code, severity: 'block', locator: null, explanation: null }])
      expect(closed[0]?.message).toContain('We could not check this')
      expect(closed.every(isOutstanding)).toBe(true)
      expect(findings.filter(({ failedClosed }) => !failedClosed)).toEqual(without(code))
    },
  )

  test('broken parameters, and a severity that is not one', () => {
    expect(withRule('4.5', { rule: { kind: 'absence-reasons', side: 'both' } })).toContainEqual(
      expect.objectContaining({ check: '4.5', failedClosed: true }),
    )
    expect(withRule('4.6', { severity: { light: 'note' } })).toContainEqual(
      expect.objectContaining({ check: '4.6', failedClosed: true, severity: 'block' }),
    )
  })

  test('off is off, even when the rule is broken', () => {
    const off = { light: 'off', standard: 'off', enhanced: 'off' }
    expect(withRule('4.5', { rule: { kind: 'nonsense' }, severity: off })).toEqual(without('4.5'))
  })

  test('a part of the input that fails to load fails the checks that read it, and no others', () => {
    const failing = new Proxy(wrong, {
      get(target, name, receiver) {
        if (name === 'history') throw new Error('history did not load')
        return Reflect.get(target, name, receiver)
      },
    })
    const findings = runChecks(referenceEdition1, failing)
    const closed = findings.filter(({ failedClosed }) => failedClosed).map(({ check }) => check)
    // Terms of last period are read by the bounds of this framework only; 1.2 looks back only when it fires.
    const plausible = ['5.1', '5.2', '5.3', '5.4', '5.5']
    expect(closed).toEqual(['3.5', '4.9', ...plausible, '6.1', '6.3', '12.1', '12.2', '12.3'])
    expect(codes(findings.filter(({ failedClosed }) => !failedClosed))).toEqual(
      codes(runChecks(referenceEdition1, wrong)),
    )
  })

  test('explanations that fail to load never open a gate', () => {
    const notAvailable = exampleInput({ asked: ['OP5'], figures: { 'XYZ-OP5': figure({ missing: 'x' }) } })
    const failing = new Proxy(notAvailable, {
      get(target, name, receiver) {
        if (name === 'explanations') throw new Error('explanations did not load')
        return Reflect.get(target, name, receiver)
      },
    })
    // The texts of explanations are themselves judged (9.1 to 9.3), so that those fail closed.
    expect(outstanding(runChecks(referenceEdition1, failing)).map(({ check }) => check)).toEqual([
      '1.2',
      '9.1',
      '9.2',
      '9.3',
    ])
  })
})

describe('explanations', () => {
  const input = exampleInput({
    asked: ['OP1', 'OP4', 'OP5', 'OP7'],
    identities: [exampleIdentities.caseload],
    figures: { 'XYZ-OP1': value(5), 'XYZ-OP4': value(10), 'XYZ-OP5': value(2), 'XYZ-OP7': value(12) },
  })
  const [finding] = runChecks(referenceEdition1, input)
  const explanation = {
    check: '4.8',
    locator: finding?.locator ?? '',
    reason: 'late-data',
    text: 'One start was recorded late.',
    inputs: seenInputs(finding?.inputs ?? []),
  }
  const explained = { ...input, explanations: [explanation] }

  test('an explanation answers its finding', () => {
    const findings = runChecks(referenceEdition1, explained)
    expect(findings).toMatchObject([
      { check: '4.8', explanation: { reason: 'late-data', text: 'One start was recorded late.' } },
    ])
    expect(outstanding(findings)).toEqual([])
  })

  test('it lapses when a figure that it saw changes', () => {
    const changed = { ...explained, figures: { ...input.figures, 'XYZ-OP5': value(4) } }
    expect(runChecks(referenceEdition1, changed)).toMatchObject([{ check: '4.8', explanation: null }])
  })

  test('it holds when another figure changes, and answers no other check or place', () => {
    const other = { ...explained, drafts: [{ locator: 'XYZ-OC1', part: 'numerator', entered: 'x' }] }
    expect(
      runChecks(referenceEdition1, other).find(({ check }) => check === '4.8')?.explanation,
    ).not.toBeNull()
    for (const wrong of [{ check: '4.9' }, { locator: 'XYZ-OP1' }]) {
      const elsewhere = { ...input, explanations: [{ ...explanation, ...wrong }] }
      expect(outstanding(runChecks(referenceEdition1, elsewhere))).toHaveLength(1)
    }
  })

  test('it never answers a block', () => {
    const findings = runChecks(referenceEdition1, { ...explained, tier: 'enhanced' })
    const blocked = findings.find(({ check }) => check === '4.8')
    expect(blocked).toMatchObject({ check: '4.8', severity: 'block' })
    expect(isOutstanding(blocked!)).toBe(true)
  })
})

describe('tiers and stages', () => {
  test('an invented grant in the enhanced tier meets the stricter severities', () => {
    const input = {
      ...fullReturn,
      tier: 'enhanced' as const,
      figures: { ...fullReturn.figures, 'XYZ-OP5': value(3) },
    }
    const [attendance, ...others] = fullReturn.attendance
    const sessions = attendance!.sessions.map((year) => ({ ...year, unauthorised: 9 }))
    const findings = runChecks(referenceEdition1, {
      ...input,
      attendance: [{ ...attendance!, sessions }, ...others],
    })
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['4.8', 'block'],
      ['4.6', 'explain'],
    ])
  })

  test('an identity is asked from its tier and its period on', () => {
    const figures = { ...fullReturn.figures, 'XYZ-OP5': value(3) }
    const withCaseload = (change: object) =>
      runChecks(referenceEdition1, {
        ...fullReturn,
        figures,
        identities: [{ ...exampleIdentities.caseload, ...change }],
      })
    expect(withCaseload({})).toHaveLength(1)
    expect(withCaseload({ askedFrom: 'enhanced' })).toEqual([])
    expect(withCaseload({ effectiveFrom: 'FY2025-26-Q3' })).toHaveLength(1)
    expect(withCaseload({ effectiveFrom: 'FY2025-26-Q4' })).toEqual([])
  })

  test('signing checks run only when the input says who signs', () => {
    const signing = {
      ...fullReturn.signing!,
      certifier: 'amina',
      declared: false,
      changedSinceSent: ['100001'],
    }
    expect(runChecks(referenceEdition1, { ...fullReturn, signing: null })).toEqual([])
    expect(codes(runChecks(referenceEdition1, { ...fullReturn, signing }))).toEqual([
      ['10.3', 'setting@100001'],
      ['10.1', null],
      ['10.2', null],
    ])
  })
})

describe('identities of one kind', () => {
  test('stand at different figures, so that each can be explained', () => {
    const twice = [exampleIdentities.caseload, { ...exampleIdentities.caseload, id: 'XYZ-again' }]
    const input = {
      ...fullReturn,
      identities: twice,
      figures: { ...fullReturn.figures, 'XYZ-OP5': value(3) },
    }
    expect(codes(runChecks(referenceEdition1, input))).toEqual([
      ['4.8', 'XYZ-OP4'],
      ['4.8', 'XYZ-OP7'],
    ])
  })

  test('a setting that has not given its figure leaves the settings together unknown', () => {
    const { 'XYZ-OC7@100002': _, ...figures } = fullReturn.figures
    const settings = [ash(), birch({ status: 'not-started', missingReason: 'Closed.' })]
    expect(codes(runChecks(referenceEdition1, { ...fullReturn, figures, settings }))).toEqual([
      ['1.5', 'setting@100002'],
    ])
  })
})

test('the summary counts, groups and says what still stands in the way', () => {
  const settings = [ash({ status: 'not-started', missingReason: 'Closed.' }), birch()]
  const figures = { ...fullReturn.figures, 'XYZ-OP2': pair(30, null) }
  const findings = runChecks(referenceEdition1, { ...fullReturn, tier: 'light', settings, figures })
  expect(countFindings(findings)).toEqual({ block: 1, explain: 0, note: 1, outstanding: 1 })
  expect(outstanding(findings).map(({ check }) => check)).toEqual(['1.3'])
  expect([...byLocator(findings).keys()]).toEqual(['XYZ-OP2', 'setting@100001'])
  expect(settingOfPlace('setting@100001')).toBe('100001')
  expect(settingOfPlace('XYZ-OP2')).toBeNull()
})
