import type { Figure, Figures } from '@inclusion/shared/figures'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { exampleInput, figure, value } from '@inclusion/shared/standards/examples/worked-example'
import { workedExamples } from '@inclusion/shared/standards/examples'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullReturn } from './full-return.ts'

const number = fc.option(fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(0.5, 1e6, 12.125)))
const anyFigure: fc.Arbitrary<Figure> = fc
  .record({
    value: number,
    numerator: number,
    denominator: number,
    people: number,
    missing: fc.option(fc.constantFrom('x', 'z'), { freq: 5 }),
  })
  .map(figure)

const locators = [...Object.keys(fullReturn.figures), 'XYZ-OP1:sex:other', 'XYZ-OC2', 'XYZ-OC7@100009']
const anyFigures: fc.Arbitrary<Figures> = fc
  .array(fc.tuple(fc.constantFrom(...locators), anyFigure))
  .map((changes) => ({ ...fullReturn.figures, ...Object.fromEntries(changes) }))
const anyDrafts = fc.array(
  fc.record({
    locator: fc.constantFrom(...locators),
    part: fc.constantFrom('value', 'numerator', 'denominator'),
    entered: fc.constantFrom('12a', 'n/k', '1,2,3'),
  }),
  { maxLength: 3 },
)
const anyInput: fc.Arbitrary<CheckInput> = fc
  .record({ figures: anyFigures, drafts: anyDrafts, tier: fc.constantFrom('light', 'standard', 'enhanced') })
  .map((changes): CheckInput => ({ ...fullReturn, ...changes }))

test('the order of figures and of attendance does not matter', () => {
  fc.assert(
    fc.property(anyInput, fc.infiniteStream(fc.nat(1_000)), (input, ranks) => {
      const shuffled = Object.entries(input.figures)
        .map((entry) => ({ entry, rank: ranks.next().value ?? 0 }))
        .toSorted((left, right) => left.rank - right.rank)
      const other = {
        ...input,
        figures: Object.fromEntries(shuffled.map(({ entry }) => entry)),
        attendance: input.attendance.toReversed(),
        settings: input.settings.toReversed(),
      }
      expect(runChecks(referenceEdition1, other)).toEqual(runChecks(referenceEdition1, input))
    }),
  )
})

test('no input makes a check throw, changes the input, or gives two findings to explain in one place', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const before = JSON.stringify(input)
      const findings = runChecks(referenceEdition1, input)
      expect(findings.filter(({ failedClosed }) => failedClosed)).toEqual([])
      expect(JSON.stringify(input)).toBe(before)
      const places = findings
        .filter(({ severity }) => severity === 'explain')
        .map(({ check, locator }) => `${check} ${locator}`)
      expect(new Set(places).size).toBe(places.length)
    }),
  )
})

test('where one entry cannot be read, 3.6 speaks and 1.1 and 1.3 do not', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const findings = runChecks(referenceEdition1, input)
      for (const { locator } of input.drafts) {
        const here = findings.filter((finding) => finding.locator === locator).map(({ check }) => check)
        expect(here).toContain('3.6')
        expect(here).not.toContain('1.1')
        expect(here).not.toContain('1.3')
      }
    }),
  )
})

test('a single-choice breakdown: filled categories either sum to the total or 4.2 says so', () => {
  const count = fc.nat(30)
  fc.assert(
    fc.property(fc.tuple(count, count, count), fc.option(fc.nat(90)), ([female, male, unknown], total) => {
      const input = exampleInput({
        asked: ['OP1'],
        figures: {
          'XYZ-OP1': value(total ?? female + male + unknown),
          'XYZ-OP1:sex:female': value(female),
          'XYZ-OP1:sex:male': value(male),
          'XYZ-OP1:sex:unknown': value(unknown),
        },
      })
      const balances = total === null || total === female + male + unknown
      const found = runChecks(referenceEdition1, input).filter(({ clause }) => clause === '4')
      expect(found.map(({ check }) => check)).toEqual(balances ? [] : ['4.2'])
    }),
  )
})

test('sessions: of 4.5, 4.6 and 4.7 at most one speaks of the same counts', () => {
  const count = fc.option(fc.nat(60))
  const counts = fc.record({ possible: count, attended: count, authorised: count, unauthorised: count })
  const [attendance] = fullReturn.attendance
  fc.assert(
    fc.property(counts, (given) => {
      const sessions = [{ academicYear: '2025-26', ...given }]
      const input = exampleInput({ tier: 'enhanced', attendance: [{ ...attendance!, sessions }] })
      expect(runChecks(referenceEdition1, input).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('a bad figure is found wherever else the return is bad', () => {
  const bad = workedExamples.find(({ check }) => check === '4.1')!
  fc.assert(
    fc.property(anyInput, (input) => {
      const figures = { ...input.figures, ...bad.input.figures }
      const findings = runChecks(referenceEdition1, { ...input, drafts: [], figures })
      expect(findings.some(({ check, locator }) => check === '4.1' && locator === 'XYZ-OP2')).toBe(true)
    }),
  )
})
