import { emptyFigure, type Figure } from '@inclusion/shared/figures'
import type { IndicatorDefinition, Measure } from '@inclusion/shared/framework/indicators'
import { tenthsOf } from '@inclusion/shared/movements/amount-words'
import type { Filing } from '@inclusion/shared/movements/filing'
import { movementsBetween } from '@inclusion/shared/movements/movements'
import { levelOf, togetherOf } from '@inclusion/shared/movements/places'
import { shownSplit } from '@inclusion/shared/movements/shown-split'
import { splitOf } from '@inclusion/shared/movements/split'
import { splitWords } from '@inclusion/shared/movements/split-words'
import { movementSentence } from '@inclusion/shared/movements/words'
import { exampleDefinition, figure } from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const indicator = 'XYZ-OC1'
const definitionOf = (measure: Measure): IndicatorDefinition => ({
  ...exampleDefinition('OP2'),
  indicator,
  label: 'Attendance',
  measure,
  collectedFrom: 'setting',
})
const rate = definitionOf('proportion')

type Counts = Record<string, readonly [number, number]>

const placesOf = (counts: Counts): Map<string, Figure> =>
  new Map(
    Object.entries(counts).map(([urn, [numerator, denominator]]) => [
      urn,
      { ...emptyFigure, numerator, denominator },
    ]),
  )

const counts = fc
  .dictionary(
    fc.constantFrom('100001', '100002', '100003', '100004'),
    fc.tuple(fc.nat(1500), fc.integer({ min: 1, max: 1500 })),
    { noNullPrototype: true, minKeys: 1 },
  )
  .map((each): Counts => each)

function changeOf(definition: IndicatorDefinition, before: Counts, after: Counts) {
  const [was, is] = [placesOf(before), placesOf(after)]
  const level = (places: Map<string, Figure>) => levelOf(definition, togetherOf(definition, places))!
  return { split: splitOf(definition, was, is), change: level(is) - level(was) }
}

describe('the parts of a change, as they are shown,', () => {
  it('add up to the change as it is shown, each by less than a tenth from what it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('proportion', 'rate', 'mean'), counts, counts, (measure, before, after) => {
        const { split, change } = changeOf(definitionOf(measure), before, after)
        if (split === null) return
        const shown = shownSplit(measure, split, change)
        const parts = (['within', 'mix', 'coverage'] as const).map((part) => {
          const tenths = tenthsOf(measure, shown[part])
          const exact = split[part] * (measure === 'mean' ? 10 : 1000)
          expect(Math.abs(tenths - exact)).toBeLessThan(1 + 1e-6)
          return tenths
        })
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(tenthsOf(measure, change) + 0)
      }),
      { numRuns: 1000 },
    )
  })

  it('are what the words of both effects say: 0.5 and 1.1 would not add up to 1.5', () => {
    const { split, change } = changeOf(
      rate,
      { one: [590, 1000], other: [109, 1000] },
      { one: [279, 900], other: [389, 1100] },
    )
    expect(splitWords(rate, { split, change })).toBe(
      'Rate effect −0.4 points: what the settings changed themselves. Composition effect −1.1 points by how much each setting weighs.',
    )
  })
})

describe('a sentence', () => {
  const words = { ...exampleDefinition('OP1'), indicator, label: 'What worked', measure: 'text' as const }
  const side = (when: string, figures: Filing['figures'], edition = 1): Filing => ({
    when,
    periodId: when === 'last quarter' ? 'FY2025-26-Q2' : 'FY2025-26-Q3',
    figures,
    definitions: { [indicator]: edition },
    settings: [],
    corrected: null,
    backdated: [],
  })
  const told = (definition: IndicatorDefinition, before: Filing, after: Filing) => {
    const [movement] = movementsBetween(before, after, { asked: [definition], seriesFrom: {} })
    return movementSentence({ definition, movement: movement!, before, after })
  }
  const bySetting = (counts: Counts) =>
    Object.fromEntries([...placesOf(counts)].map(([urn, given]) => [`${indicator}@${urn}`, given]))

  it('gives no reason for a change where there is none: one effect made up for the other', () => {
    const before = bySetting({ '100001': [6000, 10000], '100002': [2000, 10000] })
    const after = bySetting({ '100001': [5119, 8000], '100002': [2880, 12000] })
    expect(told(rate, side('last quarter', before), side('this quarter', after))).toBe(
      'Attendance stayed at 40.0%. Within the settings it rose by 4.0 points, while it fell by 4.0 points because more of the count is now at settings whose rate is lower.',
    )
  })

  const wrote = (text: string) => ({ [indicator]: figure({ text }) })

  it('of words that are asked for in another way never says that they were blank', () => {
    const anew = { ...words, edition: 2, changeClass: 'major' as const }
    const [before, after] = [
      side('last quarter', wrote('Mentors.')),
      side('this quarter', wrote('Heads.'), 2),
    ]
    expect(told(anew, before, after)).toBe(
      'What worked was rewritten since last quarter. It is asked for in another way since.',
    )
  })

  it('names the version since which words were rewritten', () => {
    expect(told(words, side('in version 1', wrote('Mentors.')), side('now', wrote('Heads.')))).toBe(
      'What worked was rewritten since version 1.',
    )
  })
})
