/** What the page is told of a count: the baseline that fits, and whom a pasted line names. */
import { countAnswers } from '@inclusion/client/register/count-answers'
import { findPupils } from '@inclusion/client/register/find-pupils'
import { pickedLines } from '@inclusion/client/register/picked-lines'
import type { Answers } from '@inclusion/client/register/protocol'
import type { Register } from '@inclusion/client/register/register'
import { describe, expect, test } from 'vitest'
import { marksOf, registerOf, request } from './build-register.ts'

const { period, meanings, duplicates } = request
const answers: Answers = {
  ...{ period, meanings, duplicates, pasted: '' },
  baseline: { kind: null, mayBeOwn: true, window: request.baseline.window },
}

const summer = ['/', '\\']
const register = registerOf([
  ...marksOf(0, '2025-05-12', summer),
  ...marksOf(0, '2025-10-06', summer),
  ...marksOf(1, '2025-10-06', summer),
])
const told = (pasted: string, more: Partial<Answers['baseline']> = {}, of: Register = register) =>
  countAnswers(of, { ...answers, pasted, baseline: { ...answers.baseline, ...more } })

describe('until she chooses, the baseline is', () => {
  const dated = 'P0\t06/10/2025\nP1\t13/10/2025'

  test('of the term before each start, where all have one and the register reaches back', () => {
    const { windows, counts } = told(dated)
    expect(windows).toBe('term-before-start')
    expect(counts.baseline?.window).toEqual({
      ...{ startsOn: '2025-04-21', endsBefore: '2025-08-01', kind: 'term-before-start' },
    })
  })

  test.each([
    ['somebody has no start', 'P0\t06/10/2025\nP1'],
    ['nobody is mentored yet', ''],
    ['somebody’s term is not in the register', 'P0\t06/10/2025\nP1\t06/02/2025'],
  ])('of one window where %s', (_, pasted) => {
    expect(told(pasted).windows).toBe('one-window')
  })

  test('of one window where the programme has no other, or the register begins with the period', () => {
    expect(told(dated, { mayBeOwn: false }).windows).toBe('one-window')
    const now = registerOf([...marksOf(0, '2025-10-06', summer), ...marksOf(1, '2025-10-06', summer)])
    expect(told(dated, {}, now).windows).toBe('one-window')
  })

  test('as she says, when she does', () => {
    expect(told(dated, { kind: 'one-window' }).windows).toBe('one-window')
    expect(told('P0', { kind: 'term-before-start' }).windows).toBe('term-before-start')
  })
})

describe('starts in or before the one window', () => {
  test('are said', () => {
    const pasted = 'P0\t30/09/2025\nP1\t06/10/2025'
    expect(told(pasted, { kind: 'one-window' }).begunBefore).toBe(1)
    expect(told('P0\t01/02/2025\nP1\t01/07/2025', { kind: 'one-window' }).begunBefore).toBe(2)
  })

  test('are none where each has her own term, or no baseline is counted', () => {
    const pasted = 'P0\t01/09/2025\nP1\t06/10/2025'
    expect(told(pasted, { kind: 'term-before-start' }).begunBefore).toBe(0)
    const none = { startsOn: period.startsOn, endsBefore: period.startsOn }
    expect(told(pasted, { kind: 'one-window', window: none }).begunBefore).toBe(0)
  })
})

test('a start three years before the period is asked about', () => {
  expect(told('P0\t04/05/2010').cohort?.faults).toMatchObject([{ why: 'early', candidates: ['P0'] }])
})

describe('pupils to tick', () => {
  const names: Register = {
    ...registerOf([], 3),
    identifierColumns: ['Name'],
    pupils: ['Lee, Ann', 'Lee, Ann Marie', 'Lee, Bo'].map((name) => ({ identifiers: [name] })),
  }
  const { pupils } = findPupils(names, 'lee')
  const listed = (pasted: string) => {
    const { cohort } = countAnswers(names, { ...answers, pasted })
    return pickedLines({ pasted, lines: cohort?.lines ?? [], pupils })
  }

  test('are those whom lines name, and no other whose name begins alike', () => {
    expect(listed('Lee, Ann').values).toEqual(['0'])
    expect(listed('Lee, Ann Marie\t06/10/2025').values).toEqual(['1'])
    expect(listed('Ann Marie Lee 6 Oct 2025\nBo Lee').values).toEqual(['1', '2'])
    expect(listed('Lee, Ann\t31/31/2025').values).toEqual(['0'])
  })

  test('unticked take their own lines away, every one of them', () => {
    const { pasted } = listed('Lee, Ann\nLee, Ann Marie\nSomebody\nAnn Lee').change(['1'])
    expect(pasted).toBe('Lee, Ann Marie\nSomebody\n')
  })

  test('ticked are lines of their own, and known at once', () => {
    const { pasted, added } = listed('Lee, Ann').change(['0', '1'])
    expect(pasted).toBe('Lee, Ann\nLee, Ann Marie\n')
    expect(pickedLines({ pasted, lines: [...added, { text: 'Lee, Ann', pupil: 0 }], pupils }).values).toEqual(
      ['0', '1'],
    )
    expect(listed(pasted).values).toEqual(['0', '1'])
  })
})
