/** Summaries of peers: moments that come back, and nothing where there is too little. */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { followedDefinitions } from '@inclusion/shared/standards/examples/framework-plausible'
import { summarisePeers, type PeerPeriod } from '@inclusion/shared/standards/peers'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../statistics/chance.ts'

const { sessions, takeUp, attendance, share } = followedDefinitions
const periodId = 'FY2024-25-Q1'
const counted = (value: number, places = 1): PeerPeriod => ({
  ...{ value, numerator: null, denominator: null, periodId, places },
})
const pair = (numerator: number, denominator: number, places = 1): PeerPeriod => ({
  ...{ value: null, numerator, denominator, periodId, places },
})

describe('the moments that went in come out again', () => {
  test('counts', () => {
    const chance = chanceFrom(11)
    const series = Array.from({ length: 400 }, () => {
      const level = chance.level('count', 40, 0.1)
      return Array.from({ length: 8 }, () => counted(chance.count(level, 0.05)))
    })
    const summary = summarisePeers(sessions, series)!
    expect(summary).toMatchObject({ family: 'count', peers: 400 })
    expect(summary.centre).toBeCloseTo(40, -1)
    expect(summary.between).toBeGreaterThan(0.07)
    expect(summary.between).toBeLessThan(0.13)
    expect(summary.within).toBeGreaterThan(0.035)
    expect(summary.within).toBeLessThan(0.065)
  })

  test('proportions, and those of several settings together as of one setting', () => {
    const chance = chanceFrom(12)
    const series = Array.from({ length: 400 }, () => {
      const level = chance.level('share', 0.7, 0.04)
      return Array.from({ length: 8 }, () => pair(chance.share(200, level, 0.02), 200, 3))
    })
    const summary = summarisePeers(takeUp, series)!
    expect(summary.centre).toBeCloseTo(0.7, 1)
    expect(summary.between).toBeGreaterThan(0.03)
    expect(summary.between).toBeLessThan(0.05)
    expect(summary.within).toBeGreaterThan(0.015)
    expect(summary.within).toBeLessThan(0.025)
    const ofSettings = summarisePeers(attendance, series)!
    expect(ofSettings.between).toBeCloseTo(3 * summary.between, 2)
    expect(ofSettings.within).toBeCloseTo(3 * summary.within, 2)
  })
})

test('with one period each, nobody can have seen ups and downs: the usual ones are taken', () => {
  const series = [8, 9, 10, 11, 12].map((value) => [counted(value)])
  expect(summarisePeers(sessions, series)).toMatchObject({ peers: 5, centre: 10, within: 0.05, between: 0 })
})

describe('there is no summary', () => {
  const five = [8, 9, 10, 11, 12].map((value) => [counted(value)])
  const halves = [8, 9, 10, 11, 12].map((value) => [pair(value, 20)])
  const none: [string, IndicatorDefinition, PeerPeriod[][]][] = [
    ['of fewer than five', sessions, five.slice(1)],
    ['of five of which one gave no figure', sessions, [...five.slice(1), [counted(Number.NaN)]]],
    ['of numbers and means', share, five],
    ['of people counted once', { ...sessions, overTime: 'distinct' }, five],
    ['of counts of settings', { ...sessions, collectedFrom: 'setting' }, five],
    ['of what is only worked out', { ...takeUp, collectedFrom: 'derived' }, halves],
    ['where nobody has any', sessions, five.map(() => [counted(0)])],
  ]
  test.each(none)('%s', (_, definition, series) => expect(summarisePeers(definition, series)).toBeNull())
})

test('the order of boroughs and of their periods does not matter, and no number is ever negative', () => {
  const period = fc.nat(300).map((value) => counted(value))
  const borough = fc.array(period, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(borough, { minLength: 5, maxLength: 31 }), (series) => {
      const summary = summarisePeers(sessions, series)
      const turned = series.map((periods) => periods.toReversed()).toReversed()
      expect(summarisePeers(sessions, turned)).toEqual(summary)
      if (summary === null) return
      for (const moment of [summary.centre, summary.between, summary.within])
        expect(moment).toBeGreaterThanOrEqual(0)
    }),
  )
})
