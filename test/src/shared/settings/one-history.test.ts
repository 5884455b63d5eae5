import { emptyFigure, type Figure } from '@inclusion/shared/figures'
import { underSuccessor, underSuccessors } from '@inclusion/shared/settings/one-history'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const figure = (parts: Partial<Figure>): Figure => ({ ...emptyFigure, ...parts })
const toOne = (urn: string): string => (['100001', '100002'].includes(urn) ? '100009' : urn)
const ratio = () => 'ratio' as const

describe('one history', () => {
  test('a locator names the setting that stands for its own, and nothing else of it changes', () => {
    expect(underSuccessor('APM-OC1@100001', toOne)).toBe('APM-OC1@100009')
    expect(underSuccessor('APM-OC4@100001:sex:female', toOne)).toBe('APM-OC4@100009:sex:female')
    expect(underSuccessor('attendance@100002:mentored:2025-26', toOne)).toBe(
      'attendance@100009:mentored:2025-26',
    )
    expect(underSuccessor('APM-OC1', toOne)).toBe('APM-OC1')
  })

  test('the pairs of two that became one are summed, and their people are added', () => {
    const figures = {
      'APM-OC1@100001': figure({ numerator: 9, denominator: 10, people: 1 }),
      'APM-OC1@100002': figure({ numerator: 10, denominator: 100, people: 3 }),
      'APM-OC1': figure({ numerator: 1, denominator: 2, people: 1 }),
    }
    expect(underSuccessors(figures, toOne, ratio)).toEqual({
      'APM-OC1@100009': figure({ numerator: 19, denominator: 110, people: 4 }),
      'APM-OC1': figures['APM-OC1'],
    })
  })

  test('one that gave no figure takes nothing from the other; where none did, it stays missing', () => {
    const given = figure({ numerator: 9, denominator: 10, people: 1 })
    const missing = figure({ missing: 'x' })
    const both = (right: Figure) => ({ 'APM-OC1@100001': missing, 'APM-OC1@100002': right })
    expect(underSuccessors(both(given), toOne, ratio)['APM-OC1@100009']).toEqual(given)
    expect(underSuccessors(both(missing), toOne, ratio)['APM-OC1@100009']).toEqual(missing)
  })

  test('sums stay the same, whatever becomes of whom', () => {
    const pair = fc.record({ numerator: fc.nat(500), denominator: fc.nat(500) }).map(figure)
    const urn = fc.constantFrom('100001', '100002', '100003', '100009')
    fc.assert(
      fc.property(fc.dictionary(urn, pair), urn, (byUrn, successor) => {
        const figures = Object.fromEntries(Object.entries(byUrn).map(([of, each]) => [`APM-OC1@${of}`, each]))
        const total = (all: Record<string, Figure>) =>
          Object.values(all).reduce(
            (sum, each) => sum + (each.numerator ?? 0) * 1000 + (each.denominator ?? 0),
            0,
          )
        expect(total(underSuccessors(figures, () => successor, ratio))).toBe(total(figures))
      }),
    )
  })
})
