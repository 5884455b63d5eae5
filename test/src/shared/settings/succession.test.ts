import {
  placesByUrn,
  standsFor,
  wrongClosure,
  wrongSuccession,
  type Place,
} from '@inclusion/shared/settings/succession'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { place, urns } from './places.ts'

const day = fc.integer({ min: 0, max: 8 }).map((month) => `2025-0${month + 1}-01`)
const asked = fc.array(
  fc.record({ urn: fc.constantFrom(...urns), successorUrn: fc.constantFrom(...urns), succeededOn: day }),
  {
    maxLength: 12,
  },
)

/** What is recorded when each succession is asked for in turn, and the impossible ones are refused. */
function recorded(
  successions: readonly { urn: string; successorUrn: string; succeededOn: string }[],
): Place[] {
  let places = urns.map((urn) => place(urn))
  for (const succession of successions) {
    if (wrongSuccession(placesByUrn(places), succession)) continue
    places = places.map((each) => (each.urn === succession.urn ? { ...each, ...succession } : each))
  }
  return places
}

describe('successions that were taken', () => {
  test('never go in a circle, and their days follow one another', () => {
    fc.assert(
      fc.property(asked, (successions) => {
        const places = placesByUrn(recorded(successions))
        for (const urn of urns) {
          const seen: string[] = []
          for (let at: string | null = urn; at !== null; at = places.get(at)!.successorUrn) {
            expect(seen).not.toContain(at)
            seen.push(at)
          }
          const days = seen.map((each) => places.get(each)!.succeededOn).filter((each) => each !== null)
          expect(days).toEqual([...new Set(days)].toSorted())
        }
      }),
    )
  })

  test('give every setting one that stands for it on a day, which nothing has succeeded by then', () => {
    fc.assert(
      fc.property(asked, day, fc.constantFrom(...urns), (successions, on, urn) => {
        const places = placesByUrn(recorded(successions))
        const now = standsFor(places, { urn, on })
        const { succeededOn } = places.get(now)!
        expect(succeededOn === null || succeededOn > on).toBe(true)
        expect(standsFor(places, { urn: now, on })).toBe(now)
      }),
    )
  })

  test('leave a URN that stays where it is', () => {
    fc.assert(
      fc.property(asked, day, fc.constantFrom(...urns), (successions, on, urn) => {
        expect(standsFor(placesByUrn(recorded(successions)), { urn, on }, (each) => each === urn)).toBe(urn)
      }),
    )
  })
})

describe('a succession is refused', () => {
  const [old, next] = ['100001', '100002'] as const
  const refused = (places: Place[], succeededOn = '2025-09-01', successorUrn: string = next) =>
    wrongSuccession(placesByUrn(places), { urn: old, successorUrn, succeededOn })

  test.each([
    ['by itself', [place(old)], old, 'successorUrn', 'came after'],
    ['by one that is not recorded', [place(old)], '999999', 'successorUrn', 'Record the setting'],
    [
      'where it has one',
      [place(old, { successorUrn: next, succeededOn: '2025-01-01' }), place(next)],
      next,
      'successorUrn',
      'already has a successor',
    ],
    [
      'by one that it succeeded itself',
      [place(old), place(next, { successorUrn: old, succeededOn: '2025-01-01' })],
      next,
      'successorUrn',
      'came after',
    ],
    [
      'before it closed',
      [place(old, { closedOn: '2025-09-01' }), place(next)],
      next,
      'succeededOn',
      'the last day',
    ],
    [
      'before it opened',
      [place(old, { openedOn: '2025-10-01' }), place(next)],
      next,
      'succeededOn',
      '1 October 2025',
    ],
    [
      'before the successor opened',
      [place(old), place(next, { openedOn: '2025-10-01' })],
      next,
      'succeededOn',
      'opened on 1 October 2025',
    ],
    [
      'by one that had closed',
      [place(old), place(next, { closedOn: '2025-07-31' })],
      next,
      'succeededOn',
      'ended on',
    ],
  ])('%s', (...[, places, successorUrn, field, words]) => {
    const fault = refused(places, '2025-09-01', successorUrn)
    expect(fault?.field).toBe(field)
    expect(fault?.message).toContain(words)
  })

  test('and nowhere else', () => {
    expect(
      refused([place(old, { closedOn: '2025-08-31' }), place(next, { openedOn: '2025-09-01' })]),
    ).toBeNull()
  })
})

describe('a last day', () => {
  const [old, next] = ['100001', '100002'] as const
  const places = placesByUrn([
    place(old, {
      successorUrn: next,
      succeededOn: '2025-09-01',
      closedOn: '2025-08-31',
      openedOn: '2020-01-01',
    }),
    place(next, { openedOn: '2025-09-01' }),
  ])

  test('lies before the day of the successor, and is not taken away from under it', () => {
    expect(wrongClosure(places, old, '2025-07-31')).toBeNull()
    expect(wrongClosure(places, old, '2025-09-01')?.message).toContain('31 August 2025')
    expect(wrongClosure(places, old, null)?.message).toContain('was succeeded')
  })

  test('lies after the first, and after the day it stood for another', () => {
    expect(wrongClosure(places, old, '2019-01-01')?.message).toContain('began on 1 January 2020')
    expect(wrongClosure(places, next, '2025-08-31')?.message).toContain('began on 1 September 2025')
    expect(wrongClosure(places, next, '2026-03-31')).toBeNull()
    expect(wrongClosure(places, next, null)).toBeNull()
  })
})
