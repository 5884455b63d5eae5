import {
  doubtsOf,
  figureDecisions,
  figuresInTheWay,
  isAcceptance,
  type UnderReview,
} from '@inclusion/shared/figure-decisions'
import { wholeFigure } from '@inclusion/shared/locators'
import { unlockedWords } from '@inclusion/shared/unlocked-words'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const figures = ['XYZ-OP1', 'XYZ-OP2', 'XYZ-OC1@100001', 'attendance@100001:mentored'] as const
const places = [...figures, 'XYZ-OP2:sex:female', 'attendance@100001:mentored:2025-26'] as const
const place = fc.constantFrom(...places)
const finding = fc.record({
  locator: fc.oneof(place, fc.constantFrom(null, 'setting@100001')),
  severity: fc.constantFrom('block' as const, 'explain' as const, 'note' as const),
  waiver: fc.constantFrom(null, { reason: 'Agreed', until: '2026-03-31' }),
})
const query = fc.record({
  locator: place,
  askedOf: fc.constantFrom('borough' as const, 'setting' as const),
  status: fc.constantFrom('open' as const, 'answered' as const, 'closed' as const),
})
const underReview: fc.Arbitrary<UnderReview> = fc.record({
  findings: fc.array(finding, { maxLength: 5 }),
  queries: fc.array(query, { maxLength: 5 }),
  decisions: fc.dictionary(fc.constantFrom(...figures), fc.constantFrom(...figureDecisions)),
  wereToChange: fc.subarray([...figures]),
})

describe('what stands in the way of accepting a return', () => {
  const clean: UnderReview = { findings: [], queries: [], decisions: {}, wereToChange: [] }
  const explained = { locator: 'XYZ-OP1', severity: 'explain' as const, waiver: null }

  it('nothing where no check asked, nobody asked and nothing was to change', () => {
    expect(figuresInTheWay(clean)).toEqual([])
    expect(figuresInTheWay({ ...clean, findings: [{ ...explained, severity: 'note' }] })).toEqual([])
    const waived = { ...explained, waiver: { reason: 'Agreed', until: '2026-03-31' } }
    expect(figuresInTheWay({ ...clean, findings: [waived] })).toEqual([])
  })

  it('a category stands with its total, a year of attendance with its cohort', () => {
    const findings = ['XYZ-OP2:sex:female', 'attendance@100001:mentored:2025-26'].map((locator) => ({
      ...explained,
      locator,
    }))
    expect(figuresInTheWay({ ...clean, findings }).map(({ locator }) => locator)).toEqual([
      'XYZ-OP2',
      'attendance@100001:mentored',
    ])
  })

  it('a question that waits says so, though another on the figure was answered', () => {
    const asked = { locator: 'XYZ-OP1', askedOf: 'borough' as const }
    const queries = (['open', 'answered'] as const).map((status) => ({ ...asked, status }))
    const way = [{ locator: 'XYZ-OP1', doubt: 'question-open' }]
    expect(figuresInTheWay({ ...clean, queries })).toEqual(way)
    expect(figuresInTheWay({ ...clean, queries: queries.toReversed() })).toEqual(way)
  })

  it('is exactly the doubts without an acceptance', () => {
    fc.assert(
      fc.property(underReview, (given) => {
        const way = figuresInTheWay(given)
        const doubts = doubtsOf(given)
        expect(way.map(({ locator }) => locator)).toEqual(
          [...doubts.keys()].filter((locator) => !isAcceptance(given.decisions[locator])),
        )
        for (const { locator, doubt } of way) {
          expect(wholeFigure(locator)).toBe(locator)
          expect(doubts.get(locator)).toBe(doubt)
        }
      }),
    )
  })

  it('is empty once every figure in the way is accepted, and never grows by an acceptance', () => {
    fc.assert(
      fc.property(underReview, (given) => {
        const before = figuresInTheWay(given)
        const accepted = Object.fromEntries(before.map(({ locator }) => [locator, 'accept' as const]))
        const decisions = { ...given.decisions, ...accepted }
        expect(figuresInTheWay({ ...given, decisions })).toEqual([])
        const [first] = before
        if (!first) return
        const one = { ...given.decisions, [first.locator]: 'accept-explained' as const }
        const left = figuresInTheWay({ ...given, decisions: one }).map(({ locator }) => locator)
        expect(left).toEqual(before.slice(1).map(({ locator }) => locator))
      }),
    )
  })

  it('a change that is wanted always stands in the way: it is sent, or decided otherwise', () => {
    fc.assert(
      fc.property(underReview, fc.constantFrom(...figures), (given, locator) => {
        const decisions = { ...given.decisions, [locator]: 'request-change' as const }
        expect(figuresInTheWay({ ...given, decisions })).toContainEqual({
          locator,
          doubt: 'change-requested',
        })
      }),
    )
  })
})

describe('which figures are open', () => {
  const definitions = [
    { indicator: 'XYZ-OP1', label: 'Mentors in post' },
    { indicator: 'XYZ-OC1', label: 'Attendance' },
  ]

  it.each([
    [[], 'No figure of this return is open.'],
    [['XYZ-OP1'], 'RMEL asked for changes: only “Mentors in post” can be changed.'],
    [
      ['XYZ-OP1', 'XYZ-OP1:sex:female', 'XYZ-OC1@100001', 'attendance@100001:whole:2025-26'],
      'RMEL asked for changes: only “Mentors in post”, “Attendance” at the setting with URN 100001 and attendance at the setting with URN 100001 can be changed.',
    ],
  ])('%j', (unlocked, words) => expect(unlockedWords(definitions, unlocked)).toBe(words))

  it('names the settings that are known', () => {
    const open = ['XYZ-OC1@100001', 'attendance@100002:mentored']
    expect(unlockedWords(definitions, open, [{ urn: '100001', name: 'Ash Centre' }])).toBe(
      'RMEL asked for changes: only “Attendance” at Ash Centre and attendance at the setting with URN 100002 can be changed.',
    )
  })

  it('names six at most, and says how many more', () => {
    const many = Array.from({ length: 9 }, (_, index) => `XYZ-OP${index + 1}`)
    expect(unlockedWords(definitions, many)).toContain('“XYZ-OP6” and 3 more can be changed')
  })
})
