import { emptyFigure, type Figures } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { rankedBetween } from '@inclusion/shared/movements/since-last'
import { sizeOfChange, sizeWords } from '@inclusion/shared/movements/size'
import {
  accepted,
  exampleDefinition,
  figure,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const starts = { ...exampleDefinition('OP1'), label: 'Young people who started' }
const hours = { ...exampleDefinition('OP3'), label: 'Contact hours' }
const asked: IndicatorDefinition[] = [starts, hours]
const level = (started: number, hoursGiven: number): Figures => ({
  [starts.indicator]: value(started),
  [hours.indicator]: value(hoursGiven),
})
/** Starts usually move by 2, hours by 10. */
const past = [level(20, 400), level(18, 390), level(20, 400), level(22, 410)]

type Given = { before?: Figures; history?: Figures[]; asked?: IndicatorDefinition[]; earlier?: string }

function sizeSince(after: Figures, given: Given = {}) {
  const { history = past, earlier = 'FY2025-26-Q2', asked: those = asked } = given
  const [before = {}] = given.before ? [given.before] : history
  const input = {
    asked: those,
    seriesFrom: {},
    history: history.map((figures, at) => accepted(`FY202${5 - at}-2${6 - at}-Q2`, figures)),
  }
  const side = (periodId: string, figures: Figures) => ({
    ...{ periodId, when: 'then', figures, definitions: definitionsOf(those), settings: [], corrected: null },
    backdated: [],
  })
  return sizeOfChange(rankedBetween(input, side(earlier, before), side('FY2025-26-Q3', after)), those)
}

const definitionsOf = (those: readonly IndicatorDefinition[]) =>
  Object.fromEntries(those.map(({ indicator, edition }) => [indicator, edition]))

/** Worked examples: what an evaluator reads. */
const examples: { title: string; size: ReturnType<typeof sizeSince>; words: string }[] = [
  {
    title: 'nothing moved',
    size: sizeSince(level(20, 400)),
    words: 'None of 2 figures changed much.',
  },
  {
    title: 'everything moved by what is usual: the count by two only, so hours are named',
    size: sizeSince(level(22, 410)),
    words: 'None of 2 figures changed much. Most: Contact hours, about its usual change.',
  },
  {
    title: 'hours moved by nine times what is usual, starts by a little',
    size: sizeSince(level(22, 490)),
    words: '1 of 2 figures changed much. Most: Contact hours, 9 times its usual change.',
  },
  {
    title: 'nearly much is told to a tenth, so that it does not read as much',
    size: sizeSince(level(20, 439)),
    words: 'None of 2 figures changed much. Most: Contact hours, 3.9 times its usual change.',
  },
  {
    title: 'a count that never moved before, and moved by four: of few, so it tells nothing',
    size: sizeSince(level(24, 400), {
      history: [level(20, 400), level(20, 390), level(20, 400), level(20, 410)],
    }),
    words: 'None of 2 figures changed much.',
  },
  {
    title: 'a count that moved by ten where two is usual',
    size: sizeSince(level(30, 400)),
    words: '1 of 2 figures changed much. Most: Young people who started, 5 times its usual change.',
  },
  {
    title: 'a past too short to know what is usual: 400 is 33% below 600, which is not 33% above it',
    size: sizeSince(level(20, 600), { history: past.slice(0, 1) }),
    words:
      'None of 2 figures changed much. Most: Contact hours, the smaller figure 33% below the larger (its past does not say what is usual).',
  },
  {
    title: 'more than half of the figure, with a past too short',
    size: sizeSince(level(20, 1000), { history: past.slice(0, 1) }),
    words:
      '1 of 2 figures changed much. Most: Contact hours, the smaller figure 60% below the larger (its past does not say what is usual).',
  },
  {
    title: 'a figure that never moved has no usual change to be so many times of',
    size: sizeSince(level(20, 440), { history: past.map(() => level(20, 400)) }),
    words:
      '1 of 2 figures changed much. Most: Contact hours, the smaller figure 9% below the larger (its past does not say what is usual).',
  },
  {
    title: 'given before, and not available now',
    size: sizeSince({ ...level(20, 400), [hours.indicator]: figure({ missing: 'x' }) }),
    words: 'None of 1 figure changed much. 1 given before is not given now.',
  },
  {
    title: 'not asked any more is not gone',
    size: sizeSince({ [starts.indicator]: value(20) }, { asked: [starts], before: level(20, 400) }),
    words: 'None of 1 figure changed much.',
  },
  {
    title: 'a count of the year begins anew with the year',
    size: sizeSince(level(2, 400), {
      earlier: 'FY2024-25-Q4',
      asked: [{ ...starts, distinctWindow: 'financial-year' }, hours],
    }),
    words: 'None of 2 figures changed much.',
  },
  {
    title: 'no return before',
    size: { compared: 0, large: 0, gone: 0, largest: null },
    words: 'Nothing to compare with yet.',
  },
]

describe('the size of a change', () => {
  it.each(examples)('$title', ({ size, words }) => {
    expect(sizeWords(size)).toBe(words)
  })

  it('never names more large figures than it compared, and is nothing between equal figures', () => {
    const figures = fc.record({ started: fc.nat(500), hoursGiven: fc.nat(5000) })
    fc.assert(
      fc.property(figures, figures, (one, other) => {
        const size = sizeSince(level(other.started, other.hoursGiven), {
          before: level(one.started, one.hoursGiven),
        })
        expect(size.large).toBeLessThanOrEqual(size.compared)
        const same = sizeSince(level(one.started, one.hoursGiven), {
          before: level(one.started, one.hoursGiven),
        })
        expect(same).toEqual({ compared: 2, large: 0, gone: 0, largest: null })
      }),
    )
  })

  it('says nothing of breakdowns: they move with their total', () => {
    const category = `${starts.indicator}:sex:female`
    const size = sizeSince(
      { ...level(20, 400), [category]: { ...emptyFigure, value: 19 } },
      { before: { ...level(20, 400), [category]: { ...emptyFigure, value: 2 } } },
    )
    expect(size.large).toBe(0)
  })
})
