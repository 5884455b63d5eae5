/** Every kind of check fails closed: whatever breaks it, it blocks once, alone, and says so. */
import { CheckRule, type Check, type CheckKind, type Standard } from '@inclusion/shared/standards/check'
import { loadedParts, type CheckInput } from '@inclusion/shared/standards/check-input'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import { catalogue, parametersOf } from '@inclusion/shared/standards/kinds/catalogue'
import { findFaults } from '@inclusion/shared/standards/kinds/kinds'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fullReturn } from './full-return.ts'

vi.mock('@inclusion/shared/standards/kinds/kinds', { spy: true })
beforeEach(() => {
  vi.mocked(findFaults).mockReset()
})

const kinds = CheckRule.options.map((option) => option.shape.kind.value)

/** A standard with one check of each kind, which blocks nobody unless it fails. */
const severity = { light: 'note', standard: 'note', enhanced: 'note' } as const
const checkOf = (kind: CheckKind, at: number): Check => ({
  code: `${catalogue[kind].clause}.${at + 1}`,
  clause: catalogue[kind].clause,
  stage: catalogue[kind].stage,
  rule: catalogue[kind].starting,
  severity,
  title: `A check of ${kind}`,
  rationale: '',
  words: { message: null, fix: null },
})
const everyKind: Standard = { ...referenceEdition1, checks: kinds.map(checkOf) }
const codeOf = (kind: CheckKind): string => everyKind.checks[kinds.indexOf(kind)]!.code

/** A return with something to say of most clauses, so that "unaffected" means something. */
const wrong: CheckInput = {
  ...fullReturn,
  acceptedBefore: { ...fullReturn.figures, 'XYZ-OP5': { ...fullReturn.figures['XYZ-OP5']!, value: 9 } },
  signing: { ...fullReturn.signing!, submittedOn: '2026-02-03' },
  figures: {
    ...fullReturn.figures,
    'XYZ-OP2': { ...fullReturn.figures['XYZ-OP2']!, numerator: 41 },
    'XYZ-FI2': { ...fullReturn.figures['XYZ-FI2']!, value: 1_000_000 },
  },
}
const sound = runChecks(everyKind, wrong)

/** One blocking finding in the name of each broken check, and the others' findings as they are without it. */
function expectClosed(findings: Finding[], broken: readonly string[]): void {
  const closed = findings.filter(({ failedClosed }) => failedClosed)
  expect(closed.map(({ check }) => check).toSorted()).toEqual(broken.toSorted())
  for (const finding of closed) {
    expect(finding).toMatchObject({ severity: 'block', locator: null, explanation: null })
    expect(finding.message).toContain('We could not check this')
    expect(isOutstanding(finding)).toBe(true)
  }
  expect(findings.filter(({ failedClosed }) => !failedClosed)).toEqual(
    sound.filter(({ check }) => !broken.includes(check)),
  )
}

const withRule = (kind: CheckKind, rule: unknown): Standard => ({
  ...everyKind,
  checks: everyKind.checks.map((check) =>
    check.rule.kind === kind ? { ...check, rule: rule as CheckRule } : check,
  ),
})

/** The input parts that a kind reads of this return. */
function partsRead(kind: CheckKind): Set<string> {
  const read = new Set<string>()
  const watched = new Proxy(wrong, {
    get(target, name, receiver) {
      read.add(String(name))
      return Reflect.get(target, name, receiver)
    },
  })
  runChecks({ ...everyKind, checks: [everyKind.checks[kinds.indexOf(kind)]!] }, watched)
  return read
}

test('the return that is broken here is judged by itself first', () => {
  expect(sound.filter(({ failedClosed }) => failedClosed)).toEqual([])
  expect(new Set(sound.map(({ clause }) => clause)).size).toBe(3)
})

describe.each(kinds)('%s', (kind) => {
  test('its parameters are broken', () => {
    const names = parametersOf(kind).map(([name]) => name)
    const { starting } = catalogue[kind]
    const broken =
      names.length === 0
        ? [{ kind: `${kind}-of-old` }, null]
        : names.flatMap((name) => [
            { ...starting, [name]: { nonsense: true } },
            { ...starting, [name]: undefined },
          ])
    expect(broken.length).toBeGreaterThan(0)
    for (const rule of broken) expectClosed(runChecks(withRule(kind, rule), wrong), [codeOf(kind)])
  })

  test('its function throws', () => {
    const real = vi.mocked(findFaults).getMockImplementation()
    expect(real).toBeUndefined()
    const poisoned = withRule(kind, catalogue[kind].starting)
    vi.mocked(findFaults).mockImplementationOnce(() => {
      throw new Error('a fault in the service')
    })
    // The first check that runs is the one that throws: the kind's own, put in front.
    const at = kinds.indexOf(kind)
    const [own] = poisoned.checks.slice(at, at + 1)
    const others = poisoned.checks.toSpliced(at, 1)
    expectClosed(runChecks({ ...poisoned, checks: [own!, ...others] }, wrong), [codeOf(kind)])
  })

  test('a part that it reads did not load', () => {
    const read = partsRead(kind)
    for (const part of loadedParts.filter((name) => read.has(name))) {
      const failing = { ...wrong, failed: [part] }
      const closed = runChecks(everyKind, failing).filter(({ failedClosed }) => failedClosed)
      expect(closed.map(({ check }) => check)).toContain(codeOf(kind))
    }
  })

  test('what is not there yet is not a failure', () => {
    const first: CheckInput = {
      ...wrong,
      ...{ history: [], acceptedBefore: null, baselines: [], peers: [], comparator: null },
      ...{ grant: null, learning: null, profiles: {} },
    }
    const found = runChecks(everyKind, first).filter(({ check }) => check === codeOf(kind))
    expect(found.filter(({ failedClosed }) => failedClosed)).toEqual([])
    const goesByThePast = catalogue[kind].looksBack && kind !== 'identity'
    expect(goesByThePast ? found : []).toEqual([])
  })
})

describe.each([...loadedParts])('when %s did not load', (part) => {
  test('the checks that read it block, and no others change', () => {
    const reading = kinds.filter((kind) => partsRead(kind).has(part))
    expect(reading.length).toBeGreaterThan(0)
    expectClosed(runChecks(everyKind, { ...wrong, failed: [part] }), reading.map(codeOf))
  })
})

test('an input of which nothing can be read blocks with every kind, once each', () => {
  const poisoned = new Proxy(wrong, {
    get(target, name, receiver) {
      if (['tier', 'signing', 'failed'].includes(String(name))) return Reflect.get(target, name, receiver)
      throw new Error(`${String(name)} could not be read`)
    },
  })
  const findings = runChecks(everyKind, poisoned)
  // These find nothing wrong in the signing alone, which can be read.
  const bySigning = new Set(['certifier-is-sender', 'declaration-missing', 'changed-since-sent'])
  const broken = kinds.filter((kind) => !bySigning.has(kind))
  expect(
    findings
      .filter(({ failedClosed }) => failedClosed)
      .map(({ check }) => check)
      .toSorted(),
  ).toEqual(broken.map(codeOf).toSorted())
})
