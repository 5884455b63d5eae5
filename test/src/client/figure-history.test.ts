/** A figure's history in words: from what to what, and how it came in. */
import { changeOf, heldWords, howWords } from '@inclusion/client/returns/figure-history-words'
import { exampleInput } from '@inclusion/shared/standards/examples/worked-example'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { describe, expect, it } from 'vitest'

const definitions = prepareInput(exampleInput({ asked: ['OP1', 'OP2', 'TX1'] })).definitions()
const held = (numbers: object, missing: 'x' | 'z' | null = null, counted = false) => ({
  ...{ numbers, missing, counted, unreadable: false },
})

describe('The history of a figure', () => {
  it('says from what to what', () => {
    const count = definitions.get('XYZ-OP1')
    const change = (before: ReturnType<typeof held> | null, after: ReturnType<typeof held>) =>
      changeOf({ before, after }, count)
    expect(change(held({ value: 4 }), held({ value: 1_200 }))).toBe('From 4 to 1,200')
    expect(change(held({}), held({}, 'x'))).toBe('From blank to Not available')
    expect(change(null, held({ value: 4 }))).toBe('To 4; what it was before is not on record')
    expect(change(held({ value: 4 }), held({ value: 4 }))).toMatch(/^4, as before/)
    expect(heldWords(held({ numerator: 4, denominator: 5 }), definitions.get('XYZ-OP2'))).toBe(
      '4 of 5 (80.0%)',
    )
    expect(heldWords(held({ numerator: 4 }), definitions.get('XYZ-OP2'))).toBe('4')
  })

  it('says of counts what they are, and whether a register gave them', () => {
    expect(heldWords(held({ enrolments: 9, severe: 2 }, null, true), undefined)).toBe(
      'Pupils 9, Severely absent pupils 2 (counted from the register)',
    )
    expect(heldWords(held({ enrolments: null }), undefined)).toBe('blank')
  })

  it('says that an entry could not be read, which is not blank', () => {
    const count = definitions.get('XYZ-OP1')
    const pair = definitions.get('XYZ-OP2')
    const unread = (numbers: object) => ({ ...held(numbers), unreadable: true })
    expect(changeOf({ before: unread({}), after: held({ value: 12 }) }, count)).toBe(
      'From an entry that cannot be read to 12',
    )
    expect(heldWords(unread({ numerator: 4 }), pair)).toBe('4, and an entry that cannot be read')
    expect(heldWords(unread({}), undefined)).toBe('an entry that cannot be read')
  })

  it('says how it came in', () => {
    const event = { position: 1, at: '', by: null, revision: 1, before: null, after: held({ value: 4 }) }
    expect(howWords({ ...event, provenance: 'file', onBehalf: false })).toBe('From a file')
    expect(howWords({ ...event, provenance: 'carried', onBehalf: false })).toBe(
      'Carried from the last return',
    )
    expect(howWords({ ...event, provenance: 'typed', onBehalf: true })).toBe('Typed, in the setting’s place')
    expect(howWords({ ...event, provenance: null, onBehalf: false })).toBe('')
  })
})
