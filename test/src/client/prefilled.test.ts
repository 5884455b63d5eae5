import { lastFiling, sinceLast, thisFiling } from '@inclusion/shared/movements/since-last'
import { copiedWords, prefillLines } from '@inclusion/client/returns/prefilled'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import {
  accepted,
  ash,
  birch,
  exampleDefinition,
  exampleInput,
  figure,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { describe, expect, it } from 'vitest'

const mark = {
  revision: 1,
  by: 'Ruth Okafor',
  at: '2026-01-20T10:05:00.000Z',
  provenance: 'prefill',
  onBehalf: false,
}
const lastFiled = { acceptedAt: '2025-11-12T09:00:00.000Z' } as ReturnView['lastFiled']
const viewOf = (checkInput: CheckInput, more: Partial<ReturnView> = {}) =>
  ({
    ...{
      checkInput,
      marks: {},
      reports: [],
      profile: {},
      lastFiled,
      period: { id: checkInput.periodId, label: '' },
    },
    ...more,
  }) as unknown as ReturnView

describe('Where a figure is from that nobody typed here', () => {
  const carried = exampleDefinition('OP4')

  it('is said of a level carried from the accepted return just before, with the day', () => {
    const history = [accepted('FY2025-26-Q2', { 'XYZ-OP7': value(14) })]
    const input = exampleInput({ asked: ['OP4'], figures: { 'XYZ-OP4': value(14) }, history })
    expect(prefillLines(viewOf(input), carried)).toEqual([
      'Carried from last quarter’s end: accepted 12 November 2025.',
    ])
    const older = exampleInput({
      asked: ['OP4'],
      history: [accepted('FY2025-26-Q1', { 'XYZ-OP7': value(14) })],
    })
    expect(prefillLines(viewOf(older), carried)).toEqual([])
  })

  it('is said of what was copied, while it stands', () => {
    const text = exampleInput({ figures: { 'XYZ-TX1': figure({ text: 'As before.' }) } })
    const marked = { marks: { 'XYZ-TX1': mark } }
    expect(copiedWords(viewOf(text, marked), 'XYZ-TX1')).toBe(
      'Copied from last quarter by Ruth Okafor, 20 January 2026.',
    )
    const typed = { marks: { 'XYZ-TX1': { ...mark, provenance: 'typed' } } }
    expect(copiedWords(viewOf(text, typed), 'XYZ-TX1')).toBeNull()
    expect(copiedWords(viewOf(exampleInput({}), marked), 'XYZ-TX1')).toBeNull()
  })

  it('is said of money so far, beside what was planned by now', () => {
    const spent = {
      ...exampleDefinition('OP1'),
      indicator: 'XYZ-FI1',
      kind: 'finance',
      measure: 'money',
    } as const
    const definition = { ...spent, overTime: 'sum' } as const
    const history = [accepted('FY2025-26-Q2', { 'XYZ-FI1': value(100_000) })]
    const input = exampleInput({ figures: { 'XYZ-FI1': value(50_000) }, history })
    expect(prefillLines(viewOf(input, { profile: { 'XYZ-FI1': 200_000 } }), definition)).toEqual([
      '£1,500.00 so far this year, with the accepted returns before this one, of £2,000.00 planned by now.',
    ])
  })
})

describe('A return and the one before', () => {
  const figures = { 'XYZ-OP1': figure({ value: 12, note: 'Counted twice.' }), 'XYZ-OP3': figure({}) }

  it('are held against each other by what they say, not by notes or blanks', () => {
    const input = exampleInput({ asked: ['OP1'], figures, settings: [ash(), birch()] })
    expect(thisFiling(input, [], null)).toMatchObject({
      when: 'this quarter',
      figures: { 'XYZ-OP1': value(12) },
    })
    expect(Object.keys(thisFiling(input, [], null).figures)).toEqual(['XYZ-OP1'])
    expect(sinceLast(input, [], null)).toBeNull()
  })

  it('are named by their calendar, and by the months where a period lies between', () => {
    const of = (periodId: string, last: string) =>
      lastFiling(exampleInput({ periodId, history: [accepted(last, {})] }), null)?.when
    expect(of('FY2025-26-Q3', 'FY2025-26-Q2')).toBe('last quarter')
    expect(of('AY2025-26-spring', 'AY2025-26-autumn')).toBe('last term')
    expect(of('FY2025-26-Q3', 'FY2025-26-Q1')).toBe('in April to June 2025')
  })
})
