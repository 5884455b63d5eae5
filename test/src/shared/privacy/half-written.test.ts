/** A text that breaks off inside an identifier waits; one that goes on does not. */
import { findIdentifiers } from '@inclusion/shared/privacy/find-identifiers'
import { mayBeHalfWritten } from '@inclusion/shared/privacy/half-written'
import { describe, expect, it } from 'vitest'
import { identifierCorpus } from './corpus-identifiers.ts'
import { narrativesWithout } from './corpus-names.ts'

describe('a text that may break off inside an identifier', () => {
  it.each([
    'See J2',
    'See J20211002',
    'His DOB 12/03/201',
    'His DOB 12.03.',
    'born 3 March 201',
    'born 3 March',
    'born on the 3rd of Mar',
    'born March 12, 20',
    '12/03/2010 date of b',
    'lives at NW1',
    'lives at NW1 7B',
    'N W 1 7',
    'ring 0 7 7 0 0 9',
    'ring +44 (0)77',
    'ring ０７７００ ９００',
    'AB 12 34 56',
    'Amy,14,94347',
    'write to amy.secret',
    'write to amy.secret@school',
    'write to amy@',
    'write to amy @ school . or',
    'write to amy (at) school (dot) o',
    'write to amy at school',
    'write to amy at school d',
    'write to amy at school dot or',
    'write to amy аt school',
    'write to amy_at_sch',
  ])('%s', (text) => {
    expect(mayBeHalfWritten(text)).toBe(true)
  })

  it('every one of the corpus, wherever in its second half it breaks off', () => {
    const missed = identifierCorpus.flatMap(({ text }) =>
      findIdentifiers(text).flatMap(({ start, end }) => {
        const cuts = Array.from({ length: end - start }, (_, at) => start + at).slice((end - start) / 2)
        return cuts.map((cut) => text.slice(0, cut)).filter((part) => !mayBeHalfWritten(part))
      }),
    )
    expect(missed).toEqual([])
  })

  it('is seen where the cursor is, though the text goes on behind it', () => {
    expect(mayBeHalfWritten('His DOB 12/03/20 and he left.', 'His DOB 12/03/2 and he left.')).toBe(true)
    expect(mayBeHalfWritten('He was late and left in 2025', 'He was lat and left in 2025')).toBe(false)
    expect(mayBeHalfWritten('11', '1')).toBe(true)
  })
})

describe('a text that goes on', () => {
  it.each([
    '',
    'Attendance rose',
    'We held 412 sessions',
    'It rose to 60%',
    'We met in 2025. ',
    'We met in 2025. Then',
    'Call 999 if needed',
    'met at school and',
    'looked at the timetable of each',
  ])('%s', (text) => {
    expect(mayBeHalfWritten(text)).toBe(false)
  })

  it('most narratives, when they are done', () => {
    const waits = narrativesWithout.filter((text) => mayBeHalfWritten(text))
    expect(waits.length / narrativesWithout.length).toBeLessThan(0.1)
  })
})
