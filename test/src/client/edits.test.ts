import { applyEdits, mergeEdit, shownEntry, typing, type Edit } from '@inclusion/client/returns/entry/edits'
import { totalSessions } from '@inclusion/shared/attendance/counts'
import { applyChange } from '@inclusion/shared/figure-changes'
import { sessionParts, type Figure } from '@inclusion/shared/figures'
import { exampleDefinitions } from '@inclusion/shared/standards/examples/framework'
import {
  accepted,
  exampleDefinition,
  exampleInput,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const everything = exampleDefinitions.map(({ indicator }) => indicator.replace('XYZ-', ''))

const source = (over: Parameters<typeof exampleInput>[0] = {}) => ({
  checkInput: exampleInput({ asked: everything, ...over }),
  marks: { 'XYZ-OP1': { revision: 1 }, 'XYZ-OP2': { revision: 1 } },
  baselines: [],
})

describe('What was typed on this page', () => {
  it('is laid over what the server has, part by part', () => {
    const input = applyEdits(source({ figures: { 'XYZ-OP2': pair(30, 40) } }), {
      'XYZ-OP2': { entries: { numerator: '31' } },
    })
    expect(input.figures['XYZ-OP2']).toMatchObject({ numerator: 31, denominator: 40 })
  })

  it('stays as typed when it cannot be read, and empties its part', () => {
    const input = applyEdits(source({ figures: { 'XYZ-OP1': value(9) } }), {
      'XYZ-OP1': { entries: { value: '12a' } },
    })
    expect(input.figures['XYZ-OP1']?.value).toBeNull()
    expect(input.drafts).toEqual([{ locator: 'XYZ-OP1', part: 'value', entered: '12a' }])
    expect(shownEntry({ input, edits: {}, locator: 'XYZ-OP1', part: 'value' }, null, 'count')).toBe('12a')
  })

  it('takes a draft away once the part can be read', () => {
    const drafts = [{ locator: 'XYZ-OP1', part: 'value', entered: '12a' }]
    const input = applyEdits(source({ drafts }), { 'XYZ-OP1': { entries: { value: '12' } } })
    expect(input.drafts).toEqual([])
    expect(input.figures['XYZ-OP1']?.value).toBe(12)
  })

  it('works derived figures out again from a setting’s counts, and takes them back when a count goes', () => {
    const possible = { entries: { possible: '200', attended: '150' } }
    const edits = {
      'attendance@100001:mentored:2025-26': possible,
      'attendance@100001:mentored': { entries: { enrolments: '8' } },
    }
    const typed = applyEdits(source(), edits)
    const derived = Object.entries(typed.figures).find(([, { denominator }]) => denominator === 200)
    expect(derived?.[1]).toMatchObject({ numerator: 150, denominator: 200 })
    const [locator] = derived!
    const cleared = applyEdits(
      { ...source(), checkInput: typed },
      {
        'attendance@100001:mentored:2025-26': { entries: { attended: '' } },
      },
    )
    expect(cleared.figures[locator]).toBeUndefined()
  })

  it('leaves the server’s input as it was', () => {
    const before = source({ figures: { 'XYZ-OP1': value(9) }, history: [accepted('FY2025-26-Q2', {})] })
    const copy = structuredClone(before)
    applyEdits(before, { 'XYZ-OP1': { entries: { value: '1' } } })
    expect(before).toEqual(copy)
  })
})

const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    entries: fc.dictionary(
      fc.constantFrom('numerator', 'denominator'),
      fc.constantFrom('', '1', '20', '12a'),
      {
        minKeys: 1,
      },
    ),
  }),
  fc.record({ missing: fc.constantFrom('z', 'x', null) }),
  fc.record({ note: fc.constantFrom('', 'A note') }),
)

describe('Many changes of one figure as one', () => {
  const definition = exampleDefinition('OP2')
  const after = (figure: Figure, edit: Edit) =>
    applyChange(definition, figure, { locator: 'XYZ-OP2', revision: 0, ...edit }).figure

  it('come to the same figure as one after another', () => {
    fc.assert(
      fc.property(fc.array(someEdit, { minLength: 1, maxLength: 8 }), (edits) => {
        let merged: Edit | undefined
        const oneByOne = edits.reduce(
          (figure, edit) => {
            const change = edit.entries ? typing(edit, figure.missing) : edit
            merged = mergeEdit(merged, change)
            return after(figure, change)
          },
          pair(3, 4),
        )
        expect(after(pair(3, 4), merged!)).toEqual(oneByOne)
      }),
    )
  })
})

const counted = { possible: 100, attended: 60, authorised: 30, unauthorised: 10, byCode: { '/': 60 } }
const countEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    entries: fc.dictionary(fc.constantFrom(...sessionParts), fc.constantFrom('', '1', '20', '12a'), {
      minKeys: 1,
      noNullPrototype: true,
    }),
  }),
  fc.constantFrom({ counted }, { counted: { ...counted, attended: 70, unauthorised: 0, byCode: null } }),
)

describe('Counts from a register and typed ones', () => {
  const mentored = 'attendance@100001:mentored:2025-26'

  it('come as one change to what they come to one after another, unreadable entries too', () => {
    fc.assert(
      fc.property(fc.array(countEdit, { minLength: 1, maxLength: 8 }), (edits) => {
        const one = edits.reduce<Edit | undefined>((merged, edit) => mergeEdit(merged, edit), undefined)!
        const each = edits.reduce(
          (input, edit) => applyEdits({ ...source(), checkInput: input }, { [mentored]: edit }),
          source().checkInput,
        )
        const { attendance, drafts } = applyEdits(source(), { [mentored]: one })
        expect(attendance).toEqual(each.attendance)
        const inOrder = (texts: typeof drafts) =>
          texts.toSorted((left, right) => left.part.localeCompare(right.part))
        expect(inOrder(drafts)).toEqual(inOrder(each.drafts))
      }),
    )
  })

  it('fill the figures that are worked out from them, and clear what stood half read in the fields', () => {
    const drafts = [{ locator: mentored, part: 'possible', entered: 'a lot' }]
    const input = applyEdits(source({ drafts }), { [mentored]: { counted } })
    expect(input.drafts).toEqual([])
    expect(Object.values(input.figures).find(({ denominator }) => denominator === 100)?.numerator).toBe(60)
    const shown = { input, edits: { [mentored]: { counted } }, locator: mentored, part: 'attended' as const }
    expect(shownEntry(shown, 60, 'attendance')).toBe('60')
  })

  it('leave no sessions behind in a year that a new count of the cohort does not have', () => {
    const locator = 'attendance@100001:baseline'
    const typed = { entries: { possible: '50', attended: '20' } }
    const before = applyEdits(source(), { [`${locator}:2025-26`]: typed })
    const nothing = { possible: 0, attended: 0, authorised: 0, unauthorised: 0, byCode: {} }
    const cleared = { entries: { possible: '', attended: '' } }
    for (const left of [{ counted: nothing }, cleared]) {
      const edits = { [`${locator}:2024-25`]: { counted }, [`${locator}:2025-26`]: left }
      const { attendance } = applyEdits({ ...source(), checkInput: before }, edits)
      const baseline = attendance.find(({ cohort }) => cohort === 'baseline')!
      expect(totalSessions(baseline, 'possible')).toBe(100)
    }
  })
})
