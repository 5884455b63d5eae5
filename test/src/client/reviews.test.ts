import { askableFigures, indicatorOf } from '@inclusion/client/reviews/asking'
import { changesBetweenVersions, changesSinceLastPeriod } from '@inclusion/client/reviews/changes'
import { refusalWords } from '@inclusion/client/reviews/refusal-words'
import type { ReturnView } from '@inclusion/server/returns/view'
import { differencesBetween } from '@inclusion/shared/differences'
import type { ReturnAction } from '@inclusion/shared/returns'
import {
  accepted,
  ash,
  birch,
  exampleDefinition,
  exampleInput,
  figure,
  pair,
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

describe('What changed', () => {
  const asked = ['OP1', 'OP2', 'OP3']
  const now = { 'XYZ-OP1': value(12), 'XYZ-OP2': pair(90, 100), 'XYZ-OP3': value(5) }

  it('since the last period stands with the largest share first, and leaves out what is the same', () => {
    const last = { 'XYZ-OP1': value(6), 'XYZ-OP2': pair(80, 100), 'XYZ-OP3': value(5) }
    const changes = changesSinceLastPeriod(
      exampleInput({ asked, figures: now, history: [accepted('FY2025-26-Q2', last)] }),
    )
    expect(changes.map(({ indicator, was, is, change }) => [indicator, was, is, change])).toEqual([
      ['XYZ-OP1', '6', '12', '+6'],
      ['XYZ-OP2', '80 of 100 (80.0%)', '90 of 100 (90.0%)', '+10.0 points'],
    ])
  })

  it('says when the definition is another, and when other settings reported', () => {
    const history = [accepted('FY2025-26-Q2', { 'XYZ-OP1@100001': value(6) }, { 'XYZ-OP1': 2 })]
    const figures = { 'XYZ-OP1@100001': value(6), 'XYZ-OP1@100002': value(3) }
    const given = { asked: ['OP1'], figures, history, settings: [ash(), birch()] }
    const [change] = changesSinceLastPeriod(exampleInput(given))
    expect(change?.causes).toEqual([
      'Coverage, definition',
      'All of that is because Birch Centre was not there last quarter.',
      'Its definition was refined in between, and the two can still be compared.',
    ])
  })

  it('has nothing to say without a period before', () => {
    expect(changesSinceLastPeriod(exampleInput({ asked, figures: now }))).toEqual([])
  })

  it('between versions names each figure in asked order, also where only its note is another', () => {
    const before = { 'XYZ-OP3': value(5), 'XYZ-OP1': value(11), 'XYZ-OP1:sex:female': value(4) }
    const after = { 'XYZ-OP3': figure({ value: 5, note: 'Counted again' }), 'XYZ-OP1': value(12) }
    const input = exampleInput({ asked, figures: after })
    const changes = changesBetweenVersions(input, differencesBetween(before, after))
    expect(changes.map(({ name, was, is, causes }) => [name, was, is, causes])).toEqual([
      ['Young people who started', '11', '12', []],
      ['Young people who started (Sex: Female)', '4', 'Blank', []],
      ['Contact hours', '5', '5', ['Its note or evidence changed']],
    ])
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
      'You sent or submitted this return, so you cannot review it.',
    )
  })
})
