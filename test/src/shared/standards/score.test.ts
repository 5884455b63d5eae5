import type { Standard } from '@inclusion/shared/standards/check'
import type { Finding } from '@inclusion/shared/standards/finding'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { clauseStates, scoreOf } from '@inclusion/shared/standards/score'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const tiers = ['light', 'standard', 'enhanced'] as const

const explanation = { reason: 'staffing', text: 'Two mentors left in October.' }
const waiver = { reason: 'Closed for works', until: '2026-03-31' }

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    check: fc.constantFrom(...referenceEdition1.checks),
    severity: fc.constantFrom('block', 'explain', 'note'),
    place: fc.nat(30),
    isBlank: fc.boolean(),
    explanation: fc.option(fc.constant(explanation)),
    waiver: fc.option(fc.constant(waiver), { freq: 4 }),
  })
  .map(({ check, place, isBlank, ...parts }) => ({
    ...{ check: check.code, clause: check.clause, stage: check.stage, edition: 'reference-1' },
    ...{ locator: `XYZ-OP${place}`, part: 'value', failedClosed: false, ...parts },
    inputs: [{ locator: `XYZ-OP${place}`, part: 'value', label: 'Figure', value: isBlank ? null : 3 }],
    ...{ message: `Figure ${place} is out of line.`, fix: 'Look again.' },
  }))

const anyReturn = fc.record({
  findings: fc.array(anyFinding, { maxLength: 25 }),
  tier: fc.constantFrom(...tiers),
  when: fc.constantFrom('filed', 'live'),
})

type Given = typeof anyReturn extends fc.Arbitrary<infer T> ? T : never

const scored = ({ findings, tier, when }: Given) => scoreOf(referenceEdition1, tier, findings, when)

describe('the laws of a score', () => {
  test('every clause once, in order, and the states add up to what is asked', () => {
    fc.assert(
      fc.property(anyReturn, (given) => {
        const { clauses, asked, met, states } = scored(given)
        expect(clauses.map(({ clause }) => clause)).toEqual(
          referenceEdition1.clauses.map(({ number }) => number),
        )
        const counted = clauseStates.reduce((sum, state) => sum + states[state], 0)
        expect([counted, counted - states['not-asked']]).toEqual([clauses.length, asked])
        expect(met).toBe(states.met + states['met-with-explanation'] + states.waived)
        expect(asked).toBe(met + states['not-met'] + states['not-yet'])
      }),
    )
  })

  test('explaining or waiving a finding never lowers it', () => {
    fc.assert(
      fc.property(anyReturn, fc.nat(), fc.constantFrom({ explanation }, { waiver }), (given, at, answer) => {
        const findings = given.findings.map((finding, index) =>
          index === at % given.findings.length ? { ...finding, ...answer } : finding,
        )
        expect(scored({ ...given, findings }).met).toBeGreaterThanOrEqual(scored(given).met)
      }),
    )
  })

  test('the order of findings does not matter, and a note takes nothing away', () => {
    fc.assert(
      fc.property(anyReturn, (given) => {
        const score = scored(given)
        const reversed = scored({ ...given, findings: given.findings.toReversed() })
        expect([reversed.states, reversed.met]).toEqual([score.states, score.met])
        const asking = given.findings.filter(({ severity }) => severity !== 'note')
        expect(scored({ ...given, findings: asking })).toEqual(
          scored({
            ...given,
            findings: given.findings.map((finding) =>
              finding.severity === 'note' ? { ...finding, explanation: null } : finding,
            ),
          }),
        )
      }),
    )
  })

  test('a clause is met where nothing asks, and fails where anything still does; filed, nothing is “not yet”', () => {
    fc.assert(
      fc.property(anyReturn, ({ findings, tier }) => {
        const { clauses, states } = scoreOf(referenceEdition1, tier, findings)
        expect(states['not-yet']).toBe(0)
        for (const { clause, state, reasons } of clauses) {
          const own = findings.filter((finding) => finding.clause === clause)
          const open = own.filter(
            (finding) =>
              !finding.waiver &&
              (finding.severity === 'block' || (finding.severity === 'explain' && !finding.explanation)),
          )
          expect(state === 'not-met').toBe(open.length > 0)
          expect(reasons.length > 0).toBe(state !== 'met' && state !== 'not-asked')
        }
      }),
    )
  })

  test('more findings never raise it', () => {
    fc.assert(
      fc.property(anyReturn, anyFinding, (given, finding) => {
        const more = scored({ ...given, findings: [...given.findings, finding] })
        expect(more.met).toBeLessThanOrEqual(scored(given).met)
        expect(more.states['not-met']).toBeGreaterThanOrEqual(scored(given).states['not-met'])
      }),
    )
  })
})

describe('proportion', () => {
  const withSeverity = (severity: 'off' | 'note' | 'explain'): Standard => ({
    ...referenceEdition1,
    checks: referenceEdition1.checks.map((check) =>
      check.clause === '4' ? { ...check, severity: { ...check.severity, light: severity } } : check,
    ),
  })

  it.each(['off', 'note'] as const)('a clause that is %s in a tier is not asked there', (severity) => {
    const light = scoreOf(withSeverity(severity), 'light', [])
    const asked = scoreOf(withSeverity('explain'), 'light', [])
    expect(light.clauses.find(({ clause }) => clause === '4')).toMatchObject({
      state: 'not-asked',
      checks: 0,
    })
    expect(light.asked).toBe(asked.asked - 1)
    expect(scoreOf(withSeverity(severity), 'standard', []).asked).toBe(12)
  })

  it('the reference edition asks eleven clauses of the light tier, and twelve of the others', () => {
    expect(tiers.map((tier) => scoreOf(referenceEdition1, tier, []).asked)).toEqual([11, 12, 12])
  })
})

describe('what a score says', () => {
  const one = (parts: Partial<Finding>): Finding => ({
    ...{ check: '4.8', clause: '4', stage: 'filing', severity: 'explain', edition: 'reference-1' },
    ...{ locator: 'XYZ-OP1', part: 'value', failedClosed: false, explanation: null, waiver: null },
    inputs: [{ locator: 'XYZ-OP1', part: 'value', label: 'Figure', value: 3 }],
    ...{ message: 'The caseload does not add up.', fix: 'Look again.', ...parts },
  })
  const clause4 = (findings: Finding[], when: 'filed' | 'live' = 'filed') =>
    scoreOf(referenceEdition1, 'standard', findings, when).clauses.find(({ clause }) => clause === '4')

  it('gives the finding, and what was answered to it', () => {
    expect(clause4([one({})])).toMatchObject({
      state: 'not-met',
      reasons: [{ message: 'The caseload does not add up.', answer: null }],
    })
    expect(clause4([one({ explanation })])).toMatchObject({
      state: 'met-with-explanation',
      reasons: [{ answer: 'Staffing: Two mentors left in October.' }],
    })
    expect(clause4([one({ waiver })])).toMatchObject({
      state: 'waived',
      reasons: [{ answer: 'Waived until Tuesday 31 March 2026: Closed for works' }],
    })
  })

  it('is “not yet” for blanks and for what signing will show, while the return is filled in', () => {
    const blank = one({ inputs: [{ locator: 'XYZ-OP1', part: 'value', label: 'Figure', value: null }] })
    expect(clause4([blank], 'live')?.state).toBe('not-yet')
    expect(clause4([blank, one({})], 'live')).toMatchObject({ state: 'not-met', reasons: [{}] })
    expect(clause4([blank])?.state).toBe('not-met')
    const live = scoreOf(referenceEdition1, 'standard', [], 'live')
    const waiting = live.clauses.filter(({ state }) => state === 'not-yet').map(({ clause }) => clause)
    expect(waiting).toEqual(['2', '10'])
    expect([live.met, live.asked]).toEqual([10, 12])
  })
})
