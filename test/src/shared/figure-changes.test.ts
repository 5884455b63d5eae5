import { applyChange, applyCounts, partsOf } from '@inclusion/shared/figure-changes'
import { emptyFigure, numberParts, type FigureChange } from '@inclusion/shared/figures'
import { evidenceFields, isPair, measures } from '@inclusion/shared/framework/indicators'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figure } from './generators.ts'

const entry = fc.constantFrom('', '7', '1,234', '12a', 'n/k', '0', '2.5', ' 9 ')
const change: fc.Arbitrary<FigureChange> = fc.record(
  {
    locator: fc.constant('APM-OP2'),
    revision: fc.nat(5),
    entries: fc.dictionary(fc.constantFrom(...numberParts), entry, { noNullPrototype: true }),
    text: fc.constantFrom('', ' ', 'What worked'),
    missing: fc.constantFrom('z' as const, 'x' as const, null),
    note: fc.constantFrom('', 'Counted anew', null),
    evidence: fc.dictionary(fc.constantFrom(...evidenceFields), fc.constantFrom('', 'survey'), {
      noNullPrototype: true,
    }),
  },
  { requiredKeys: ['locator', 'revision'] },
)
const definition = fc.constantFrom(...measures).map((measure) => ({ measure }))
const of = (given: Partial<FigureChange>): FigureChange => ({ locator: 'APM-OP2', revision: 1, ...given })
const count = { measure: 'count' } as const

describe('a change to a figure', () => {
  test('never leaves numbers or a text beside a reason for none', () => {
    fc.assert(
      fc.property(definition, figure, change, (measured, before, given) => {
        const { figure: after } = applyChange(measured, before, given)
        const { value, numerator, denominator, text } = after
        const says = [value, numerator, denominator, text].some((part) => part !== null)
        expect(says && after.missing !== null).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('made twice is the same as made once', () => {
    fc.assert(
      fc.property(definition, figure, change, (measured, before, given) => {
        const once = applyChange(measured, before, given)
        expect(applyChange(measured, once.figure, given)).toEqual(once)
      }),
      { numRuns: 2_000 },
    )
  })

  test('leaves alone what it does not name, and what it was given', () => {
    fc.assert(
      fc.property(definition, figure, change, (measured, before, given) => {
        const kept = structuredClone(before)
        const { figure: after } = applyChange(measured, before, given)
        expect(before).toEqual(kept)
        const unnamed = numberParts.filter((part) => given.entries?.[part] === undefined)
        expect(unnamed.filter((part) => !given.missing && after[part] !== before[part])).toEqual([])
        const { note = before.note, evidence = {} } = given
        expect(after.note).toBe(note === '' ? null : note)
        expect({ ...after.evidence, ...evidence }).toEqual({ ...before.evidence, ...evidence })
      }),
      { numRuns: 1_000 },
    )
  })

  test('that says nothing changes nothing', () => {
    fc.assert(
      fc.property(definition, figure, (measured, before) => {
        expect(applyChange(measured, before, of({}))).toEqual({ figure: before, drafts: {} })
      }),
    )
  })

  test('keeps what cannot be read as it was typed, and empties the part', () => {
    const before = { ...emptyFigure, value: 12 }
    const { figure: after, drafts } = applyChange(count, before, of({ entries: { value: '12a' } }))
    expect(after.value).toBeNull()
    expect(drafts).toEqual({ value: '12a' })
    const mended = applyChange(count, after, of({ entries: { value: '13' } }))
    expect(mended).toEqual({ figure: { ...emptyFigure, value: 13 }, drafts: { value: null } })
  })

  test('a number takes the reason for none away; a reason takes the numbers, and their drafts', () => {
    const missing = { ...emptyFigure, missing: 'x' as const }
    expect(applyChange(count, missing, of({ entries: { value: '4' } })).figure).toEqual({
      ...emptyFigure,
      value: 4,
    })
    const given = applyChange(count, { ...emptyFigure, value: 4 }, of({ missing: 'z' }))
    expect(given.figure).toEqual({ ...emptyFigure, missing: 'z' })
    expect(given.drafts).toEqual({ value: null, numerator: null, denominator: null, people: null })
    expect(applyChange(count, missing, of({ missing: null })).figure).toEqual(emptyFigure)
  })

  test('a note, or an entry that cannot be read, leaves a reason for none where it is', () => {
    const missing = { ...emptyFigure, missing: 'x' as const }
    expect(applyChange(count, missing, of({ note: 'From April' })).figure.missing).toBe('x')
    expect(applyChange(count, missing, of({ entries: { value: 'n/k' } })).figure.missing).toBe('x')
  })

  test('money is typed in pounds and kept in pence; the people beside it are a count', () => {
    const changed = applyChange(
      { measure: 'money' },
      emptyFigure,
      of({ entries: { value: '£1,200.50', people: '3' } }),
    )
    expect(changed.figure).toEqual({ ...emptyFigure, value: 120_050, people: 3 })
  })
})

test('an entry of attendance changes its own part and no other', () => {
  const before = { possible: 100, attended: 60 }
  expect(applyCounts(before, { entries: { attended: '61' } })).toEqual({
    figure: { possible: 100, attended: 61 },
    drafts: { attended: null },
  })
  expect(applyCounts(before, { entries: { possible: '?' } })).toEqual({
    figure: { possible: null, attended: 60 },
    drafts: { possible: '?' },
  })
})

test('a pair has two fields, a text none, and people beside it one more', () => {
  for (const measure of measures) {
    const own = measure === 'text' ? 0 : isPair(measure) ? 2 : 1
    expect(partsOf({ measure, people: 'none' })).toHaveLength(own)
    expect(partsOf({ measure, people: 'beside' })).toHaveLength(own === 0 ? 0 : own + 1)
  }
})
