import { applyDifferences } from '@inclusion/shared/differences'
import { emptyFigure, type Figure, type Figures } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { movementExamples } from '@inclusion/shared/movements/examples'
import type { Filing } from '@inclusion/shared/movements/filing'
import { movementsBetween, type Movement } from '@inclusion/shared/movements/movements'
import { levelOf, togetherOf } from '@inclusion/shared/movements/places'
import { compositionOf, splitOf } from '@inclusion/shared/movements/split'
import { splitWords } from '@inclusion/shared/movements/split-words'
import { movementSentence } from '@inclusion/shared/movements/words'
import { exampleDefinition } from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figures as anyFigures } from '../generators.ts'

const rate: IndicatorDefinition = {
  ...exampleDefinition('OP2'),
  indicator: 'APM-OC4',
  collectedFrom: 'setting',
}
const asked = ['APM-OP1', 'APM-OP2', 'APM-OC4', 'CPD-OP1'].map((indicator) =>
  indicator === 'APM-OC4' ? rate : { ...exampleDefinition('OP1'), indicator },
)
const framework = { asked, seriesFrom: { 'APM-OP1': 3 } }

const side = (figures: Figures, more: Partial<Filing> = {}): Filing => ({
  periodId: 'FY2025-26-Q2',
  when: 'then',
  figures,
  definitions: {},
  settings: [],
  corrected: null,
  backdated: [],
  ...more,
})

const editions = fc.dictionary(
  fc.constantFrom('APM-OP1', 'APM-OP2', 'APM-OC4'),
  fc.integer({ min: 1, max: 4 }),
  {
    noNullPrototype: true,
  },
)
const corrected = fc.option(anyFigures.map((figures) => ({ on: '2025-12-03', figures })))
const periodId = fc.constantFrom('FY2025-26-Q1', 'FY2025-26-Q2', 'FY2025-26-Q3')
const backdated = anyFigures.map((figures) => Object.keys(figures))
const part = fc.record({
  startsOn: fc.constantFrom('2024-04-01', '2025-07-15', '2025-10-01'),
  endsBefore: fc.constantFrom(null, '2025-05-01', '2025-12-01'),
})
const settings = fc
  .uniqueArray(fc.constantFrom('100006', '134643'))
  .chain((urns) =>
    fc.tuple(...urns.map((urn) => fc.array(part).map((parts) => ({ urn, name: `Setting ${urn}`, parts })))),
  )
const filing = fc
  .record({ periodId, figures: anyFigures, definitions: editions, corrected, settings, backdated })
  .map(({ figures, ...more }) => side(figures, more))

describe('what moved between two filings', () => {
  it('made to the old figures, gives the new ones', () => {
    fc.assert(
      fc.property(filing, filing, (before, after) => {
        const movements = movementsBetween(before, after, framework)
        const differences = movements.flatMap((movement) => movement.differences)
        expect(applyDifferences(before.figures, differences)).toEqual(after.figures)
        const misses = movements.filter(({ before: was, after: is, change, indicator }) => {
          const definition = asked.find((candidate) => candidate.indicator === indicator)!
          const reached = (levelOf(definition, was) ?? 0) + (change ?? 0)
          return change !== null && Math.abs(reached - levelOf(definition, is)!) > 1e-6
        })
        expect(misses).toEqual([])
      }),
    )
  })

  it('is nothing between equal figures', () => {
    fc.assert(
      fc.property(filing, editions, (before, definitions) => {
        const turned = Object.fromEntries(Object.entries(structuredClone(before.figures)).toReversed())
        expect(movementsBetween(before, { ...before, figures: turned, definitions }, framework)).toEqual([])
      }),
    )
  })

  it('turned round, has the same causes and the opposite sign, and what was new is removed', () => {
    const turned = { new: 'removed', removed: 'new', changed: 'changed' } as const
    const kinds = ({ causes }: Movement) =>
      causes.map(({ kind }) => (kind === 'new' || kind === 'removed' ? turned[kind] : kind)).toSorted()
    fc.assert(
      fc.property(filing, filing, (before, after) => {
        const there = movementsBetween(before, after, framework)
        const back = new Map(
          movementsBetween(after, before, framework).map((movement) => [movement.locator, movement]),
        )
        expect(back.size).toBe(there.length)
        for (const movement of there) {
          const other = back.get(movement.locator)!
          expect(other.kind).toBe(turned[movement.kind])
          expect(other.causes.map(({ kind }) => kind).toSorted()).toEqual(kinds(movement))
          expect(other.change).toBe(movement.change === null ? null : 0 - movement.change)
        }
      }),
    )
  })

  it('always has a cause, and names each measure once, in the order asked', () => {
    fc.assert(
      fc.property(filing, filing, (before, after) => {
        const movements = movementsBetween(before, after, framework)
        expect(movements.every(({ causes }) => causes.length > 0)).toBe(true)
        expect(new Set(movements.map(({ locator }) => locator)).size).toBe(movements.length)
        const order = movements.map(({ indicator }) => asked.findIndex((one) => one.indicator === indicator))
        expect(order).toEqual(order.toSorted((left, right) => left - right))
      }),
    )
  })

  it('calls nothing real that was given anew within one period, and nothing given anew that was not', () => {
    fc.assert(
      fc.property(filing, filing, (before, after) => {
        const kinds = movementsBetween(before, after, framework).flatMap(({ causes }) =>
          causes.map((cause) => (cause.kind === 'revised' ? cause.side : cause.kind)),
        )
        expect(kinds).not.toContain(before.periodId === after.periodId ? 'real' : 'between')
      }),
    )
  })

  it('calls backdated what the borough says is, and no setting that was due on both sides', () => {
    fc.assert(
      fc.property(filing, filing, (before, after) => {
        for (const { locator, causes } of movementsBetween(before, after, framework)) {
          const cause = causes.find(({ kind }) => kind === 'backdated')
          if (cause?.kind !== 'backdated') continue
          const told = [...before.backdated, ...after.backdated].map((each) => each.split('@')[0])
          expect(cause.said ? told : [locator]).toContain(locator)
          const due = [before, after].map(({ settings: all }) => new Set(all.map(({ urn }) => urn)))
          expect(cause.parts.filter(({ urn }) => due[0]!.has(urn) === due[1]!.has(urn))).toEqual([])
        }
      }),
    )
  })

  it('leaves what it is given as it was, and says nothing of what is not asked', () => {
    fc.assert(
      fc.property(filing, filing, (before, after) => {
        const kept = structuredClone({ before, after })
        expect(movementsBetween(before, after, { ...framework, asked: [] })).toEqual([])
        movementsBetween(before, after, framework)
        expect({ before, after }).toEqual(kept)
      }),
    )
  })
})

const place = fc.tuple(fc.nat(2000), fc.nat(2000)).map(([one, other]): Figure => ({
  ...emptyFigure,
  numerator: Math.min(one, other),
  denominator: Math.max(one, other),
}))
const places = fc
  .dictionary(fc.constantFrom('', '100001', '100002', '100003', '100004'), place, { noNullPrototype: true })
  .map((given) => new Map(Object.entries(given)))

describe('the parts of a change over several settings', () => {
  it('add up to it: what lies within settings, and what lies in their composition', () => {
    fc.assert(
      fc.property(places, places, (before, after) => {
        const split = splitOf(rate, before, after)
        if (!split) return
        const change = levelOf(rate, togetherOf(rate, after))! - levelOf(rate, togetherOf(rate, before))!
        expect(split.within + compositionOf(split)).toBeCloseTo(change, 12)
      }),
    )
  })

  it('change their signs when time is turned round', () => {
    fc.assert(
      fc.property(places, places, (before, after) => {
        const [there, back] = [splitOf(rate, before, after), splitOf(rate, after, before)]
        expect(back === null).toBe(there === null)
        for (const part of ['within', 'mix', 'coverage'] as const)
          expect((there?.[part] ?? 0) + (back?.[part] ?? 0)).toBeCloseTo(0, 12)
      }),
    )
  })

  it('lie all within settings that weigh the same, and all in the mix where no setting moved', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 2, max: 9 }), (before, times) => {
        const grown = new Map(
          [...before].map(([urn, given], at) => [urn, scaled(given, at % 2 === 0 ? times : 1)] as const),
        )
        const mixed = splitOf(rate, before, grown)
        expect(mixed?.within ?? 0).toBeCloseTo(0, 12)
        expect(mixed?.coverage ?? 0).toBe(0)
        const halved = new Map(
          [...before].map(
            ([urn, given]) => [urn, { ...given, numerator: Math.floor(given.numerator! / 2) }] as const,
          ),
        )
        expect(splitOf(rate, before, halved)?.mix ?? 0).toBeCloseTo(0, 12)
      }),
    )
  })
})

const scaled = (given: Figure, times: number): Figure => ({
  ...given,
  numerator: given.numerator! * times,
  denominator: given.denominator! * times,
})

describe('the two effects, in words,', () => {
  const words = (before: Record<string, [number, number]>, after: Record<string, [number, number]>) => {
    const [was, is] = [before, after].map(
      (given) =>
        new Map(
          Object.entries(given).map(
            ([urn, [numerator, denominator]]) => [urn, { ...emptyFigure, numerator, denominator }] as const,
          ),
        ),
    ) as [Map<string, Figure>, Map<string, Figure>]
    const change = levelOf(rate, togetherOf(rate, is))! - levelOf(rate, togetherOf(rate, was))!
    return splitWords(rate, { split: splitOf(rate, was, is), change })
  }

  it.each([
    [
      'what settings changed themselves',
      words({ one: [80, 100], other: [70, 100] }, { one: [76, 100], other: [68, 100] }),
      'Rate effect −3.0 points: what the settings changed themselves. Composition effect none.',
    ],
    [
      'each attends more, and all of them together less',
      words({ one: [900, 1000], other: [100, 200] }, { one: [184, 200], other: [520, 1000] }),
      'Rate effect +2.0 points: what the settings changed themselves. Composition effect −26.7 points by how much each setting weighs.',
    ],
    [
      'a setting more, while the others weigh otherwise',
      words(
        { one: [800, 1000], other: [400, 1000] },
        { one: [730, 900], other: [450, 1120], third: [100, 1000] },
      ),
      'Rate effect +0.6 points: what the settings changed themselves. Composition effect −18.2 points: −2.2 points by how much each setting weighs, −16.0 points by which settings there are.',
    ],
    [
      'no setting on both sides',
      words({ one: [80, 100] }, { other: [70, 100] }),
      'Rate and composition cannot be told apart: no setting counts both times.',
    ],
    ['one place', words({ one: [80, 100] }, { one: [70, 100] }), null],
  ])('%s', (_title, said, expected) => {
    expect(said).toBe(expected)
  })

  it('are of rates alone', () => {
    expect(splitWords({ measure: 'count' }, { split: null, change: 3 })).toBeNull()
  })
})

describe('a worked example', () => {
  it.each(movementExamples)('$title', ({ definition, before, after, seriesFrom = {}, causes, sentence }) => {
    const [movement, ...others] = movementsBetween(before, after, { asked: [definition], seriesFrom })
    expect(others).toEqual([])
    expect(movement!.causes.map(({ kind }) => kind)).toEqual(causes)
    expect(movementSentence({ definition, movement: movement!, before, after })).toBe(sentence)
  })
})
