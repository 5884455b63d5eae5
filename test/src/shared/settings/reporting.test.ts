import { periodOf } from '@inclusion/shared/periods'
import { reportingIn, settle, uncovered, wrongPart, type Part } from '@inclusion/shared/settings/reporting'
import { placesByUrn, wrongSuccession, type Place } from '@inclusion/shared/settings/succession'
import { addDays } from '@inclusion/shared/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { place, urns } from './places.ts'

const period = periodOf('FY2025-26-Q3')
const always = (urn: string): Part => ({ urn, startsOn: '2022-04-01', endsBefore: null })
const reporting = (places: Place[], parts: Part[] = places.map(({ urn }) => always(urn))) =>
  reportingIn(period, places, parts)
const [old, other, next] = urns

describe('who reports for a period', () => {
  const succeeded = (on: string) => ({ successorUrn: next, succeededOn: on, closedOn: addDays(on, -1) })

  test.each([
    ['takes part all along', [place(old)], [always(old)], [old]],
    ['closes in it, without a successor', [place(old, { closedOn: '2025-10-01' })], [always(old)], [old]],
    ['closed before it', [place(old, { closedOn: '2025-09-30' })], [always(old)], []],
    ['opens on its last day', [place(old, { openedOn: '2025-12-31' })], [always(old)], [old]],
    ['opens after it', [place(old, { openedOn: '2026-01-01' })], [always(old)], []],
    [
      'takes part on its first day alone',
      [place(old)],
      [{ ...always(old), endsBefore: '2025-10-02' }],
      [old],
    ],
    ['took part before it', [place(old)], [{ ...always(old), endsBefore: '2025-10-01' }], []],
    [
      'was recorded to take part, by mistake',
      [place(old)],
      [{ ...always(old), startsOn: '2025-11-01', endsBefore: '2025-11-01' }],
      [],
    ],
    ['takes part from its end', [place(old)], [{ ...always(old), startsOn: '2026-01-01' }], []],
    ['is succeeded after it', [place(old, succeeded('2026-01-01')), place(next)], [always(old)], [old]],
    [
      'is succeeded on its last day',
      [place(old, succeeded('2025-12-31')), place(next)],
      [always(old)],
      [next],
    ],
  ])('a setting that %s', (_, places, parts, expected) => {
    expect(reporting(places, parts).map(({ urn }) => urn)).toEqual(expected)
  })

  test('two that become one in it report once, by the one', () => {
    const places = [place(old, succeeded('2025-11-01')), place(other, succeeded('2025-11-01')), place(next)]
    const parts = [always(old), always(other), { ...always(next), startsOn: '2025-11-01' }]
    expect(reporting(places, parts)).toEqual([{ urn: next, covers: [old, other] }])
  })

  test('one that took part before it took over covers its own part too', () => {
    expect(reporting([place(old, succeeded('2025-11-01')), place(next)])).toEqual([
      { urn: next, covers: [next, old] },
    ])
  })
})

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-05-01', days))
const worlds = fc
  .record({
    lives: fc.array(fc.record({ openedOn: fc.option(day), closedOn: fc.option(day) }), {
      minLength: 5,
      maxLength: 5,
    }),
    successions: fc.array(
      fc.record({ urn: fc.constantFrom(...urns), successorUrn: fc.constantFrom(...urns), succeededOn: day }),
    ),
    parts: fc.array(fc.record({ urn: fc.constantFrom(...urns), startsOn: day, endsBefore: fc.option(day) })),
  })
  .map(({ lives, successions, parts }) => {
    let places = urns.map((urn, index) => place(urn, lives[index]))
    for (const succession of successions) {
      if (wrongSuccession(placesByUrn(places), succession)) continue
      places = places.map((each) =>
        each.urn === succession.urn
          ? { ...each, ...succession, closedOn: each.closedOn ?? addDays(succession.succeededOn, -1) }
          : each,
      )
    }
    return {
      places,
      parts: parts.filter((part) => part.endsBefore === null || part.endsBefore > part.startsOn),
    }
  })

describe('whatever is recorded', () => {
  test('nobody reports twice, and never a setting beside the one that stands for it', () => {
    fc.assert(
      fc.property(worlds, ({ places, parts }) => {
        const found = reporting(places, parts).map(({ urn }) => urn)
        expect(new Set(found).size).toBe(found.length)
        const succeeded = places.filter(
          ({ succeededOn }) => succeededOn !== null && succeededOn < period.endsBefore,
        )
        for (const { urn } of succeeded) expect(found).not.toContain(urn)
      }),
    )
  })

  test('every setting that takes part on a day it is open is covered, by exactly one report', () => {
    fc.assert(
      fc.property(worlds, ({ places, parts }) => {
        const found = reporting(places, parts)
        const alone = urns.filter(
          (urn) =>
            reportingIn(
              period,
              places.map((each) => ({ ...each, successorUrn: null, succeededOn: null })),
              parts.filter((part) => part.urn === urn),
            ).length > 0,
        )
        const covering = found.flatMap(({ covers }) => covers)
        expect(new Set(covering).size).toBe(covering.length)
        for (const urn of alone) {
          const stands = found.some((report) => report.urn === urn && !report.covers.includes(urn))
          expect(covering.includes(urn) || stands).toBe(true)
        }
      }),
    )
  })

  test('a report that was begun is neither moved nor dropped, and what it covers is not asked again', () => {
    const there = fc.uniqueArray(fc.record({ urn: fc.constantFrom(...urns), begun: fc.boolean() }), {
      selector: ({ urn }) => urn,
    })
    fc.assert(
      fc.property(worlds, there, ({ places, parts }, reports) => {
        const wanted = reporting(places, parts)
        const { open, drop, stay } = settle(wanted, reports)
        const begun = reports.filter((report) => report.begun).map(({ urn }) => urn)
        for (const urn of begun) expect([...open, ...drop]).not.toContain(urn)
        const after = [...reports.map(({ urn }) => urn).filter((urn) => !drop.includes(urn)), ...open]
        for (const { urn, covers } of wanted)
          expect(after.includes(urn) || covers.every((each) => begun.includes(each))).toBe(true)
        for (const urn of after)
          expect(wanted.some((report) => report.urn === urn) || stay.includes(urn)).toBe(true)
        // Settled once, it is settled.
        const again = settle(
          wanted,
          after.map((urn) => ({ urn, begun: begun.includes(urn) })),
        )
        expect([again.open, again.drop]).toEqual([[], []])
      }),
    )
  })
})

describe('a part in a grant', () => {
  const part = { startsOn: '2025-09-01', endsBefore: '2026-09-01' }

  test.each([
    ['ends before it starts', place(old), { ...part, endsBefore: '2025-09-01' }, [], 'endsBefore'],
    ['starts before the setting opened', place(old, { openedOn: '2025-10-01' }), part, [], 'startsOn'],
    ['starts after it closed', place(old, { closedOn: '2025-08-31' }), part, [], 'startsOn'],
    ['meets another', place(old), part, [{ urn: old, startsOn: '2026-08-31', endsBefore: null }], 'startsOn'],
  ])('is refused where it %s', (...[, of, wanted, others, field]) => {
    expect(wrongPart(of, wanted, others)?.field).toBe(field)
  })

  test('may follow another from the day it ended', () => {
    expect(wrongPart(place(old), part, [{ urn: old, startsOn: '2026-09-01', endsBefore: null }])).toBeNull()
  })
})

describe('what a successor takes over', () => {
  const stretch = { startsOn: '2026-01-01', endsBefore: null }

  test.each([
    ['has no part', [], [stretch]],
    ['takes part all along', [{ startsOn: '2025-11-01', endsBefore: null }], []],
    [
      'has one that ends',
      [{ startsOn: '2025-11-01', endsBefore: '2026-02-01' }],
      [{ startsOn: '2026-02-01', endsBefore: null }],
    ],
    [
      'has one that begins later',
      [{ startsOn: '2026-07-01', endsBefore: null }],
      [{ startsOn: '2026-01-01', endsBefore: '2026-07-01' }],
    ],
    ['has one before, which ends with it', [{ startsOn: '2025-01-01', endsBefore: '2026-01-01' }], [stretch]],
  ])('where it %s', (_, parts, expected) => {
    expect(uncovered(stretch, parts)).toEqual(expected)
  })

  test('covers each day of the stretch once, beside what it had', () => {
    const part = fc
      .record({ startsOn: day, length: fc.option(fc.integer({ min: 1, max: 90 })) })
      .map(({ startsOn, length }) => ({
        ...{ startsOn, endsBefore: length === null ? null : addDays(startsOn, length) },
      }))
    fc.assert(
      fc.property(part, fc.array(part, { maxLength: 4 }), day, (wanted, parts, on) => {
        const holds = ({ startsOn, endsBefore }: typeof wanted) =>
          startsOn <= on && (endsBefore === null || on < endsBefore)
        const taken = uncovered(wanted, parts).filter(holds).length
        expect(taken).toBe(holds(wanted) && !parts.some(holds) ? 1 : 0)
      }),
    )
  })
})
