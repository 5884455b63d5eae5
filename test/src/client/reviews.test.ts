import { askableFigures, indicatorOf } from '@inclusion/client/reviews/asking'
import { againstOf, comparable, sidesOf, sinceWords } from '@inclusion/client/reviews/changes-words'
import {
  addressWith,
  chosenText,
  filterOf,
  readChosen,
  unknownIn,
} from '@inclusion/client/reviews/queue/address'
import { sortMoved } from '@inclusion/client/returns/summary/sort-moved'
import { refusalWords } from '@inclusion/client/reviews/refusal-words'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { Filing } from '@inclusion/shared/movements/filing'
import { rankedBetween } from '@inclusion/shared/movements/since-last'
import type { ReturnAction } from '@inclusion/shared/returns'
import {
  exampleDefinition,
  exampleInput,
  figure,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { describe, expect, it } from 'vitest'

const settings = [{ urn: '100001' }, { urn: '100002' }]

describe('A question is asked of whoever gives the figure', () => {
  const definition = exampleDefinition('OP1')

  it('the authority for its own figure', () => {
    expect(askableFigures(definition, settings)).toEqual(['XYZ-OP1'])
  })

  it('each setting for a setting’s, and the authority too where it reports those in no setting', () => {
    const ofSettings = { ...definition, collectedFrom: 'setting' } as const
    expect(askableFigures(ofSettings, settings)).toEqual(['XYZ-OP1@100001', 'XYZ-OP1@100002'])
    expect(askableFigures({ ...ofSettings, alsoFromAuthority: true }, settings)).toContain('XYZ-OP1')
  })

  it('nobody for one that is worked out from other figures', () => {
    const derivation = { kind: 'settings-above-baseline', of: 'XYZ-OP1' } as const
    expect(askableFigures({ ...definition, collectedFrom: 'derived', derivation }, settings)).toEqual([])
  })

  it('and a place that is no figure belongs to no indicator', () => {
    expect(indicatorOf('XYZ-OP1@100001')).toBe('XYZ-OP1')
    expect(indicatorOf('attendance@100001:mentored')).toBeNull()
    expect(indicatorOf('setting@100001')).toBeNull()
    expect(indicatorOf(null)).toBeNull()
  })
})

describe('What a return is held against', () => {
  const filing = (when: string, periodId = 'FY2025-26-Q3'): Filing => ({
    ...{ periodId, when, figures: { 'XYZ-OP1': figure({ value: 12, note: 'Counted again' }) } },
    ...{ definitions: {}, settings: [], corrected: null, backdated: [] },
  })
  const version = (number: number, outcome: 'accepted' | 'changes-requested') => ({
    ...{ version: number, filing: filing(`in version ${number}`), outcome },
    ...{ by: 'Leila Haddad', at: '2026-01-14T10:00:00.000Z' },
  })
  const none = { shown: filing('now'), lastPeriod: null, accepted: null, reviewed: null }
  const all = {
    ...none,
    lastPeriod: filing('last quarter', 'FY2025-26-Q2'),
    ...{ accepted: version(1, 'accepted'), reviewed: version(2, 'changes-requested') },
  }

  it('is what the address says; else what was reviewed last, else last quarter', () => {
    expect(againstOf(all, 'accepted')).toBe('accepted')
    expect([againstOf(all, undefined), againstOf(all, 'nonsense')]).toEqual(['reviewed', 'reviewed'])
    expect(againstOf(none, undefined)).toBe('last-period')
  })

  it('is said with the version, who reviewed it and when', () => {
    expect(comparable.map((each) => sinceWords(all, each))).toEqual([
      'last quarter',
      'version 1, accepted on 14 January 2026',
      'version 2, last reviewed by Leila Haddad on 14 January 2026 (changes requested)',
    ])
    expect(comparable.map((each) => sinceWords(none, each))).toEqual([
      'the quarter before',
      'the last accepted version',
      'the version last reviewed',
    ])
  })

  it('has two sides: with notes between versions, without them against accepted figures', () => {
    expect(sidesOf(none, 'accepted')).toBeNull()
    expect(sidesOf(all, 'reviewed')!.after.figures['XYZ-OP1']!.note).toBe('Counted again')
    expect(sidesOf(all, 'last-period')!.after.figures['XYZ-OP1']!.note).toBeNull()
  })
})

describe('What a page begins with', () => {
  const asked = [
    exampleDefinition('OP1'),
    { ...exampleDefinition('OP3'), indicator: 'XYZ-TX1', measure: 'text' as const },
  ]
  const checkInput = exampleInput({ figures: {} })
  const side = (periodId: string, figures: Filing['figures']): Filing => ({
    ...{ periodId, when: 'then', figures, definitions: {}, settings: [], corrected: null, backdated: [] },
  })
  const before = {
    'XYZ-OP1': value(100),
    'XYZ-OP1:sex:female': value(50),
    'XYZ-TX1': figure({ text: 'Once' }),
  }
  const after = {
    'XYZ-OP1': value(101),
    'XYZ-OP1:sex:female': value(51),
    'XYZ-TX1': figure({ text: 'Twice' }),
  }
  const sorted = (earlier: string) => {
    const input = { ...checkInput, asked }
    const since = rankedBetween(input, side(earlier, before), side('FY2025-26-Q3', after))
    const { notable, ordinary, categories } = sortMoved({ mayEdit: false, checkInput: input }, since)
    return [notable, ordinary, categories].map((each) => each.map(({ movement }) => movement.locator))
  }

  it('between periods is what moved by more than is usual, without words, which are always others', () => {
    expect(sorted('FY2025-26-Q2')).toEqual([[], ['XYZ-OP1'], ['XYZ-OP1:sex:female']])
  })

  it('between versions of one period is whatever was changed, words too', () => {
    expect(sorted('FY2025-26-Q3')).toEqual([['XYZ-OP1', 'XYZ-TX1'], [], ['XYZ-OP1:sex:female']])
  })
})

describe('The address of the queue', () => {
  it('keeps every filter it knows, and leaves out what it does not', () => {
    const search = {
      programme: 'APM',
      period: 'all',
      review: 'clean',
      mine: true,
      over: 'true',
      page: 2,
      sort: 'size',
    }
    expect(filterOf({ ...search, nonsense: 1 })).toEqual({ ...search, mine: 'true' })
    const odd = { review: 'other', sort: 'thought', page: 0, mine: 'no' }
    expect(filterOf(odd)).toEqual({})
    expect(unknownIn({ ...search, nonsense: 1 })).toEqual([])
    expect(unknownIn(odd)).toEqual(['review “other”', 'mine “no”', 'page “0”'])
    expect(filterOf({ period: 'spring', programme: 'APM' })).toEqual({ programme: 'APM' })
    expect(unknownIn({ period: 'spring', programme: 'APM' })).toEqual(['period “spring”'])
  })

  it('begins at the first page again when a filter changes', () => {
    expect(addressWith({ review: 'clean', page: 3 }, { mine: 'true' })).toBe(
      '/reviews?review=clean&mine=true',
    )
    expect(addressWith({ review: 'clean' }, { review: '' })).toBe('/reviews')
  })

  it('carries the returns chosen in the version that was seen', () => {
    const chosen = [
      { returnId: 'APM-E09000013-FY2025-26-Q3', version: 1 },
      { returnId: 'CPD-E09000019-FY2025-26-Q3', version: 12 },
    ]
    expect(readChosen(chosenText(chosen))).toEqual(chosen)
    expect(readChosen('APM-E09000013-FY2025-26-Q3,.1,x.0')).toEqual([{ returnId: '', version: 1 }])
    expect(readChosen(undefined)).toEqual([])
  })
})

describe('The reason why a decision is refused', () => {
  const view = (actions: Partial<Record<ReturnAction, string | null>>, taken: ReturnView['taken'] = null) =>
    ({ actions, taken }) as Pick<ReturnView, 'actions' | 'taken'>

  it('is none where it is allowed', () => {
    expect(refusalWords(view({ accept: null }), 'accept')).toBeNull()
  })

  it('names the evaluator who has taken the return', () => {
    const taken = { by: 'Leila Haddad', at: '2026-01-14T10:00:00.000Z' }
    expect(refusalWords(view({ accept: 'review-not-taken' }, taken), 'accept')).toBe(
      'Leila Haddad has taken this return, so the decision is theirs.',
    )
  })

  it('is a sentence of the catalogue otherwise', () => {
    expect(refusalWords(view({ accept: 'reviewer-filed-it' }), 'accept')).toBe(
      'You helped to file this return, so you cannot review it.',
    )
  })
})
