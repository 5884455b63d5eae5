/** The standard knows no programme: one made of rows alone is checked by the edition as it stands. */
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import {
  accepted,
  evidenced,
  exampleInput,
  grantOf,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { describe, expect, test } from 'vitest'
import { identities, links, visits } from '../../api/support/school-links.ts'

const trust = (informant: string) => evidenced([30, 10], { instrument: 'A form', informant })

/** A term of the invented programme in which everything goes together. */
const sound: CheckInput = {
  ...exampleInput({ periodId: 'AY2026-27-autumn', identities }),
  asked: [...links, ...visits],
  figures: {
    'LNK-OP1': value(62),
    'LNK-OP1:kind:new': value(22),
    'LNK-OP1:kind:known': value(40),
    'LNK-OP2': value(66),
    'LNK-OP3': value(34),
    'LNK-OP4': value(28),
    'LNK-OP5': value(51),
    'LNK-OP6': value(132),
    'LNK-OP7': value(62),
    'LNK-OP8': value(7),
    'LNK-OC1': pair(30, 41),
    'LNK-OC2': pair(3, 66),
    'LNK-OC3': trust('Parents'),
    'LNK-OC4': trust('Parents'),
    'LNK-TX1': { ...value(0), value: null, text: 'Meeting at the school gate worked best.' },
  },
}

const found = (change: Partial<CheckInput>): string[] =>
  runChecks(referenceEdition1, { ...sound, ...change }).map(({ check, locator }) => `${check} ${locator}`)
const withFigures = (figures: CheckInput['figures']) => ({ figures: { ...sound.figures, ...figures } })

/** Earlier terms, latest first. */
const terms = (...figures: CheckInput['figures'][]) => {
  const ids = ['AY2025-26-summer', 'AY2025-26-spring', 'AY2025-26-autumn', 'AY2024-25-summer']
  return figures.map((each, at) => accepted(ids[at]!, each))
}

test('a sound return of it breaks nothing', () => {
  expect(found({})).toEqual([])
})

describe('its identities', () => {
  test.each([
    ['exact', withFigures({ 'LNK-OP4': value(27) }), '4.8 LNK-OP1'],
    ['bound', withFigures({ 'LNK-OP6': value(61) }), '4.9 LNK-OP1'],
    ['range', withFigures({ 'LNK-OP5': value(400) }), '4.10 LNK-OP5'],
    ['together', withFigures({ 'LNK-OP2': value(0) }), '4.11 LNK-OP3'],
    ['agreement', withFigures({ 'LNK-OP7': value(60) }), '4.12 LNK-OP1'],
    ['nested', withFigures({ 'LNK-OP8': value(35) }), '4.4 LNK-OP8'],
    ['before-after', withFigures({ 'LNK-OC4': trust('Teachers') }), '6.4 LNK-OC4'],
  ])('of kind %s speak', (_, change, expected) => {
    expect(found(change)).toEqual([expected])
  })
})

describe('its figures are judged by their own past, and by their peers', () => {
  const before = (number: number) => ({ 'LNK-OP4': value(number) })

  test.each([
    ['5.1', { history: terms(before(2800)) }, '5.1 LNK-OP4'],
    ['5.2', { history: terms({ 'LNK-OP6': value(123) }) }, '5.2 LNK-OP6'],
    [
      '5.3',
      { history: terms({ 'LNK-OP3': value(34), 'LNK-OP4': value(28), 'LNK-OP8': value(7) }) },
      '5.3 null',
    ],
    ['5.4', { history: terms(before(95), before(96), before(95), before(94)) }, '5.4 LNK-OP4'],
    [
      '5.5',
      {
        peers: [
          {
            ...{ indicator: 'LNK-OP4', family: 'count' as const, peers: 9 },
            ...{ centre: 150, between: 0.01, within: 0.01 },
          },
        ],
      },
      '5.5 LNK-OP4',
    ],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toContain(expected)
  })

  test('against its profile, and for a baseline', () => {
    const profiles = {
      'AY2026-27-autumn': { 'LNK-OP4': 90, 'LNK-OP3': 30, 'LNK-OP8': 7, 'LNK-OP1': 60, 'LNK-OP2': 60 },
    }
    const judged = found({ profiles, grant: grantOf({ startsOn: '2026-08-01' }) })
    expect(judged).toContain('6.3 LNK-OP4')
    expect(judged).toContain('6.2 LNK-OC1')
    expect(judged).not.toContain('6.2 LNK-OP4')
  })
})
