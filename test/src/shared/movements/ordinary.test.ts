import { middleChange, rankMovements } from '@inclusion/shared/movements/ordinary'
import { movementsBetween } from '@inclusion/shared/movements/movements'
import { accepted, exampleDefinition, pair, value } from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const asked = ['OP1', 'OP3', 'OP5'].map(exampleDefinition)
const [starts, hours, leavers] = asked.map(({ indicator }) => indicator) as [string, string, string]
const level = (one: number, other: number, third: number) => ({
  [starts]: value(one),
  [hours]: value(other),
  [leavers]: value(third),
})
const filing = (figures: ReturnType<typeof level>) => ({
  ...{ periodId: 'FY2025-26-Q3', when: 'then', figures, definitions: {}, settings: [], corrected: null },
  backdated: [],
})
const rank = (before: ReturnType<typeof level>, after: ReturnType<typeof level>, history = [before]) =>
  rankMovements(movementsBetween(filing(before), filing(after), { asked, seriesFrom: {} }), asked, {
    history: history.map((figures, at) => accepted(`FY2025-26-Q${4 - at}`, figures)),
    seriesFrom: {},
  })

describe('the size of a movement beside what is ordinary', () => {
  it('is its change over the one in the middle of those before', () => {
    const past = [level(20, 400, 5), level(18, 300, 5), level(21, 420, 6), level(19, 290, 5)]
    const ranked = rank(past[0]!, level(26, 440, 5), past)
    expect(ranked.map(({ movement, strength, times }) => [movement.indicator, strength, times])).toEqual([
      [starts, 3, 3],
      [hours, 40 / 120, 40 / 120],
    ])
  })

  it('is held against a tenth of the figure where the past is too short to say', () => {
    const ranked = rank(level(20, 400, 5), level(22, 500, 10))
    expect(ranked.map(({ movement, times }) => [movement.indicator, times])).toEqual([
      [leavers, null],
      [hours, null],
      [starts, null],
    ])
    expect(ranked[0]!.strength).toBe(5)
  })

  it('of a figure that never moved is large, not without end, and so many times of nothing', () => {
    const still = (before: number, after: number) => {
      const past = Array.from({ length: 4 }, () => level(20, before, 5))
      return rank(past[0]!, level(20, after, 5), past).map(({ strength, times }) => [strength, times])
    }
    expect(still(400, 440)).toEqual([[40 / 8.8, null]])
    // From nothing, a count of two is twice the least that a count can change by.
    expect(still(0, 2)).toEqual([[2, null]])
  })

  it('is told by times where the past moved by one or more, and the change is not of a few', () => {
    const past = [level(20, 400, 5), level(21, 300, 5), level(20, 420, 6), level(21, 290, 5)]
    const told = (after: number) => rank(past[0]!, level(after, 400, 5), past)[0]!
    expect(told(24)).toMatchObject({ strength: 4, times: null })
    expect(told(26)).toMatchObject({ strength: 6, times: 6 })
  })

  it('is none of a rate of fewer people than its definition reads anything into', () => {
    const rate = { ...exampleDefinition('OP2'), people: 'denominator', minimumPeople: 6 } as const
    const strengthOf = (people: number) => {
      const side = (given: number) => ({
        ...filing(level(0, 0, 0)),
        figures: { [rate.indicator]: pair(given, people) },
      })
      const movements = movementsBetween(side(1), side(3), { asked: [rate], seriesFrom: {} })
      return rankMovements(movements, [rate], { history: [], seriesFrom: {} })[0]!.strength
    }
    expect([strengthOf(5), strengthOf(6) > 1]).toEqual([0, true])
  })

  it('takes the middle of an even number, and says nothing of fewer than three', () => {
    expect(middleChange([1, 2, 4])).toBeNull()
    expect(middleChange([1, 2, 4, 8])).toBe(2)
    expect(middleChange([1, 2, 4, 8, 16])).toBe(3)
  })

  it('does not hang on the direction of time', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), (levels) => {
        expect(middleChange(levels.toReversed())).toBe(middleChange(levels))
      }),
    )
  })
})
