import { applyDifferences, completeFigure, differencesBetween } from '@inclusion/shared/differences'
import { emptyFigure } from '@inclusion/shared/figures'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figure, figures } from './generators.ts'

describe('differences between two versions', () => {
  test('made to the old figures, they give the new ones', () => {
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        expect(applyDifferences(before, differencesBetween(before, after))).toEqual(after)
      }),
    )
  })

  test('equal figures have none, whatever the order they are held in', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const turned = Object.fromEntries(Object.entries(structuredClone(given)).toReversed())
        expect(differencesBetween(given, turned)).toEqual([])
      }),
    )
  })

  test('backwards, what was added was removed, and before and after change places', () => {
    const backwards = { added: 'removed', removed: 'added', changed: 'changed' } as const
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const turned = differencesBetween(before, after).map(
          ({ locator, kind, before: old, after: now }) => ({
            locator,
            kind: backwards[kind],
            before: now,
            after: old,
          }),
        )
        expect(differencesBetween(after, before)).toEqual(turned)
      }),
    )
  })

  test('name each figure that changed once, in the order of their locators, and no other', () => {
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const named = differencesBetween(before, after).map(({ locator }) => locator)
        const all = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
        const changed = all.filter(
          (locator) => JSON.stringify(before[locator]) !== JSON.stringify(after[locator]),
        )
        // Evidence may be held in another order of its fields: the same figure, another text.
        expect(changed).toEqual(expect.arrayContaining(named))
        expect(named).toEqual(named.toSorted())
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  test('leave what they are given as it was', () => {
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const kept = structuredClone({ before, after })
        applyDifferences(before, differencesBetween(before, after))
        expect({ before, after }).toEqual(kept)
      }),
    )
  })

  test('notice every part of a figure', () => {
    const parts = {
      value: 1,
      numerator: 1,
      denominator: 1,
      people: 1,
      text: 'so',
      missing: 'z',
      note: 'counted anew',
      evidence: { source: 'survey' },
    } as const
    for (const [part, given] of Object.entries(parts)) {
      const after = { 'APM-OP1': { ...emptyFigure, [part]: given } }
      expect(differencesBetween({ 'APM-OP1': emptyFigure }, after), part).toHaveLength(1)
    }
  })
})

test('a complete figure has every member, and keeps what it had', () => {
  fc.assert(
    fc.property(figure, (given) => {
      const told = Object.fromEntries(Object.entries(given).filter(([, part]) => part !== null))
      expect(completeFigure(told)).toEqual(given)
    }),
  )
})
